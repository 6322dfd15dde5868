"""Learning: the two random fields, and from raw news how each word is used."""

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pycrfsuite

from timeline.reading import fold
from timeline.words.tagger.features import of_particles, of_sentences
from timeline.words.tagger.known import Known, Vocabulary
from timeline.words.tagger.model import Model
from tools.tagger.sentences import Sentence

#: c1 and c2 punish weights: the first drops features (and makes the file small), the second keeps weights low.
_BASES = {"c1": 0.12, "c2": 0.05, "max_iterations": 90, "feature.possible_transitions": True}
_PARTICLES = {"c1": 0.1, "c2": 0.02, "max_iterations": 100}
_SEEN = 3  # times that one pair of word and tag counts for the particles, at most
_RARE = 3  # times that raw news must have a word for its use to be known
_NEARLY_ALWAYS, _MOSTLY = 0.95, 0.75


def train(learn: Iterable[Sentence], known: Vocabulary) -> tuple[bytes, bytes]:
    """The field of bases and the field of particles, as files of crfsuite."""
    learn = list(learn)
    features, glued = of_sentences(known), of_particles(known)
    bases = pycrfsuite.Trainer(verbose=False, params=_BASES)
    for sentence in learn:
        bases.append(features(sentence.words), [tag.base for tag in sentence.tags])
    particles = pycrfsuite.Trainer(verbose=False, params=_PARTICLES)
    pairs = Counter((word, tag) for sentence in learn for word, tag in zip(sentence.words, sentence.tags, strict=True))
    for (word, tag), count in pairs.items():
        label = str(tag).replace(tag.base, "_")
        for _ in range(min(count, _SEEN)):
            particles.append([glued(word, tag.base)], [label])
    return _trained(bases), _trained(particles)


def _trained(trainer: pycrfsuite.Trainer) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()


def uses(model: Model, raw: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, int]]:
    """How a model reads the words of raw sentences: by folded word its use, as `known` writes it, and how often it comes."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words in raw:
        for word, tag in zip(words, model.tag(words), strict=True):
            folded = fold(word)
            if folded.isalpha():
                counts[folded][tag.base] += 1
    return {word: (_use(bases), bases.total()) for word, bases in counts.items() if bases.total() >= _RARE}


def _use(bases: Counter[str]) -> str:
    (first, count), *others = bases.most_common(2)
    if count >= _NEARLY_ALWAYS * bases.total():
        return first + "!"
    return first if count >= _MOSTLY * bases.total() else "|".join(sorted((first, others[0][0])))


def vocabulary(used: Mapping[str, tuple[str, int]], lists: Mapping[str, set[str]]) -> dict[str, Known]:
    """What is known of each word of raw news or of a list. A verb's form that raw news never has is left out."""
    found = {}
    for word in sorted({*used, *(word for word, names in lists.items() if names != {"v"})}):
        use, count = used.get(word, ("?", 0))
        found[word] = Known(use, count.bit_length(), tuple(sorted(lists.get(word, ()))))
    return found
