"""The store as a value that lasts: idempotent, whole, filtered as the timeline is."""

import sqlite3
import threading
from datetime import date
from pathlib import Path

import attrs
import pytest

from tests.store.reading import articles, extract
from timeline.articles import Article
from timeline.chronology import Correction, Evidence, Timeline, merge
from timeline.model import DateSpan
from timeline.store import Store

ARTICLES = articles(40)
WHOLE = merge(*map(extract, ARTICLES))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.db"


def filled(path: Path) -> Store:
    store = Store(path, extract=extract)
    store.add(ARTICLES)
    return store


def test_what_was_added_is_there_when_it_is_opened_again(path: Path) -> None:
    with filled(path) as store:
        assert store.timeline() == WHOLE
    with Store(path, extract=extract, create=False) as store:
        assert store.timeline() == WHOLE
        assert len(store) == len(ARTICLES)


def test_adding_is_idempotent_by_content_and_order_never_matters(path: Path) -> None:
    with filled(path) as store:
        assert store.add(reversed(ARTICLES)) == 0
        assert store.add(Article(ARTICLES[0].text, ARTICLES[0].published, source="paper 0", title="number 0")) == 0
        assert store.timeline() == WHOLE


def test_an_article_without_events_is_kept(path: Path) -> None:
    with Store(path, extract=lambda article: Timeline((article,))) as store:
        assert store.add(Article("\ud800 \x00 نص", id="\ud800")) == 1
        assert store.add(Article("\ud800 \x00 نص", id="\ud800")) == 0
        assert store.timeline().articles == (Article("\ud800 \x00 نص", id="\ud800"),)


def test_one_id_for_two_articles_is_an_error_and_those_before_are_kept(path: Path) -> None:
    with Store(path, extract=lambda article: Timeline((article,))) as store:
        with pytest.raises(ValueError, match="'x'"):
            store.add([Article("قبل"), Article("نص", id="x"), Article("غيره", id="x"), Article("بعد")])
        assert len(store) == 2


def test_progress_tells_each_article_and_whether_it_was_new(path: Path) -> None:
    told: list[tuple[Article, bool]] = []
    with Store(path, extract=extract) as store:
        store.add([ARTICLES[0], ARTICLES[1], ARTICLES[0]], progress=lambda article, new: told.append((article, new)))
    assert told == [(ARTICLES[0], True), (ARTICLES[1], True), (ARTICLES[0], False)]


def test_a_failure_leaves_nothing_half_done(path: Path) -> None:
    def fail_at_third(article: Article) -> Timeline:
        if article == ARTICLES[2]:
            raise KeyboardInterrupt
        return extract(article)

    with Store(path, extract=fail_at_third) as store, pytest.raises(KeyboardInterrupt):
        store.add(ARTICLES)
    with Store(path, extract=extract) as store:
        assert store.timeline() == merge(*map(extract, ARTICLES[:2]))
        assert store.add(ARTICLES) == len(ARTICLES) - 2


FILTERS = [
    {"actor": "RUS"},
    {"actor": "rus"},
    {"actor": ("RUS", "QAT")},
    {"actor": "Nobody"},
    {"place": "geneva"},
    {"place": "GEN"},
    {"begin": "2022-03"},
    {"end": "2022-03-05"},
    {"begin": "2022-02", "end": "2022-04"},
    {"type": "CONSULT"},
    {"type": ["ASSAULT"]},
    {"source": "paper 3"},
    {"source": ("paper 1", "paper 2"), "actor": "EGY", "place": "doha", "begin": "2022"},
]


def filtered(timeline: Timeline, actor=(), place=None, begin=None, end=None, type=(), source=()) -> Timeline:  # type: ignore[no-untyped-def] # noqa: A002
    several = lambda value: (value,) if isinstance(value, str) else tuple(value)  # noqa: E731
    timeline = timeline.involving(*several(actor))
    timeline = timeline.at(place) if place else timeline
    timeline = timeline.between(begin, end) if begin or end else timeline
    timeline = timeline.of_type(*several(type)) if type else timeline
    return timeline.from_source(*several(source)) if source else timeline


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_filters_in_the_query_are_those_of_the_timeline(path: Path, filters: dict[str, str]) -> None:
    """The first answer comes from memory, the second from the index; entries stay whole."""
    expected = filtered(WHOLE, **filters)
    with filled(path) as store:
        for _ in range(2):
            found = store.timeline(**filters)  # type: ignore[arg-type]
            assert found == expected
            assert found.entries == expected.entries
        assert store._row("SELECT content = indexed FROM state") == (1,)


def test_the_index_follows_what_is_added(path: Path) -> None:
    with Store(path, extract=extract) as store:
        for part in (ARTICLES[:20], ARTICLES[20:]):
            store.add(part)
            assert store.timeline(actor="RUS").articles
        assert store.timeline(actor="RUS") == store.timeline(actor="RUS") == WHOLE.involving("RUS")


def test_a_new_version_reads_again_when_asked(path: Path) -> None:
    with Store(path, extract=lambda article: Timeline((article,)), reader="1") as store:
        store.add(ARTICLES)
        assert store.stale == 0
    with Store(path, extract=extract, reader="2") as store:
        assert store.stale == len(ARTICLES)
        assert store.timeline().entries == ()
        assert store.refresh() == len(ARTICLES)
        assert (store.stale, store.refresh()) == (0, 0)
        assert store.timeline() == WHOLE


def test_a_vocabulary_is_part_of_the_version(tmp_path: Path) -> None:
    words = tmp_path / "words.toml"
    words.write_text('[organisations]\nZZZ = { names = ["رابطة البحيرات"] }\n', "utf-8")
    with Store(":memory:") as plain, Store(":memory:", vocabulary=words) as own:
        assert own.reader.startswith(plain.reader)
        assert own.reader != plain.reader
    words.write_text("[a]\n", "utf-8")
    with pytest.raises(ValueError, match="line 1"):
        Store(":memory:", vocabulary=words)


def test_two_writers_at_once_lose_nothing(path: Path) -> None:
    """Each thread has a store of its own, and they add the same articles from both ends."""
    failures: list[BaseException] = []

    def write(part: list[Article]) -> None:
        try:
            with Store(path, extract=extract) as store:
                store.add(part)
                store.timeline(actor="RUS")
        except BaseException as failure:
            failures.append(failure)

    writers = [threading.Thread(target=write, args=(part,)) for part in (ARTICLES, ARTICLES[::-1], ARTICLES[20:] + ARTICLES[:20])]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    with Store(path, extract=extract) as store:
        assert store.timeline() == WHOLE


def test_a_reader_sees_one_state_while_another_writes(path: Path) -> None:
    with Store(path, extract=extract) as writer, Store(path, extract=extract) as reader:
        writer.add(ARTICLES[:10])
        with writer._writing():
            assert len(reader.timeline().articles) == 10


def test_a_file_that_is_no_database_is_an_error(path: Path) -> None:
    path.write_text("التقى الوزير نظيره. " * 200, "utf-8")
    with pytest.raises(ValueError, match=r"no timeline database.*talks\.db"):
        Store(path)


def test_another_database_is_an_error_and_stays_as_it_is(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(ValueError, match="no timeline database"):
        Store(path)
    assert path.read_bytes() == before


def test_a_newer_database_is_an_error(path: Path) -> None:
    filled(path).close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(ValueError, match=r"newer version.*99"):
        Store(path)


def test_a_damaged_database_is_an_error(path: Path) -> None:
    filled(path).close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(ValueError, match="damaged"), Store(path, extract=extract) as store:
        store.timeline()


def test_missing_files_and_folders_are_errors(path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"talks\.db"):
        Store(path, create=False)
    with pytest.raises(FileNotFoundError, match="nowhere"):
        Store(path.parent / "nowhere" / "talks.db")
    with pytest.raises(IsADirectoryError):
        Store(path.parent)
    assert not path.exists()


def test_a_file_that_cannot_be_written_can_be_read(path: Path) -> None:
    filled(path).close()
    path.chmod(0o444)
    with Store(path, extract=extract) as store:
        store._connection.execute("PRAGMA query_only = ON")
        assert store.timeline(actor="RUS") == WHOLE.involving("RUS")


def decisions() -> list[Correction]:
    """Two rows hidden and one dated anew; the last is about evidence that no article has."""
    first, second, third, *_ = WHOLE.entries
    gone = attrs.evolve(Evidence.of(third.mentions[0]), article="burnt", quote="burnt")
    return [
        Correction("hide", (Evidence.of(first.mentions[0]),)),
        Correction("date", (Evidence.of(second.mentions[0]),), value=DateSpan.day(date(2023, 5, 1)), at="2022-12-30T08:00:00Z"),
        Correction("star", (gone,)),
    ]


@pytest.mark.parametrize("indexed", [False, True])
def test_corrections_are_kept_and_hold_in_every_view(path: Path, indexed: bool) -> None:
    whole = WHOLE.corrected(decisions())
    with filled(path) as store:
        if indexed:
            store.timeline(actor="RUS")
        assert store.correct(decisions()) == 3
        assert store.correct(reversed(decisions())) == 0
    with Store(path, extract=extract) as store:
        assert set(store.corrections) == set(decisions())
        for _ in range(2):  # without the index, then with it
            assert store.timeline(begin="2023").entries == whole.between("2023").entries
            assert len(store.timeline(begin="2023").entries) == 1
        assert store.timeline() == whole
        assert [correction.decide for correction, _ in store.timeline().unmet] == ["star"]
        assert store.timeline(actor="RUS").hidden == whole.involving("RUS").hidden


def test_an_earlier_database_is_an_error_that_says_what_to_do(path: Path) -> None:
    filled(path).close()
    with sqlite3.connect(path) as old:
        old.execute("PRAGMA user_version = 1")
    old.close()
    with pytest.raises(ValueError, match=r"earlier version.*add its articles to a new file"):
        Store(path)
