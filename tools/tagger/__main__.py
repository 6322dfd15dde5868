"""Train the tagger, tell how it does on held-out sentences, and write it to timeline/words/tagger/data.

    python -m tools.tagger TAGGED … [--raw TEXT …]

TAGGED are files of tagged sentences (their form is that of tools/tagger/sentences.txt, which is always learned from); TEXT are
files of raw news, one sentence or paragraph a line, from which the tagger learns how words are used: it is trained once without
that, reads the raw news, and is trained again with what it read there. Without raw news the uses that the package knows are kept.
"""

import argparse
import gzip
import sys
from pathlib import Path

from timeline.reading import read
from timeline.words.tagger import known
from timeline.words.tagger.model import BASES, PARTICLES, Model
from tools.tagger.lists import lists
from tools.tagger.report import report
from tools.tagger.sentences import halves
from tools.tagger.training import train, uses, vocabulary

OWN = Path(__file__).with_name("sentences.txt")
DATA = Path(known.__file__).with_name("data")
_ROUNDS = 2  # times that the raw news is read
_LONGEST = 150  # tokens of a raw line


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(prog="python -m tools.tagger", description=__doc__.splitlines()[0])
    parser.add_argument("tagged", nargs="+", type=Path, help="files of tagged sentences")
    parser.add_argument("--raw", nargs="*", type=Path, default=[], help="files of raw news, a sentence or paragraph a line")
    arguments = parser.parse_args()
    learn, held = halves([OWN, *arguments.tagged])
    held_own = halves([OWN])[1]
    raw = [read(line).words[:_LONGEST] for path in arguments.raw for line in path.read_text(encoding="utf-8").splitlines()]
    listed = lists()
    kept = known.packaged() if not raw else None
    words = kept or known.Vocabulary(vocabulary({}, listed))
    model = Model(words, *train(learn, words))
    print(f"without raw news: {report(model, held)}" if raw else report(model, held), flush=True)
    text = ""
    for turn in range(_ROUNDS if raw else 0):
        table = vocabulary(uses(model, raw), listed)
        words = known.Vocabulary(table)
        fields = train(learn, words)
        model = Model(words, *fields)
        print(f"raw news read {turn + 1} times: {report(model, held)}", flush=True)
        text = "".join(f"{word}\t{each.use}\t{each.often}\t{' '.join(each.lists)}\n" for word, each in table.items())
    print(f"own sentences: {report(model, held_own)}")
    bases, particles = train([*learn, *held], words)  # what is shipped learns from all
    DATA.mkdir(exist_ok=True)
    files = {BASES: bases, PARTICLES: particles} | ({"known.tsv.gz": text.encode()} if text else {})
    for name, content in files.items():
        packed = gzip.compress(content, mtime=0)
        (DATA / name).write_bytes(packed)
        print(f"{name}: {len(content):,} bytes, {len(packed):,} packed")


if __name__ == "__main__":
    sys.exit(main())
