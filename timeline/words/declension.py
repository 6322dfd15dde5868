"""Arabic nouns declined by rule, as news spells them: لقاء، لقائه، لقاءين، لقاءات."""

from collections.abc import Iterator

from timeline.words.conjugation import Gender, Inflected, Slot

_NOUN = {gender + number: Slot("noun", "active", gender, number, "") for gender in ("m", "f") for number in ("s", "d", "p")}
_NOUN_FREE = {name: slot._replace(joined=False) for name, slot in _NOUN.items()}
_NOUN_JOINED = {name: slot._replace(free=False) for name, slot in _NOUN.items()}


def decline(noun: str, plurals: tuple[str, ...] | None = None) -> Iterator[Inflected]:
    """A noun in its cases and numbers: لقاء، لقائه، لقاءين، لقاءات.

    Where no plural is given it is the sound feminine one.

    >>> sorted(spelling for spelling, slot in decline("زيارة") if slot.joined)
    ['زيارات', 'زيارت', 'زيارتا', 'زيارتي']
    """
    if noun.endswith("ات") and plurals is None and len(noun) > 4:  # a noun that news has in the plural alone
        yield from _singular(noun, "fp")
        return
    gender: Gender = "f" if noun[-1] == "ة" else "m"
    yield from _singular(noun, gender + "s")
    if noun[-1] == "ة":
        core = noun[:-1] + "ت"
        yield core + "ا", _NOUN_JOINED["fd"]
        yield core + "ي", _NOUN["fd"]
    else:
        core = noun[:-1] + "ي" if noun[-1] == "ى" else noun
        if noun.endswith("اء"):
            yield noun[:-1] + "ئين", _NOUN_FREE[gender + "d"]
    yield core + "ان", _NOUN_FREE[gender + "d"]
    yield core + "ين", _NOUN_FREE[gender + "d"]
    for plural in (sound_plural(noun),) if plurals is None else plurals:
        yield from _singular(plural, "fp")


def sound_plural(noun: str) -> str:
    """The sound feminine plural: زيارات، اجتماعات."""
    if noun[-1] == "ة":
        return noun[:-1] + "ات"
    return (noun[:-1] + "ي" if noun[-1] == "ى" else noun) + "ات"


def _singular(noun: str, name: str) -> Iterator[Inflected]:
    """One stem of a noun, alone, with the ا of the accusative, and as it is spelled before a pronoun."""
    last = noun[-1]
    if last == "ة":
        yield noun, _NOUN_FREE[name]
        yield noun[:-1] + "ت", _NOUN_JOINED[name]
    elif last == "ى":
        yield noun, _NOUN_FREE[name]
        yield noun[:-1] + "ا", _NOUN_JOINED[name]
    else:
        yield noun, _NOUN[name]
        if last == "ء":
            for seat in "ئؤ":
                yield noun[:-1] + seat, _NOUN_JOINED[name]
        if not noun.endswith("ات"):
            yield noun + "ا", _NOUN_FREE[name]
