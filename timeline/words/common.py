"""Everyday words that are no verbs, as sets of folded words."""

import tomllib
from importlib.resources import files

from timeline.reading import fold

_DATA: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("common.toml").read_text(encoding="utf-8"))

#: Particles, prepositions, pronouns, adverbs, months and days: never a verb, whatever their letters.
FUNCTION = frozenset(map(fold, _DATA["function"]))
#: Common nouns and adjectives.
NOUNS = frozenset(map(fold, _DATA["nouns"]))
#: Names and nouns that look like a verb by the letters alone.
LOOKALIKES = frozenset(map(fold, _DATA["lookalikes"]))
