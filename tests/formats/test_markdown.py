import pytest
from markdown_it import MarkdownIt

from tests.formats.hostile import ADDRESSES, ATTACKS, hostile
from timeline.formats import write

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def tokens(text: str):
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def cells(text: str) -> list[list[str]]:
    """The rows of all tables, as a reader shows them."""
    found: list[list[str]] = []
    for token in READER.parse(text):
        if token.type == "tr_open":
            found.append([])
        elif token.type == "inline" and found and token.level > 3:
            found[-1].append("".join(child.content for child in token.children or ()))
    return found


def test_the_table_reads_back(chronology):
    found = cells(write(chronology, "markdown", lang="en"))
    assert found[0] == ["Date", "Actors", "Action", "Type", "Place", "Articles"]
    assert [
        "10 January 2022",
        "Russia, United States",
        "لقاء الوفدين الروسي والأميركي لبحث الضمانات الأمنية",
        "Consult",
        "Geneva",
        "1, 2",
    ] in found
    assert ["week of 7–13 February 2022", "Emmanuel Macron → Russia", "زيارة ماكرون لموسكو", "Consult (Planned)", "", "3"] in found
    assert len(found) == len(chronology.entries) + 2


def test_sources_are_numbered_with_their_links(chronology):
    links = [token.attrs["href"] for token in tokens(write(chronology, "markdown")) if token.type == "link_open"]
    assert links == [
        "https://bridge.example/%D8%A3%D8%B3%D8%A8%D9%88%D8%B9",
        "https://harbour.example/1",
        "https://tower.example/3",
    ]


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_text_becomes_markup(attack: str):
    timeline = hostile(attack)
    text = write(timeline, "markdown", title=attack)
    found = list(tokens(text))
    assert not {token.type for token in found} & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "strong_open",
        "em_open",
        "s_open",
    }
    assert sum(token.type == "heading_open" for token in found) == 3
    assert [len(row) for row in cells(text)] == [6] * (len(timeline.entries) + 2)


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_links_are_http_or_none(address: str):
    found = list(tokens(write(hostile("نص", address), "markdown")))
    hrefs = {token.attrs["href"] for token in found if token.type == "link_open"}
    assert all(href.startswith("https://evil.example/a") for href in hrefs)
    assert not any(token.type.startswith("html") for token in found)


def test_contradicting_sources_are_marked_here_and_in_notebooks():
    from tests.chronology.telling import AMERICA, DOHA, LAVROV, QATAR, RUSSIA, on, tell, timeline_of

    visit = {"head": "زيارة", "to": (QATAR,), "place": DOHA}
    timeline = timeline_of(tell("a", on("2022-01-10"), LAVROV, **visit), tell("b", on("2022-01-11"), LAVROV, **visit))
    assert len(timeline.entries) == 1
    assert "1, 2 ≠" in write(timeline, "markdown")
    assert "2 ≠" in timeline._repr_html_()
    undated = timeline_of(tell("a", None, RUSSIA, to=(AMERICA,), modality="planned"))
    page = undated._repr_html_()
    assert "بلا تاريخ" in page
    assert "روسيا ← الولايات المتحدة" in page
    assert "مزمع" in page
