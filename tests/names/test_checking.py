"""A vocabulary of one's own: what is wrong with it is told when it is read, with file and line, and whatever is right works."""

import copy
import pickle
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.names import Vocabulary
from timeline.names.checking import problems
from timeline.names.tables import packaged
from timeline.names.tables import parsed as read_tables

WRONG: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("wrong.toml").read_text(encoding="utf-8"))
RIGHT = """
[states]
QQA = { name = "جمهورية النخيل", adjectives = ["نخيلي"], capital = ["نخلستان"], english = "Palmland" }
[organisations]
ZZZ = { names = ["رابطة البحيرات"], english = "Lakes League" }
[places]
"قصر النجوم" = { country = "QQA", latitude = 21.5, longitude = 39, why = "an example" }
[titles.offices]
"عراب" = { sector = "GOV" }
[titles.modifiers]
words = ["المبجل"]
[verbs.visit.CONSULT]
"تفقّد" = { noun = "تفقد", object = "target" }
[nouns.meeting.CONSULT]
"سمر" = { actor = "بين مع" }
"""


def written(folder: Path, content: str | bytes) -> Path:
    file = folder / "mine.toml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_with_file_and_line(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"mine\.toml") as caught:
        Vocabulary.from_toml(written(tmp_path, WRONG[name]["file"]))
    message = str(caught.value)
    assert all(word in message for word in WRONG[name]["told"]), message


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"[persons]\n'\xd3\xc7' = {}\n", "UTF-8"),
        (b"a = " + b"[" * 100_000, "nested deeper"),
        (b"x = 1\n" + b"a." * 100_000 + b"b = 1", "line 2"),
        (b"[" + b"'a' . " * 50_000 + b"b]", "so many parts"),
        (b"#" * (5 << 20), "larger than"),
        (("[persons]\n'" + "ا" * 100_000 + "' = 3").encode(), "fields in braces"),
    ],
    ids=["no UTF-8", "deep lists", "a dotted key", "a dotted table", "a large file", "a long name"],
)
def test_hostile_files_are_told_in_short(content: bytes, told: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=told) as caught:
        Vocabulary.from_toml(written(tmp_path, content))
    assert len(str(caught.value)) < 2_000


def test_many_problems_are_told_at_once_and_not_all_of_them(tmp_path: Path) -> None:
    lines = "\n".join(f"Z{number} = {{ names = 3 }}" for number in range(40))
    with pytest.raises(ValueError, match="…") as caught:
        Vocabulary.from_toml(written(tmp_path, f"[organisations]\n{lines}\n"))
    assert str(caught.value).count("a list of strings") == 10


def test_all_that_is_packaged_passes_its_own_check() -> None:
    assert list(problems({name: table for name, table in packaged().items() if name not in ("verbs", "nouns")}, packaged())) == []


def test_tables_are_checked_as_files_are() -> None:
    with pytest.raises(ValueError, match="latitude"):
        Vocabulary.default().extended({"places": {"قصر": {"country": "SAU", "latitude": 91.0, "longitude": 0}}})


def test_a_file_is_read_once_until_it_changes(tmp_path: Path) -> None:
    file = written(tmp_path, RIGHT)
    first = Vocabulary.from_toml(file)
    assert Vocabulary.from_toml(file) is first
    written(tmp_path, RIGHT.replace("ZZZ", "ZZY"))
    assert Vocabulary.from_toml(file).digest != first.digest


def test_lists_grow_and_lines_win() -> None:
    mine = Vocabulary.default().extended({**read_tables(RIGHT.encode())[0], "given": {"arab": ["زمردة"]}})
    assert mine.tables["titles"]["modifiers"]["words"][-1] == "المبجل"
    assert {"وزير", "عراب"} <= set(mine.tables["titles"]["offices"])
    assert mine.tables["given"]["arab"][-1] == "زمردة"
    assert set(mine.tables["given"]["arab"]) == {*packaged()["given"]["arab"], "زمردة"}


def test_what_is_handed_in_may_change_afterwards() -> None:
    names = ["رابطة البحيرات"]
    mine = Vocabulary.default().extended({"organisations": {"ZZZ": {"names": names}}})
    names.append("شيء آخر")
    assert mine.tables["organisations"]["ZZZ"]["names"] == ["رابطة البحيرات"]


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_a_vocabulary_can_be_copied_and_pickled(again: Any, tmp_path: Path) -> None:
    mine = Vocabulary.from_toml(written(tmp_path, RIGHT))
    timeline.extract(TEXTS[0][0], "2023-06-14", vocabulary=mine)  # so that it holds all that was made of it
    assert again(mine).digest == mine.digest
    assert timeline.extract(TEXTS[0][0], "2023-06-14", vocabulary=again(mine)) == timeline.extract(
        TEXTS[0][0], "2023-06-14", vocabulary=mine
    )
    assert again(Vocabulary.default()) is Vocabulary.default()


TEXTS = [
    ("تفقد وزير الخارجية الفرنسي قصر النجوم أمس.", [("2023-06-13", "FRA", "CONSULT")]),
    ("زار رئيس الوزراء البولندي قصر النجوم الاثنين.", [("2023-06-12", "POL", "CONSULT")]),
    ("ستتفقد وزيرة الخارجية السويدية رابطة البحيرات غدا.", [("2023-06-15", "SWE", "CONSULT")]),
    ("عقد سمر بين رابطة البحيرات والأمم المتحدة في جنيف أمس.", [("2023-06-13", "ZZZ UN", "CONSULT")]),
    ("أعلن الرئيس النخيلي المبجل استقالته أمس.", [("2023-06-13", "QQA", "OTHER")]),
]


@pytest.mark.parametrize(("text", "told"), TEXTS)
def test_words_and_names_of_ones_own_tell_events(text: str, told: list[tuple[str, str, str]], tmp_path: Path) -> None:
    mine = written(tmp_path, RIGHT)
    found = timeline.extract(text, "2023-06-14", vocabulary=mine)
    assert [(event.date.edtf, " ".join(actor.code for actor in event.actors), event.action.type) for event in found] == told
    assert timeline.extract(text, "2023-06-14") != found


def test_a_visit_to_a_place_of_no_listed_state_is_told() -> None:
    (event,) = timeline.extract("زار وزير الخارجية الفرنسي مدينة لونغياربين أمس.", "2023-06-14")
    assert (event.place.name, event.place.country, event.targets) == ("لونغياربين", "SJM", ())


def test_the_state_that_only_the_caller_knows_is_the_host(tmp_path: Path) -> None:
    (event,) = timeline.extract("زار وزير الخارجية الفرنسي قصر النجوم أمس.", "2023-06-14", vocabulary=written(tmp_path, RIGHT))
    assert [(host.code, host.name) for host in event.targets] == [("QQA", "جمهورية النخيل")]


# ---- properties -----------------------------------------------------------------------------------------------------------------

FRAMES = (
    "زار {a} {b} أمس.",
    "{b} ({c}) - قال {a} إن بلاده ترفض العقوبات.",
    "{b} 12 يونيو – بحث {a} مع {c} الأزمة في {b} الاثنين.",
    "وصل {a} إلى {b} قادما من {c}، والتقى نظيره.",
    "هاجم مسلحون {b} في {c} الثلاثاء، وأدان {a} الهجوم.",
    "تعقد القمة العربية في {b} بمشاركة {a} و{c} غدا.",
    "سيطرت قوات {a} على {b} بعد معارك مع {c}.",
    "صوتت {b} على استفتاء الأحد، ورحب {a} ب{c}.",
)


def _names() -> list[str]:
    tables = packaged()
    found = [name for line in tables["organisations"].values() for name in line["names"]]
    found += [name for table in ("groups", "institutions", "persons", "places") for name in tables[table]]
    known = Vocabulary.default()
    found += [name for state in known.states.values() for name in (*state.names, *state.capitals, *state.seats)]
    return [*dict.fromkeys([*found, *(place.name for place in known.places.values())])]


NAMES = _names()


def right(text: str, found: timeline.Timeline) -> None:
    """Whatever is told points into the text."""
    for event in (*found, *found.undated):
        for mention in event.mentions:
            assert text[mention.start : mention.end] == mention.quote
            for part in (mention.trigger, *mention.actors, *mention.targets, *([mention.place] if mention.place else [])):
                assert 0 <= part.start < part.end <= len(text)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FRAMES), st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_any_packaged_name_may_stand_anywhere(frame: str, one: str, two: str, three: str) -> None:
    text = frame.format(a=one, b=two, c=three)
    right(text, timeline.extract(text, "2023-06-14"))


ARABIC = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=2, max_size=7)
NAME = st.lists(ARABIC, min_size=1, max_size=3).map(" ".join)
LISTED = st.lists(NAME, min_size=1, max_size=3)
CODES = st.sampled_from(["QQA", "QQB", "FRA", "USA"])
PREPOSITIONS = st.sampled_from(["", "مع", "في إلى", "بين مع ب"])


def line(required: dict[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


def lines(key: st.SearchStrategy[str], of: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(key, of, max_size=3)


SECTORS = st.sampled_from(["GOV", "MIL", "REB"])
DEGREES = st.fixed_dictionaries({"latitude": st.floats(-90, 90), "longitude": st.integers(-180, 180)})
PLACE = st.tuples(line({"country": CODES}, names=LISTED, english=NAME, why=NAME), DEGREES | st.just({})).map(
    lambda two: two[0] | two[1]
)
STATES = st.fixed_dictionaries(
    {code: line({"name": NAME}, adjectives=LISTED, capital=LISTED, seats=LISTED) for code in ("QQA", "QQB")}
)
VERB = line({"noun": ARABIC}, object=st.sampled_from(["target", "theme"]), actor=PREPOSITIONS, transitive=st.booleans())
ANY_TYPE = st.sampled_from(["CONSULT", "ASSAULT", "STATEMENT", "AGREE"])
ANY_KIND = st.sampled_from(["visit", "meeting", "act", "speech", "cancel"])
TABLES = st.fixed_dictionaries(
    {"states": STATES},
    optional={
        "organisations": lines(
            st.sampled_from(["ZZA", "ZZB/x"]), line({"names": LISTED}, latin=LISTED, adjectives=LISTED, seat=NAME)
        ),
        "groups": lines(NAME, line({"sector": SECTORS}, names=LISTED, code=CODES)),
        "institutions": lines(NAME, line({"sector": SECTORS}, names=LISTED, alone=st.booleans(), code=st.just("") | CODES)),
        "persons": lines(NAME, line({}, names=LISTED, short=LISTED, code=CODES)),
        "places": lines(NAME, PLACE),
        "verbs": st.dictionaries(
            ANY_KIND, st.dictionaries(ANY_TYPE, lines(ARABIC.map("است{}".format), VERB), max_size=2), max_size=2
        ),
        "nouns": st.dictionaries(ANY_KIND, st.dictionaries(ANY_TYPE, lines(ARABIC, line({}, actor=PREPOSITIONS)), max_size=2)),
    },
)


def _words_of(tables: dict[str, Any]) -> list[str]:
    found = [key for name, table in tables.items() if name not in ("states", "organisations", "verbs", "nouns") for key in table]
    found += [name for name in ("states", "organisations") for row in tables.get(name, {}).values() for name in _strings(row)]
    return found + [
        word for name in ("verbs", "nouns") for types in tables.get(name, {}).values() for row in types.values() for word in row
    ]


def _strings(row: dict[str, Any]) -> list[str]:
    return [name for value in row.values() for name in (value if isinstance(value, list) else [value])]


@settings(max_examples=6, deadline=None)
@given(st.data())
def test_any_vocabulary_that_passes_the_check_can_be_used(data: st.DataObject) -> None:
    tables = data.draw(TABLES)
    mine = Vocabulary.default().extended(tables)
    own = st.sampled_from(_words_of(tables))
    for frame in FRAMES:
        text = frame.format(a=data.draw(own), b=data.draw(own), c=data.draw(own | st.sampled_from(NAMES)))
        right(text, timeline.extract(text, "2023-06-14", vocabulary=mine))
