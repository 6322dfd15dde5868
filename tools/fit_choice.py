"""Fit the points of clues and ways on annotated articles, and write `timeline/events/weights.toml`.

    python -m tools.fit_choice ANNOTATED.jsonl … [--default 0.55]

An annotated article is one line of JSON: text, published, and events with trigger spans ([start, end] in code points) and a date
{begin, until, approx}; other fields are not looked at. The texts of tests/events/corpus are added. The model is a conditional
logit: for each trigger, one of the dates that it is offered, or none; its coefficients are rounded to integer points.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from math import exp
from pathlib import Path

import attrs
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import timeline
from tests.events.cases import all_cases
from timeline import dates, names
from timeline.articles import Article
from timeline.events.choose import Choice, allowed_of
from timeline.events.clauses import Clause, clauses_of
from timeline.events.clues import WHEN, WHETHER, Case
from timeline.events.clues.case import Dated
from timeline.events.draft import Draft
from timeline.events.find import drafts_of
from timeline.events.offers import WAYS, Offer
from timeline.events.sheet import Sheet, lay_out
from timeline.events.tell import tell
from timeline.events.weights import Weights
from timeline.names import Vocabulary
from timeline.reading import read

TARGET = Path(timeline.__file__).parent / "events" / "weights.toml"
SCALE = 10  # points in one unit of log odds
KINDS = 3  # a noun, a statement, a deed
STRENGTH = 0.1  # the spread of points that the fit takes for granted, in units of log odds
CORPUS_WEIGHT = 3.0
NEAR = 0.25  # the share of days by which an approximate date is met


@attrs.frozen
class Gold:
    """One annotated event: the spans that name it, its first and last day, and whether nearly will do."""

    spans: tuple[tuple[int, int], ...]
    begin: date
    end: date
    nearly: bool

    def met_by(self, offer: Offer) -> bool:
        """Whether an offer is of its date."""
        begin, end = offer.when.begin, offer.when.end
        if (begin, end) == (self.begin, self.end):
            return True
        shared = (min(end, self.end) - max(begin, self.begin)).days + 1
        return self.nearly and shared >= NEAR * ((max(end, self.end) - min(begin, self.begin)).days + 1)


@attrs.frozen(eq=False)
class Text:
    """An annotated article, laid out."""

    sheet: Sheet
    clauses: tuple[Clause, ...]
    drafts: list[Draft]
    golds: tuple[Gold, ...]
    spare: tuple[tuple[int, int], ...] = ()
    weight: float = 1.0

    def golds_of(self, draft: Draft) -> list[Gold]:
        """The annotated events that the draft names."""
        reading, head = self.sheet.reading, draft.candidate.head
        start, end = reading.starts[head], reading.ends[head]
        return [gold for gold in self.golds if any(first < end and start < last for first, last in gold.spans)]

    def is_spare(self, draft: Draft) -> bool:
        """Whether readers differ about the draft."""
        reading, head = self.sheet.reading, draft.candidate.head
        return any(first < reading.ends[head] and reading.starts[head] < last for first, last in self.spare)


@attrs.frozen(eq=False)
class Row:
    """One trigger: what each allowed date has for it, and which dates are right (none where it tells no event)."""

    features: tuple[tuple[int, ...], ...]
    right: frozenset[int]
    weight: float


def lay(
    text: str, published: date | None, golds: Sequence[Gold], spare: Sequence[tuple[int, int]] = (), weight: float = 1.0
) -> Text:
    """Lay an annotated text out."""
    article = Article(text, published)
    reading = read(article.text)
    dating = dates.find(reading, article.published, article.published_from)
    sheet = lay_out(reading, dating, names.find(reading, dating, Vocabulary.of(None), None))
    clauses = clauses_of(sheet)
    return Text(sheet, clauses, drafts_of(sheet, clauses), tuple(golds), tuple(spare), weight)


def annotated(path: Path) -> Iterator[Text]:
    """The articles of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        golds = [
            Gold(
                tuple((start, end) for start, end in event["trigger"]),
                date.fromisoformat(event["date"]["begin"]),
                date.fromisoformat(event["date"]["until"]),
                bool(event["date"].get("approx")),
            )
            for event in record["events"]
        ]
        yield lay(record["text"], date.fromisoformat(record["published"]), golds)


def own_corpus() -> Iterator[Text]:
    """The texts of the repository's own corpus."""
    for case in all_cases():
        golds = [Gold(row.triggers, row.date.begin, row.date.end, row.date.nearly) for row in case.rows if row.date is not None]
        spare = [span for row in case.allowed for span in row.triggers]
        yield lay(case.text, case.published, golds, spare, CORPUS_WEIGHT)


NAMES: tuple[tuple[str, str, int], ...] = (
    *(("whether", clue.name, which) for clue in WHETHER for which in range(2)),
    *(("ways", way, kind) for way in WAYS for kind in range(KINDS)),
    *(("when", clue.name, 0) for clue in WHEN),
    *(("whether any", clue.name, 0) for clue in WHETHER),
    *(("ways any", way, 0) for way in WAYS),
)
#: What grammar says before any article is read, in units of log odds: the fit draws the points towards these, and all others to 0.
GRAMMAR: dict[tuple[str, str, int], float] = {
    ("ways any", "own", 0): 2.0,
    ("ways any", "now", 0): 3.0,
    ("ways any", "story", 0): 1.5,
    ("ways any", "with", 0): 2.0,
    ("ways any", "goes on", 0): 2.0,
    ("ways any", "occasion", 0): 2.0,
    ("whether any", "a visit that goes on", 0): 1.0,
    ("ways any", "himself", 0): 1.0,
    ("ways any", "speaker", 0): 1.0,
    ("ways any", "told before", 0): 1.0,
    ("ways any", "plan", 0): 1.0,
}
INDEX = {name: index for index, name in enumerate(NAMES)}


def features_of(case: Case, offers: Sequence[Offer]) -> list[tuple[int, ...]]:
    """The coefficients that count for each offer."""
    said = [clue.name for clue in WHETHER if clue.test(case)]
    kind = 0 if case.noun else 1 if case.speech else 2
    rows = []
    for offer in offers:
        dated = Dated(case, offer)
        row = [INDEX["whether", name, 0 if offer.own else 1] for name in said]
        row += [INDEX["whether any", name, 0] for name in said]
        row += [INDEX["ways", way, kind] for way in sorted(offer.ways)]
        row += [INDEX["ways any", way, 0] for way in sorted(offer.ways)]
        row += [INDEX["when", clue.name, 0] for clue in WHEN if clue.test(dated)]
        rows.append(tuple(row))
    return rows


def rows_of(text: Text, coefficients: np.ndarray | None, caution: float = 0.4) -> list[Row]:
    """The triggers of a text as they are met when it is told by the given coefficients, or rightly where there are none."""
    rows: list[Row] = []

    def pick(case: Case, offers: Sequence[Offer]) -> Choice:
        offers = [dated.offer for dated in allowed_of(case, offers)]
        if not offers:
            return Choice()
        features = features_of(case, offers)
        golds = text.golds_of(case.draft)
        right = frozenset(index for index, offer in enumerate(offers) if any(gold.met_by(offer) for gold in golds))
        if not text.is_spare(case.draft):
            doubtful = bool(golds) and not right
            rows.append(
                Row(
                    tuple(features),
                    right or (frozenset(range(len(offers))) if golds else frozenset()),
                    text.weight * (0.5 if doubtful else 1.0),
                )
            )
        if coefficients is None:
            return Choice(offers[min(right)], 1.0) if right else Choice()
        scores = [float(coefficients[list(row)].sum()) for row in features]
        best = max(range(len(offers)), key=scores.__getitem__)
        odds = sum(exp(min(score, 50.0)) for score in scores)
        return Choice(offers[best], odds / (1 + odds))

    tell(text.sheet, text.clauses, text.drafts, caution, pick)
    return rows


def fit(rows: Sequence[Row]) -> np.ndarray:
    """The coefficients of a conditional logit with a Gaussian prior."""
    data = [(index, column) for index, features in enumerate(f for row in rows for f in row.features) for column in features]
    size = sum(len(row.features) for row in rows)
    line, column = np.array(data).T
    matrix = csr_matrix((np.ones(len(data)), (line, column)), shape=(size, len(NAMES)))
    owner = np.repeat(np.arange(len(rows)), [len(row.features) for row in rows])
    good = np.array([index in row.right for row in rows for index in range(len(row.features))], dtype=float)
    told = np.array([bool(row.right) for row in rows])
    weight = np.array([row.weight for row in rows])

    middle = np.array([GRAMMAR.get(name, 0.0) for name in NAMES])

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ x
        top = np.zeros(len(rows))
        np.maximum.at(top, owner, scores)
        odds = np.exp(scores - top[owner])
        whole = np.exp(-top) + np.bincount(owner, odds, len(rows))
        hit = np.where(told, np.bincount(owner, odds * good, len(rows)), np.exp(-top))
        hit = np.maximum(hit, 1e-300)
        chance = odds / whole[owner]
        given = np.where(told[owner], odds * good / hit[owner], 0.0)
        value = -(weight * (np.log(hit) - np.log(whole))).sum() + 0.5 / STRENGTH * ((x - middle) @ (x - middle))
        return value, -(matrix.T @ ((given - chance) * weight[owner])) + (x - middle) / STRENGTH

    return minimize(loss, middle, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def points(x: np.ndarray) -> dict[str, dict[str, object]]:
    """The coefficients as points: a clue's for its own and for lent dates, a way's by kind of trigger."""

    def whole(*names: tuple[str, str, int]) -> int:
        return round(SCALE * float(sum(x[INDEX[name]] for name in names)))

    return {
        "whether": {
            clue.name: [whole(("whether", clue.name, which), ("whether any", clue.name, 0)) for which in range(2)]
            for clue in WHETHER
        },
        "ways": {way: [whole(("ways", way, kind), ("ways any", way, 0)) for kind in range(KINDS)] for way in WAYS},
        "when": {clue.name: whole(("when", clue.name, 0)) for clue in WHEN},
    }


def learn(texts: Sequence[Text], rounds: int = 1) -> np.ndarray:
    """Fit on texts as they are told rightly, then on texts as the fit tells them."""
    x = None
    for _ in range(rounds + 1):
        x = fit([row for text in texts for row in rows_of(text, x)])
    assert x is not None
    return x


def held_out(texts: Sequence[Text], corpus: Sequence[Text], folds: int = 5) -> list[tuple[float, bool]]:
    """What points that were fitted on the other articles say of each choice of an article, and whether it was right."""
    said: list[tuple[float, bool]] = []
    for fold in range(folds):
        seen = [text for index, text in enumerate(texts) if index % folds != fold]
        x = learn([*seen, *corpus])
        for text in texts[fold::folds]:
            for row in rows_of(text, x):
                scores = [float(x[list(features)].sum()) for features in row.features]
                odds = sum(exp(min(score, 50.0)) for score in scores)
                best = max(range(len(scores)), key=scores.__getitem__)
                said.append((odds / (1 + odds), best in row.right and row.weight == text.weight))
    return sorted(said)


def calibration(said: Sequence[tuple[float, bool]], pairs: int = 12) -> list[list[float]]:
    """Pairs of what is said and how often that is right, ever rising: neighbours that fall are pooled."""
    size = max(1, len(said) // pairs)
    pools = [[sum(p for p, _ in part), float(sum(right for _, right in part)), float(len(part))] for part in _parts(said, size)]
    rising: list[list[float]] = []
    for pool in pools:
        rising.append(pool)
        while len(rising) > 1 and rising[-2][1] / rising[-2][2] >= rising[-1][1] / rising[-1][2]:
            last = rising.pop()
            rising[-1] = [a + b for a, b in zip(rising[-1], last, strict=True)]
    return [[round(p / n, 2), round(right / n, 2)] for p, right, n in rising]


def _parts(said: Sequence[tuple[float, bool]], size: int) -> Iterator[Sequence[tuple[float, bool]]]:
    for start in range(0, len(said), size):
        yield said[start : start + size]


def write(record: dict[str, dict[str, object]], pairs: list[list[float]], default: float) -> str:
    """The weights as TOML."""
    lines = [
        "# Points of clues and ways, fitted on annotated articles by tools/fit_choice.py.",
        "# clues/ and offers/offer.py say what they ask.",
        "# [whether]: for a date of the trigger's own, for a lent one. [ways]: for a noun, a statement, a deed.",
        f"scale = {SCALE}  # points in one unit of log odds",
        f"default = {default}  # the confidence from which a trigger tells an event",
        "# What the points say, and how many of those were right on articles that the fit had not seen.",
        f"calibration = {pairs}",
    ]
    for table, entries in record.items():
        lines += ["", f"[{table}]"]
        lines += [f'"{name}" = {value}' for name, value in entries.items() if value and value != [0] * 2 and value != [0] * 3]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotated", nargs="+", type=Path)
    parser.add_argument("--default", type=float, default=0.55, help="what the points must say that a trigger tells an event")
    args = parser.parse_args()
    texts, corpus = [text for path in args.annotated for text in annotated(path)], list(own_corpus())
    record = points(learn([*texts, *corpus]))
    pairs = calibration([one for one in held_out(texts, corpus) if one[0] >= 0.2])
    weights = Weights.of({"scale": SCALE, "default": 0.5, "calibration": pairs, **record})
    TARGET.write_text(write(record, pairs, round(weights.calibrated(args.default), 2)), encoding="utf-8")
    sys.stderr.write(f"{len(texts)} texts -> {TARGET}\n")


if __name__ == "__main__":
    main()
