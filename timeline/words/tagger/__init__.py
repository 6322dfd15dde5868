"""A tag for each word of a sentence, where its letters leave more than one open: verb or noun, name or everyday word.

The models are conditional random fields trained on sentences of news that were tagged by reading (`make fit` trains them anew). On
held-out sentences 95 of 100 tokens get the right class; ask closed classes and vocabularies first.
"""

from collections.abc import Mapping, Sequence

from timeline.words.tagger.model import packaged_model
from timeline.words.tagger.tags import Base, Name, Tag

__all__ = ["Base", "Name", "Tag", "bases", "chances", "tag"]


def tag(words: Sequence[str]) -> tuple[Tag, ...]:
    """The tags of the tokens of one sentence, as `timeline.reading` cuts them, one a token.

    The first call reads the models, some two megabytes. Time grows with the number of tokens.

    >>> [str(each) for each in tag("مارس الوفد ضغوطا في مارس".split())]
    ['V', 'N', 'N', 'R', 'N']
    """
    return packaged_model().tag(words)


def bases(words: Sequence[str]) -> tuple[Base, ...]:
    """As `tag`, the classes alone: half the work.

    >>> bases("بكين - دعت الصين".split())
    ('G', 'K', 'V', 'G')
    """
    return packaged_model().bases(words)


def chances(words: Sequence[str]) -> tuple[Mapping[Name, float], ...]:
    """For each token of a sentence, how probable it is (0 to 1) that it belongs to a name of a person, a place, a body.

    >>> said, who = chances("قال أحمد".split())
    >>> max(said.values()) < 0.01, who["P"] > 0.99
    (True, True)
    """
    return packaged_model().chances(words)
