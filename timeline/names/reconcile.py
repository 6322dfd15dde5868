"""The vocabulary's parties and a recogniser's spans become one: codes are the vocabulary's, unknown names the recogniser's."""

import attrs

from timeline.model import Actor, Place, step
from timeline.names.drafts import Draft, Scan, without
from timeline.names.found import Setting
from timeline.names.personal import canonical
from timeline.names.recognizer import Recognized
from timeline.reading import bare, bare_prefixes, fold, original_length


def with_recognized(scan: Scan, found: list[Draft], spans: tuple[Recognized, ...]) -> list[Draft]:
    """The drafts with the persons and organisations that only the recogniser sees.

    A span that touches a draft leaves it as it is, but a person's name right after a title completes it. A span that touches none
    is a party of its own, without a code unless the vocabulary knows its name.
    """
    taken = {index for draft in found for index in range(draft.first, draft.last)}
    ends = {draft.last: draft for draft in found if draft.form == "title" and draft.name == (0, 0)}
    added: list[Draft] = []
    for span in spans:
        if span.label not in ("PER", "ORG") or not 0 <= span.first < span.last <= len(scan.reading):
            continue
        if any(index in taken for index in range(span.first, span.last)):
            continue
        title = ends.get(span.first)
        words = [bare(word) for word in scan.reading.words[span.first : span.last]]
        if span.label == "PER" and title is not None and title.actors:
            title.actors = (attrs.evolve(title.actors[0], name=canonical(words), kind="person"),)
            title.form, title.name, title.last = "person", (span.first, span.last), span.last
            title.trace += (step("name by the recogniser"),)
        else:
            added.append(_party(scan, span, words))
        taken.update(range(span.first, span.last))
    return sorted([*found, *added], key=lambda draft: draft.first)


def _party(scan: Scan, span: Recognized, words: list[str]) -> Draft:
    proclitics = _proclitics(scan, span.first)
    words[0] = without(words[0], proclitics)
    trace = (f"{span.label} by the recogniser",)
    if span.label == "PER":
        who = Actor(canonical(words), None, None, None, "person")
        return Draft("person", span.first, span.last, proclitics, (who,), name=(span.first, span.last), trace=trace)
    return Draft(
        "group",
        span.first,
        span.last,
        proclitics,
        (Actor(" ".join(words), None, None, None, "group"),),
        fold(" ".join(words)),
        trace=trace,
    )


def _proclitics(scan: Scan, index: int) -> str:
    """The letters glued in front, where the rest is a given name or begins with the article; else none can be told."""
    for proclitics, rest in bare_prefixes(scan.reading.folded[index]):
        if proclitics and (rest in scan.words.given or rest.startswith("ال")):
            return proclitics
    return ""


def with_places(scan: Scan, found: list[Setting], spans: tuple[Recognized, ...]) -> list[Setting]:
    """The settings with the places that only the recogniser sees, those the vocabulary knows with their coordinates."""
    taken = {index for setting in found for index in range(setting.first, setting.last)}
    added: list[Setting] = []
    reading = scan.reading
    for span in spans:
        if (
            span.label != "LOC"
            or not 0 <= span.first < span.last <= len(reading)
            or any(i in taken for i in range(span.first, span.last))
        ):
            continue
        name = scan.text(span.first, span.last)
        place, proclitic = scan.vocabulary.places.get(fold(name)), ""
        if place is None and name[0] in "بلو":
            place = scan.vocabulary.places.get(fold(name[1:]))
            proclitic = name[0] if place is not None else ""
        start = reading.starts[span.first] + (original_length(reading.words[span.first], 1) if proclitic else 0)
        preposition = proclitic if proclitic in ("ب", "ل") else None
        where = place or Place(name)
        added.append(
            Setting(
                where, start, reading.ends[span.last - 1], span.first, span.last, preposition, "place", ("LOC by the recogniser",)
            )
        )
        taken.update(range(span.first, span.last))
    return sorted([*found, *added], key=lambda setting: setting.first)
