"""Proposals held to the text: what does not stand in it is dropped and counted, and every value is this library's own reading."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

import attrs

from timeline import dates, names
from timeline.articles import Article
from timeline.dates.dating import Dating
from timeline.events.when import date_of
from timeline.model import Action, Actor, ActorMention, Dated, DateExpression, DateSpan, Mention, Place, PlaceMention, Span, step
from timeline.names import Vocabulary
from timeline.names.found import Names
from timeline.reader.proposal import Answer, Proposal
from timeline.reader.standing import Standing, trimmed
from timeline.reading import Reading, bare_prefixes, fold, read

#: Why a claim was dropped: its quote, or its trigger, does not stand in the text; a trigger of more than a few words; a deed told
#: as done on a day that was still to come; or words for a date, a party or a place that do not stand there (the event stays).
Fault = Literal["quote", "trigger", "tense", "date", "actor", "target", "place"]

_LONGEST_TRIGGER = 40  # characters: a trigger is a word or a few, not a clause
_LONGEST_PHRASE = 12  # words that show an action


@attrs.frozen
class Page:
    """An article as the rooms of this library have read it: what proposals are held to."""

    article: Article
    reading: Reading
    dating: Dating
    names: Names
    vocabulary: Vocabulary
    story: DateSpan | None = None
    standing: Standing = attrs.field(init=False, repr=False)

    @standing.default
    def _standing(self) -> Standing:
        return Standing.of(self.article.text)


@attrs.frozen
class Checked:
    """The mentions that held, in text order, and how many claims fell for which fault."""

    mentions: tuple[Mention, ...]
    faults: tuple[tuple[Fault, int], ...]


def check(page: Page, answer: Answer, witness: str) -> Checked:
    """The proposals of an answer that the text bears out, as mentions of the witness's; each has an event number of its own."""
    faults: Counter[Fault] = Counter()
    found: dict[tuple[int, int, str], Mention] = {}
    for proposal in answer.proposals:
        mention = _mention(page, proposal, witness, faults)
        if mention is not None:
            found.setdefault((mention.trigger.start, mention.trigger.end, mention.action.type), mention)
    ordered = sorted(found.values(), key=lambda mention: mention.sort_key)
    numbered = tuple(attrs.evolve(mention, event=number) for number, mention in enumerate(ordered))
    return Checked(numbered, tuple(sorted(faults.items())))


def _mention(page: Page, proposal: Proposal, witness: str, faults: Counter[Fault]) -> Mention | None:
    quote = page.standing.find(proposal.quote)
    if quote is None:
        faults["quote"] += 1
        return None
    trigger = page.standing.find(proposal.trigger, quote)
    if trigger is None or trigger.end - trigger.start > _LONGEST_TRIGGER:
        faults["trigger"] += 1
        return None
    expression, when, dated = _date(page, proposal, quote, faults)
    today = page.dating.anchor.today
    if proposal.modality == "asserted" and when is not None and today is not None and when.begin > today:
        faults["tense"] += 1
        return None
    reading = page.reading
    first, last = reading.sentences[reading.sentence_of(reading.token_at(trigger.start))]
    start, end = reading.starts[first], max(reading.ends[last - 1], trigger.end)
    said = step("read by", witness=witness)
    trace = (said, step("date in its words", quote=expression.text)) if expression else (said,)
    return Mention(
        page.article.id,
        start,
        end,
        page.article.text[start:end],
        trimmed(page.article.text, trigger),
        Action(_phrase(page, trigger, quote), proposal.type, proposal.modality, fold(proposal.trigger)),
        expression,
        when,
        _parties(page, proposal.actors, quote, "actor", witness, faults),
        _parties(page, proposal.targets, quote, "target", witness, faults),
        _place(page, proposal.place, quote, witness, faults),
        trace=trace,
        dated=dated,
        dated_at=Span(expression.start, expression.end) if expression else None,
        witnesses=(witness,),
    )


def _date(
    page: Page, proposal: Proposal, quote: Span, faults: Counter[Fault]
) -> tuple[DateExpression | None, DateSpan | None, Dated | None]:
    """The expression that the quoted words are, with the value that our own resolver gave it; or the story's day."""
    if proposal.day == "story" and page.story is not None:
        return None, page.story, "inferred" if page.dating.anchor.inferred else "story"
    if proposal.day != "quoted":
        return None, None, None
    span = page.standing.find(proposal.date, quote) or page.standing.find(proposal.date)
    expression = _overlapping(page.dating.expressions, span) if span else None
    if expression is None or expression.value is None:
        faults["date"] += 1
        return None, None, None
    token = page.reading.token_at(expression.start)
    before = page.reading.folded[token - 1] if token else ""
    value, _ = date_of(expression.value, expression.text, before, page.dating.anchor, proposal.modality)
    inside = quote.start <= expression.start < quote.end
    return expression, value, "inferred" if value.inferred else "told" if inside else "elsewhere"


def _overlapping(expressions: Iterable[DateExpression], span: Span) -> DateExpression | None:
    """The expression that shares most with the span."""
    shared = [(min(one.end, span.end) - max(one.start, span.start), one) for one in expressions]
    best = max(shared, key=lambda item: item[0], default=None)
    return best[1] if best is not None and best[0] > 0 else None


def _parties(
    page: Page, quotes: Sequence[str], near: Span, part: Literal["actor", "target"], witness: str, faults: Counter[Fault]
) -> tuple[ActorMention, ...]:
    found: dict[Actor, ActorMention] = {}
    for quote in quotes:
        span = page.standing.find(quote, near) or page.standing.find(quote)
        if span is None:
            faults[part] += 1
            continue
        span = trimmed(page.article.text, span)
        for actor in _actors(page, span):
            found.setdefault(actor, ActorMention(actor, span.start, span.end, (step("part read by", part=part, witness=witness),)))
    return tuple(found.values())


def _actors(page: Page, span: Span) -> tuple[Actor, ...]:
    """Who the words name: the parties that our own reading found in them, else in them alone, else the words as a name."""
    inside = [party for party in page.names.parties if party.start < span.end and span.start < party.end]
    if inside:
        return tuple(dict.fromkeys(actor for party in inside for actor in party.actors))
    words = page.article.text[span.start : span.end]
    reading = read(words)
    alone = names.find(reading, dates.find(reading, None), page.vocabulary).parties
    return tuple(dict.fromkeys(actor for party in alone for actor in party.actors)) or (Actor(words, kind="group"),)


def _place(page: Page, quote: str, near: Span, witness: str, faults: Counter[Fault]) -> PlaceMention | None:
    if not quote:
        return None
    span = page.standing.find(quote, near) or page.standing.find(quote)
    if span is None:
        faults["place"] += 1
        return None
    span = trimmed(page.article.text, span)
    setting = next((one for one in page.names.settings if one.start < span.end and span.start < one.end), None)
    place = setting.place if setting is not None else _listed(page, page.article.text[span.start : span.end])
    return PlaceMention(place, span.start, span.end, (step("part read by", part="place", witness=witness),))


def _listed(page: Page, words: str) -> Place:
    """The place of the gazetteer with this name, with or without letters glued in front; one without coordinates otherwise."""
    for _, rest in bare_prefixes(fold(words)):
        if rest in page.vocabulary.places:
            return page.vocabulary.places[rest]
    return Place(words)


def _phrase(page: Page, trigger: Span, quote: Span) -> str:
    """The text from the trigger on to the end of what was quoted, a dozen words at most."""
    reading = page.reading
    first = reading.token_at(trigger.start)
    last = first
    while last + 1 < len(reading) and reading.starts[last + 1] < quote.end and last + 1 - first < _LONGEST_PHRASE:
        last += 1
    while last > first and not reading.words[last][-1].isalnum():
        last -= 1
    return page.article.text[trigger.start : max(reading.ends[last], trigger.end)].strip()
