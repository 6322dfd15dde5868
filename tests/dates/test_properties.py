"""What holds for any text: a result, true offsets, no overlaps, and values that spelling does not change."""

from datetime import date
from pathlib import Path

from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import find_dates
from timeline.model import DateExpression

PUBLISHED = date(2022, 6, 15)
_LINES = (Path(__file__).parent / "cases.txt").read_text("utf-8").splitlines()
SURFACES = [line.replace("|", "") for line in _LINES if line and line[0] not in "#=@"]
VALUES = sorted({value for line in _LINES if line.startswith("= ") for value in line[2:].split()})
PIECES = [
    "في",
    "و",
    "من",
    "إلى",
    "قبل",
    "بعد",
    "12",
    "3",
    "2015",
    "/",
    "-",
    "(",
    ")",
    "،",
    ".",
    "\n",
    "يناير",
    "آب",
    "شوال",
    "هـ",
    "م",
    "الخميس",
    "يوم",
]
PIECES += [
    "يومي",
    "اليوم",
    "أمس",
    "الماضي",
    "المقبل",
    "العام",
    "الشهر",
    "نهاية",
    "الأول",
    "عشر",
    "الموافق",
    "كانون",
    "الثاني",
    "أسبوعين",
    "ذاته",
    "منذ",
]

surface = st.sampled_from(SURFACES)
rough = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.one_of(surface, st.text(max_size=8))).map(" ".join),
)
SHADDA_FATHA_KASRA = "ًٌٍَُِّْ"


def _checked(text: str, published: date | None) -> tuple[DateExpression, ...]:
    found = find_dates(text, published)
    ends = [0]
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.text
        assert one.start >= ends[-1]
        ends.append(one.end)
    return found


@settings(deadline=None, max_examples=400)
@given(rough, st.one_of(st.none(), st.dates()))
def test_any_text_gives_ordered_expressions_with_true_offsets(text: str, published: date | None) -> None:
    _checked(text, published)


@settings(deadline=None, max_examples=200)
@given(rough)
def test_finding_twice_gives_the_same(text: str) -> None:
    assert find_dates(text, PUBLISHED) == find_dates(text, PUBLISHED)


@settings(deadline=None, max_examples=200)
@given(surface, st.data())
def test_vowel_signs_and_tatweel_change_no_value(text: str, data: st.DataObject) -> None:
    """Signs only follow letters, as in correct spelling."""
    marked = "".join(
        char + (data.draw(st.sampled_from(["", "", *SHADDA_FATHA_KASRA])) if "ا" < char <= "ي" else "") for char in text
    )
    place = data.draw(st.integers(0, len(text) - 1))
    stretched = (
        text[: place + 1] + "ـ" + text[place + 1 :] if text[place].isalpha() and text[place + 1 : place + 2].isalpha() else text
    )
    values = [one.value for one in find_dates(text, PUBLISHED)]
    assert [one.value for one in _checked(marked, PUBLISHED)] == values
    assert [one.value for one in _checked(stretched, PUBLISHED)] == values


@settings(deadline=None, max_examples=200)
@given(surface, st.sampled_from(["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]))
def test_the_script_of_digits_changes_no_value(text: str, digits: str) -> None:
    plain = text.translate(
        {ord(digit): str(value) for script in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(script)}
    )
    swapped = plain.translate(str.maketrans("0123456789", digits))
    assert [(one.value, one.span) for one in _checked(swapped, PUBLISHED)] == [
        (one.value, one.span) for one in _checked(plain, PUBLISHED)
    ]


@settings(deadline=None, max_examples=200)
@given(surface, st.dates(date(1700, 1, 1), date(2300, 1, 1)))
def test_every_value_is_edtf_that_edtf_reads_back(text: str, published: date) -> None:
    for one in find_dates(text, published):
        if one.value is not None:
            assert str(parse_edtf(one.value.edtf)) == one.value.edtf


def test_the_values_of_the_corpus_are_edtf() -> None:
    assert [str(parse_edtf(value)) for value in VALUES] == VALUES


@settings(deadline=None, max_examples=100)
@given(surface)
def test_every_expression_without_anchor_is_whole_or_unresolved(text: str) -> None:
    """Without a publication date only what the text itself fixes has a value."""
    for one in find_dates(text):
        assert (
            one.value is None
            or one.kind != "relative"
            or any(char.isdigit() for char in text)
            or "القرن" in text
            or "ألف" in text
            or "ات" in text
        )
