"""What a tag says of a word: its class, and the particles written together with it."""

from typing import Literal, cast, get_args

import attrs

from timeline.reading import remembered

#: V perfect verb, I imperfect verb or imperative; N noun or title, A adjective, T participle that governs; R preposition,
#: C coordinator, S opener of a clause, L relative, Q particle of negation, tense or question; D demonstrative, O pronoun;
#: U number, W adverb; K punctuation, F foreign letters. P p a person, G g a place, Z z a body: the first word of a name in
#: capitals, further ones small.
Base = Literal["V", "I", "N", "A", "T", "R", "C", "S", "L", "Q", "D", "O", "U", "W", "K", "F", "P", "p", "G", "g", "Z", "z"]
Name = Literal["P", "G", "Z"]
KINDS: tuple[Name, ...] = get_args(Name)
_BASES = frozenset(get_args(Base))
#: A conjunction و ف; a preposition ب ل ك; س of the future, or ل ف of purpose before a verb.
_BEFORE = ("", "c", "r", "q", "cr", "cq")


@attrs.frozen(cache_hash=True)
class Tag:
    """The class of one token (`base`), what is glued before it (`before`: c, r and q, in that order) and whether a pronoun ends it.

    >>> tag = Tag.parse("c+r+N+o")
    >>> tag.base, tag.before, tag.pronoun, str(tag)
    ('N', 'cr', True, 'c+r+N+o')
    """

    base: Base
    before: str = attrs.field(default="", validator=attrs.validators.in_(_BEFORE))
    pronoun: bool = False

    @classmethod
    def parse(cls, written: str) -> "Tag":
        """The tag that is written so. Raises ValueError where no tag is.

        >>> Tag.parse("c+X")
        Traceback (most recent call last):
        ValueError: no tag: 'c+X'
        """
        return _parse(written)

    @property
    def verb(self) -> bool:
        """Whether the word is a finite verb."""
        return self.base in ("V", "I")

    @property
    def name(self) -> Name | None:
        """Which kind of name the word belongs to: P a person's, G a place's, Z a body's, or None."""
        kind = self.base.upper()
        return cast(Name, kind) if kind in ("P", "G", "Z") else None

    @property
    def begins_name(self) -> bool:
        """Whether a name begins with the word."""
        return self.base in ("P", "G", "Z")

    def __str__(self) -> str:
        return "+".join((*self.before, self.base, *("o" if self.pronoun else "")))


@remembered(1 << 10)
def _parse(written: str) -> Tag:
    *before, base = written.removesuffix("+o").split("+")
    if base not in _BASES or "".join(before) not in _BEFORE or "" in before:
        raise ValueError(f"no tag: {written!r}")
    return Tag(cast(Base, base), "".join(before), written.endswith("+o"))
