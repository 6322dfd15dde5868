"""Merging is a union: what no order, no repeat and no detour changes."""

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chronology.telling import (
    AMERICA,
    ATTIYAH,
    CHINA,
    DOHA,
    EMIR,
    GENEVA,
    IN_QATAR,
    KERRY,
    LAVROV,
    MINISTRY,
    QATAR,
    RUSSIA,
    VIENNA,
    on,
    tell,
    timeline_of,
)
from timeline.articles import Article
from timeline.chronology import Timeline, merge
from timeline.model import Event, Mention

WHO = st.sampled_from([RUSSIA, AMERICA, CHINA, QATAR, EMIR, ATTIYAH, LAVROV, KERRY, MINISTRY])
WHEN = st.sampled_from(
    [
        None,
        *(on(f"2022-01-{day:02}") for day in range(8, 14)),
        on("2022-01-09", "2022-01-10"),
        on("2022-01-10", about=True),
        on("2022-01"),
        on("2022-01", about=True),
        on("2022"),
        on("2021-12"),
    ]
)
WHAT = st.sampled_from(
    [
        ("CONSULT", "لقاء"),
        ("CONSULT", "محادثات"),
        ("CONSULT", "زيارة"),
        ("CONSULT", ""),
        ("STATEMENT", "قول"),
        ("REQUEST", "دعوة"),
        ("ASSAULT", "هجوم"),
        ("OTHER", "إلغاء زيارة"),
    ]
)


@st.composite
def mentions(draw: st.DrawFn) -> Mention:
    action_type, head = draw(WHAT)
    return tell(
        draw(st.sampled_from("abcdef")),
        draw(WHEN),
        *draw(st.lists(WHO, max_size=3, unique=True)),
        type=action_type,
        head=head.split()[0] if head else "",
        text=head,
        to=tuple(draw(st.lists(WHO, max_size=1))),
        place=draw(st.sampled_from([None, GENEVA, VIENNA, DOHA, IN_QATAR])),
        modality=draw(st.sampled_from(["asserted", "asserted", "planned", "negated"])),
        event=draw(st.integers(0, 7)),
    )


PUBLISHED = {"a": "2022-01-08", "b": "2022-01-10", "c": "2022-01-10", "d": "2022-02-01"}
TIMELINES = st.lists(mentions(), max_size=24).map(lambda told: timeline_of(*told, published=PUBLISHED))


@given(TIMELINES, TIMELINES)
def test_merge_is_commutative(one: Timeline, other: Timeline) -> None:
    left, right = merge(one, other), merge(other, one)
    assert left == right
    assert left.entries == right.entries


@given(TIMELINES, TIMELINES, TIMELINES)
@settings(max_examples=50)
def test_merge_is_associative(one: Timeline, two: Timeline, three: Timeline) -> None:
    left, right = merge(one, merge(two, three)), merge(merge(one, two), three)
    assert left == right == merge(three, one, two)
    assert left.entries == right.entries


@given(TIMELINES)
def test_merge_is_idempotent(timeline: Timeline) -> None:
    assert merge(timeline, timeline) == timeline == merge(timeline, merge())
    assert merge(timeline, timeline).entries == timeline.entries


@given(TIMELINES, st.randoms(use_true_random=False))
def test_the_order_of_mentions_and_articles_never_matters(timeline: Timeline, random: "st.random.Random") -> None:  # type: ignore[name-defined]
    shuffled, articles = list(timeline.mentions), list(timeline.articles)
    random.shuffle(shuffled)
    random.shuffle(articles)
    assert Timeline(tuple(articles), tuple(shuffled)).entries == timeline.entries


@given(TIMELINES)
def test_nothing_is_lost(timeline: Timeline) -> None:
    """Every mention stands in exactly one entry."""
    told = [mention for event in timeline.entries for mention in event.mentions]
    assert sorted(told, key=lambda mention: mention.sort_key) == list(timeline.mentions)


@given(TIMELINES, st.sampled_from("abcdef"))
def test_a_reprint_adds_a_source_and_no_event(timeline: Timeline, reprinted: str) -> None:
    """The same text under another id joins the entries of the first."""
    reprint = Timeline(
        tuple(Article(article.text, article.published, id="reprint") for article in timeline.articles if article.id == reprinted),
        tuple(attrs.evolve(mention, article="reprint") for mention in timeline.mentions if mention.article == reprinted),
    )
    both = merge(timeline, reprint)
    assert len(both.entries) == len(timeline.entries)
    for event in both.entries:
        assert (reprinted in event.articles) == ("reprint" in event.articles)


def _tellings(event: Event) -> frozenset[tuple[str, int]]:
    return frozenset((mention.article, mention.event) for mention in event.mentions)


@given(TIMELINES)
def test_an_article_tells_an_entry_once(timeline: Timeline) -> None:
    """Two events of one article never become one entry."""
    for event in timeline.entries:
        articles = [article for article, _ in _tellings(event)]
        assert len(articles) == len(set(articles))


@given(TIMELINES, st.sets(st.integers(0, 30)))
def test_a_view_keeps_its_entries_whole(timeline: Timeline, chosen: set[int]) -> None:
    """Whatever entries are kept, they are the same entries, and merging the views gives back the whole."""
    kept = {event for index, event in enumerate(timeline.entries) if index in chosen}
    view, rest = timeline.where(lambda event: event in kept), timeline.where(lambda event: event not in kept)
    assert list(view.entries) == [event for event in timeline.entries if event in kept]
    assert merge(view, rest).entries == timeline.entries


@given(TIMELINES)
def test_dated_entries_are_in_order_and_undated_ones_apart(timeline: Timeline) -> None:
    dates = [event.date for event in timeline]
    assert dates == sorted(dates)  # type: ignore[type-var]
    assert all(event.date is None for event in timeline.undated)
    assert len(timeline) + len(timeline.undated) == len(timeline.entries)


@given(TIMELINES)
@settings(max_examples=30)
def test_every_entry_can_be_explained(timeline: Timeline) -> None:
    for event in timeline.entries:
        assert all(article in timeline.explain(event) for article in event.articles)
