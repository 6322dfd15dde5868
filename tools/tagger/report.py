"""How well a model tags held-out sentences."""

from collections.abc import Iterable, Sequence

from timeline.words.tagger import Tag
from timeline.words.tagger.model import Model
from tools.tagger.sentences import Sentence


def names(tags: Sequence[Tag]) -> set[tuple[str, int, int]]:
    """The spans of names: kind, first token, and the token behind the last."""
    found = set()
    first = 0
    for index, tag in enumerate((*tags, Tag("K"))):
        before = tags[index - 1].name if index else None
        if before is not None and (tag.name != before or tag.begins_name):
            found.add((before, first, index))
        if tag.name is not None and (tag.name != before or tag.begins_name):
            first = index
    return found


def report(model: Model, held: Iterable[Sentence]) -> str:
    """Shares of bases and particles that are right, and F1 of the spans of names."""
    tokens = bases = particles = right = said = there = 0
    for sentence in held:
        guesses = model.tag(sentence.words)
        tokens += len(guesses)
        for guess, tag in zip(guesses, sentence.tags, strict=True):
            bases += guess.base == tag.base
            particles += (guess.before, guess.pronoun) == (tag.before, tag.pronoun)
        ours, theirs = names(guesses), names(sentence.tags)
        right, said, there = right + len(ours & theirs), said + len(ours), there + len(theirs)
    return (
        f"{tokens} tokens: base {bases / tokens:.1%}, particles {particles / tokens:.1%}, "
        f"names F1 {2 * right / (said + there):.1%} (precision {right / said:.1%}, recall {right / there:.1%})"
    )
