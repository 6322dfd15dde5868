"""One article laid out token by token: what each token is to the rooms before this one."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TypeVar

import attrs

from timeline.dates.dating import Dating
from timeline.events.grammar import PREPOSITIONS
from timeline.events.lexicon import FOLLOWING, Form, fits, look_up_in
from timeline.events.readings import settle
from timeline.model import DateExpression
from timeline.names.found import Names, Party, Setting
from timeline.page import Page
from timeline.reading import Reading
from timeline.words.clitics import without_conjunction

_TANWIN = "\u064b"


_T = TypeVar("_T")


@attrs.frozen
class Sheet:
    """A reading with its dates and names, addressed by token.

    `date_of[i]`, `party_of[i]` and `setting_of[i]` are indices into the expressions, parties and settings, or -1.
    `triggers[i]` is the trigger reading of token `i`; a token inside a date or a name has none.
    `telling` are the tokens that have one.
    """

    reading: Reading
    folded: Sequence[str]
    dating: Dating
    names: Names
    date_of: Sequence[int]
    party_of: Sequence[int]
    setting_of: Sequence[int]
    triggers: Sequence[Form | None]
    date_tokens: Sequence[tuple[int, int]]
    telling: Sequence[int]

    def __len__(self) -> int:
        return len(self.reading)

    @property
    def page(self) -> Page:
        """The page that the article stands on."""
        return self.dating.page

    def verb(self, token: int) -> Form | None:
        """The verb that the token is, if it is one."""
        form = self.triggers[token]
        return form if form is not None and form.aspect in ("past", "present") else None

    def noun(self, token: int) -> Form | None:
        """The verbal noun that the token is, if it is one."""
        form = self.triggers[token]
        return form if form is not None and form.aspect == "noun" else None

    def participle(self, token: int) -> Form | None:
        """The participle that the token is ("مؤكدا", "الموقعة"), if it is one."""
        form = self.triggers[token]
        return form if form is not None and form.aspect == "participle" else None

    def party_at(self, token: int) -> Party | None:
        """The party that covers the token."""
        index = self.party_of[token]
        return self.names.parties[index] if index >= 0 else None

    def setting_at(self, token: int) -> Setting | None:
        """The setting that covers the token."""
        index = self.setting_of[token]
        return self.names.settings[index] if index >= 0 else None

    def date_at(self, token: int) -> DateExpression | None:
        """The date expression that covers the token."""
        index = self.date_of[token]
        return self.dating.expressions[index] if index >= 0 else None

    def parties_in(self, first: int, last: int) -> list[Party]:
        """Parties that begin in the half-open token range, in text order."""
        begins, parties = self._parties
        return parties[bisect_left(begins, first) : bisect_left(begins, last)]

    def settings_in(self, first: int, last: int) -> list[Setting]:
        """Settings that begin in the half-open token range, in text order."""
        begins, settings = self._settings
        return settings[bisect_left(begins, first) : bisect_left(begins, last)]

    def dates_in(self, first: int, last: int) -> list[int]:
        """Indices of the date expressions that begin in the half-open token range, in text order."""
        begins, dates = self._dates
        return dates[bisect_left(begins, first) : bisect_left(begins, last)]

    def verbs_in(self, first: int, last: int) -> list[int]:
        """The verbs of a half-open token range."""
        return self._verbs[bisect_left(self._verbs, first) : bisect_left(self._verbs, last)]

    def nouns_in(self, first: int, last: int) -> list[int]:
        """The verbal nouns of a half-open token range."""
        return self._nouns[bisect_left(self._nouns, first) : bisect_left(self._nouns, last)]

    def first_verb(self, first: int, last: int) -> int:
        """The first verb of a half-open token range, or its end where it has none."""
        verbs = self._verbs
        index = bisect_left(verbs, first)
        return verbs[index] if index < len(verbs) and verbs[index] < last else last

    @cached_property
    def _verbs(self) -> list[int]:
        return [token for token in self.telling if self.verb(token) is not None]

    @cached_property
    def _nouns(self) -> list[int]:
        return [token for token in self.telling if self.noun(token) is not None]

    @cached_property
    def _dates(self) -> tuple[list[int], list[int]]:
        return _where(range(len(self.date_tokens)), self.date_tokens, self.date_of)

    @cached_property
    def _parties(self) -> tuple[list[int], list[Party]]:
        parties = self.names.parties
        return _where(parties, [(party.first, party.last) for party in parties], self.party_of)

    @cached_property
    def _settings(self) -> tuple[list[int], list[Setting]]:
        settings = self.names.settings
        return _where(settings, [(setting.first, setting.last) for setting in settings], self.setting_of)

    def skip_name(self, token: int) -> int:
        """The token after the name or date that covers the given one, or the given one where none does."""
        return self.behind_names[token]

    def ahead(self, token: int, words: int, last: int) -> int:
        """The token so many words behind the given one, `last` at most; a name or a date is one word, however long."""
        behind = self.behind_names
        while words and token < last:
            token, words = max(behind[token], token + 1), words - 1
        return min(token, last)

    @cached_property
    def behind_names(self) -> Sequence[int]:
        """What `skip_name` gives for each token: it is asked for most of them, more than once."""
        behind = list(range(len(self)))
        for covers, lasts in (
            (self.date_of, [last for _, last in self.date_tokens]),
            (self.party_of, [party.last for party in self.names.parties]),
        ):
            for token, index in enumerate(covers):
                if index >= 0:
                    behind[token] = lasts[index]
        return behind

    def governor(self, party: Party | Setting) -> str:
        """The folded preposition that governs a name: glued to it, or the word before it; "" where none does."""
        glued = party.proclitics.lstrip("وف") if isinstance(party, Party) else ""
        if glued:
            return glued[:1]
        before = self.folded[party.first - 1] if party.first else ""
        return PREPOSITIONS.get(before) or PREPOSITIONS.get(without_conjunction(before)) or ""


def _where(items: Sequence[_T], ranges: Sequence[tuple[int, int]], of: Sequence[int]) -> tuple[list[int], list[_T]]:
    """The first tokens of the items that cover any, and these items."""
    seen = [(first, items[index]) for index, (first, last) in enumerate(ranges) if index in of[first:last]]
    return [first for first, _ in seen], [item for _, item in seen]


def _mark(size: int, ranges: Iterable[tuple[int, int]]) -> list[int]:
    of = [-1] * size
    for index, (first, last) in enumerate(ranges):
        of[first:last] = [index] * (last - first)
    return of


def _allowed(reading: Reading, token: int, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """The readings of a trigger that its own spelling and the words around it allow."""
    if _TANWIN in reading.words[token]:  # only nouns bear it
        forms = tuple(form for form in forms if form.aspect in ("noun", "participle"))
    if not any(form.after or form.not_after or form.followed_by or form.not_followed_by for form in forms):
        return forms
    before = reading.folded[token - 1] if token else ""
    following = reading.folded[token + 1 : token + 1 + FOLLOWING]
    return tuple([form for form in forms if fits(form, before, following)])


def lay_out(reading: Reading, dating: Dating, names: Names) -> Sheet:
    """Lay dates, names and triggers out on the tokens."""
    size = len(reading)
    date_tokens = [
        (reading.token_at(expression.start), reading.token_at(expression.end - 1) + 1) for expression in dating.expressions
    ]
    date_of = _mark(size, date_tokens)
    party_of = _mark(size, ((party.first, party.last) for party in names.parties))
    inside = [False] * size
    for party in names.parties:
        inside[party.first : party.last] = [True] * (party.last - party.first)
    for line in dating.page.datelines:  # "دبي، الإمارات (CNN) -- بدأ …": whoever stands there does nothing
        party_of[line.first : line.last] = [-1] * (line.last - line.first)
    setting_of = _mark(size, ((setting.first, setting.last) for setting in names.settings))
    for first, last in (*date_tokens, *((setting.first, setting.last) for setting in names.settings)):
        inside[first:last] = [True] * (last - first)
    options: dict[int, tuple[Form, ...]] = {}
    look_up = look_up_in(names.vocabulary)
    for token, (covered, word, folded) in enumerate(zip(inside, reading.words, reading.folded, strict=True)):
        if not covered and (forms := look_up(word, folded)):
            options[token] = _allowed(reading, token, forms)
    triggers = settle(options, reading.folded, inside, {first for first, _ in reading.sentences})
    telling = [token for token in options if triggers[token] is not None]
    return Sheet(reading, reading.folded, dating, names, date_of, party_of, setting_of, triggers, date_tokens, telling)
