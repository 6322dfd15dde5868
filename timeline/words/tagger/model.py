"""The trained models, loaded when first needed, and the tags that they give."""

import gzip
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from threading import Lock

import pycrfsuite

from timeline.reading import remembered
from timeline.words.tagger.features import of_particles, of_sentences
from timeline.words.tagger.known import Vocabulary, packaged
from timeline.words.tagger.tags import KINDS, Base, Name, Tag

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")  # half a character, of which crfsuite makes nothing

BASES = "bases.crf.gz"
PARTICLES = "particles.crf.gz"


class Model:
    """Two conditional random fields: one gives the bases of a sentence, the other the particles of each word by its base."""

    def __init__(self, known: Vocabulary, bases: bytes, particles: bytes) -> None:
        self._features, self._glued = of_sentences(known), of_particles(known)
        self._files = bases, particles  # crfsuite reads them where they lie
        self._bases, self._particles = pycrfsuite.Tagger(), pycrfsuite.Tagger()
        self._bases.open_inmemory(bases)
        self._particles.open_inmemory(particles)
        self._lock = Lock()  # crfsuite's taggers hold what they are at
        self._whole = remembered(1 << 15)(self._tag_of)

    def tag(self, words: Sequence[str]) -> tuple[Tag, ...]:
        """A tag for each token of a sentence."""
        return tuple(map(self._whole, words, self.bases(words)))

    def bases(self, words: Sequence[str]) -> tuple[Base, ...]:
        """The base of each token of a sentence."""
        if not words:
            return ()
        features = self._features(_whole(words))
        with self._lock:
            return tuple(self._bases.tag(features))

    def chances(self, words: Sequence[str]) -> tuple[Mapping[Name, float], ...]:
        """For each token of a sentence, how probable it is that it belongs to a name of each kind."""
        if not words:
            return ()
        features = self._features(_whole(words))
        with self._lock:
            self._bases.set(features)
            chance = self._bases.marginal
            return tuple({kind: chance(kind, at) + chance(kind.lower(), at) for kind in KINDS} for at in range(len(words)))

    def _tag_of(self, word: str, base: str) -> Tag:
        with self._lock:
            (particles,) = self._particles.tag([self._glued(_whole([word])[0], base)])
        return Tag.parse(particles.replace("_", base))


@cache
def packaged_model() -> Model:
    """The model of the package; read once."""
    folder = files(__package__) / "data"
    bases, particles = (gzip.decompress((folder / name).read_bytes()) for name in (BASES, PARTICLES))
    return Model(packaged(), bases, particles)


def _whole(words: Sequence[str]) -> Sequence[str]:
    """The words with a sign in place of each half of a character."""
    return [_LONE_SURROGATES.sub("\ufffd", word) for word in words]
