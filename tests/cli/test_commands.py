"""Each command does its job: results on standard output or in a file, everything else on standard error."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import BRUSSELS, GENEVA, Run
from timeline import formats
from timeline.chronology import Timeline


def rows(output: str) -> list[list[str]]:
    return [line.split("\t") for line in output.splitlines()]


def test_extract_tells_the_events_of_each_article(run: Run, folder: Path) -> None:
    result = run("extract", folder)
    headings, *events = rows(result.stdout)
    assert headings[0] == "التاريخ"
    assert {event[0] for event in events} >= {"2022-01-10", "2022-01-12"}
    assert result.stderr == ""


def test_extract_gives_one_json_object_a_line_for_any_number_of_articles(run: Run, folder: Path) -> None:
    events = [json.loads(line) for line in run("extract", folder, "--format", "jsonl").stdout.splitlines()]
    assert sum("جنيف" in str(event) for event in events) >= 2


@pytest.mark.parametrize("form", ["csv", "table"])
def test_headings_stand_once_however_many_articles_there_are(run: Run, folder: Path, form: str) -> None:
    output = run("extract", folder, "--format", form).stdout
    heading = output.splitlines()[0]
    assert output.count(heading) == 1


def test_extract_refuses_many_articles_where_the_format_takes_one(run: Run, folder: Path, tmp_path: Path) -> None:
    assert "timeline merge" in run("extract", folder, "-o", tmp_path / "x.ics", code=2).stderr
    assert list(tmp_path.glob("*x.ics*")) == []
    run("extract", folder / "geneva.txt", "-o", tmp_path / "x.html")
    assert (tmp_path / "x.html").stat().st_size > 1000


def test_extract_reads_standard_input(run: Run) -> None:
    assert "2022-01-10" in run("extract", "-", "--published", "11 يناير 2022", stdin=GENEVA).stdout


def test_merge_tells_an_event_of_two_articles_once(run: Run, folder: Path) -> None:
    talks = [row for row in rows(run("merge", folder).stdout) if row[0] == "2022-01-10"]
    assert [row[-1].rstrip("≠") for row in talks] == ["2"]


def test_merge_gives_the_same_whatever_the_order_and_the_number_of_processes(run: Run, folder: Path, tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    texts = [BRUSSELS, GENEVA] * 8
    lines.write_text(
        "".join(json.dumps({"id": f"{n:02}", "text": t, "published": "2022-01-13"}) + "\n" for n, t in enumerate(texts))
    )
    one = run("merge", folder, lines, "--format", "json", "--jobs", 1).stdout_bytes
    assert one == run("merge", lines, folder, "--format", "json", "--jobs", 2).stdout_bytes


def test_merge_goes_on_from_saved_chronologies(run: Run, folder: Path, tmp_path: Path) -> None:
    run("merge", folder / "geneva.txt", "-o", tmp_path / "saved.json")
    run("merge", tmp_path / "saved.json", folder / "brussels.txt", "-o", tmp_path / "both.json")
    run("merge", folder, "-o", tmp_path / "whole.json")
    assert (tmp_path / "both.json").read_bytes() == (tmp_path / "whole.json").read_bytes()
    assert len(Timeline.from_json((tmp_path / "both.json").read_text("utf-8")).articles) == 2


def test_dates_marks_the_text_and_tells_expression_value_and_trace(run: Run, folder: Path) -> None:
    output = run("dates", "--lang", "en", folder / "geneva.txt").stdout
    assert "⟦أمس الإثنين⟧" in output
    assert "2022-01-11 (given)" in output
    assert ["أمس الإثنين", "2022-01-10"] in [row[:2] for row in rows(output)]
    (trace,) = (row[2] for row in rows(output) if row[:1] == ["أمس الإثنين"])
    assert "published 2022-01-11, by the sidecar geneva.toml" in trace


def test_a_date_tells_how_the_day_that_it_leans_on_is_known(run: Run) -> None:
    assert (
        "the latest full day that it reports is 2022-01-12"
        in run("dates", "--lang", "en", "-", stdin=f"{BRUSSELS} ووصل أمس.").stdout
    )


def test_dates_as_json_lines_have_offsets_in_code_points(run: Run) -> None:
    text = "😀 " + GENEVA
    output = run("dates", "-", "--published", "2022-01-11", "--format", "jsonl", stdin=text).stdout
    (found,) = map(json.loads, output.splitlines())
    assert text[found["start"] : found["end"]] == found["text"] == "أمس الإثنين"
    assert (found["value"]["begin"], found["value"]["edtf"]) == ("2022-01-10", "2022-01-10")


def test_dates_as_timeml_have_timex3_tags(run: Run, folder: Path, tmp_path: Path) -> None:
    run("dates", folder, "-o", tmp_path / "dates.tml")
    assert 'value="2022-01-10"' in (tmp_path / "dates.tml").read_text("utf-8")


def test_add_keeps_articles_once_and_show_shows_them(run: Run, folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "geneva.db"
    assert "2 added, 0 already there" in run("add", folder, "--to", database).stderr
    assert "0 added, 2 already there" in run("add", folder, "--to", database).stderr
    assert run("show", database, "--format", "json").stdout == run("merge", folder, "--format", "json").stdout
    assert run("add", "--to", database, "--refresh").stderr == "0 added, 0 already there; 2 in " + str(database) + "\n"


@pytest.mark.parametrize(
    ("filters", "dates"),
    [
        (["--from", "2022-01-11"], {"2022-01-12"}),
        (["--until", "2022-01-11"], {"2022-01-10"}),
        (["--actor", "NATO"], {"2022-01-12"}),
        (["--actor", "RUS", "--actor", "USA"], {"2022-01-10"}),
        (["--place", "جنيف"], {"2022-01-10"}),
        (["--place", "BEL"], {"2022-01-12"}),
        (["--type", "CONSULT"], {"2022-01-10", "2022-01-12"}),
        (["--type", "ASSAULT"], set()),
        (["--source", "وكالة الأولى"], {"2022-01-10"}),
        (["--dated", "told"], {"2022-01-10", "2022-01-12"}),
        (["--dated", "story", "--dated", "inferred"], set()),
    ],
)
def test_show_and_merge_filter_alike(run: Run, folder: Path, tmp_path: Path, filters: list[str], dates: set[str]) -> None:
    database = tmp_path / "geneva.db"
    run("add", folder, "--to", database)
    shown, merged = run("show", database, *filters).stdout, run("merge", folder, *filters).stdout
    assert shown == merged
    assert {row[0] for row in rows(shown)[1:]} == dates


def test_why_gives_the_quotes_and_the_reasons(run: Run, folder: Path) -> None:
    output = run("merge", folder, "--why").stdout
    assert f"وكالة الأولى: «{GENEVA}»" in output
    assert "جُمعت رواية" in output
    assert "was put together with" in run("merge", folder, "--why", "--lang", "en").stdout


def test_english_headings_and_names(run: Run, folder: Path) -> None:
    output = run("merge", folder, "--lang", "en").stdout
    assert output.startswith("Date\tActors")
    assert "Geneva" in output
    assert "Russia" in output


@pytest.mark.parametrize("form", formats.NAMES)
def test_merge_writes_every_format_by_its_name_and_by_its_ending(run: Run, folder: Path, tmp_path: Path, form: str) -> None:
    pytest.importorskip({"parquet": "pyarrow", "arrow": "pyarrow", "ics": "icalendar"}.get(form, "json"))
    ending = formats.find(form).endings[0]
    run("merge", folder, "-o", tmp_path / f"guessed{ending}")
    run("merge", folder, "--format", form, "-o", tmp_path / "named.txt")
    assert (tmp_path / f"guessed{ending}").read_bytes() == (tmp_path / "named.txt").read_bytes() != b""


def test_a_vocabulary_of_ones_own_is_read(run: Run, folder: Path, tmp_path: Path) -> None:
    assert "no-such-file" in run("merge", folder, "--vocabulary", tmp_path / "no-such-file", code=2).stderr


@pytest.mark.parametrize("command", ["extract", "merge", "dates", "add", "show"])
def test_help_shows_a_worked_example(run: Run, command: str) -> None:
    output = run(command, "--help").stdout
    assert f"  timeline {command} " in output.partition("Example:")[2]
    assert all(len(line) <= 100 for line in output.splitlines())


def test_help_and_version_of_the_whole(run: Run) -> None:
    assert all(command in run("--help").stdout for command in ("extract", "merge", "dates", "add", "show"))
    assert run("--version").stdout.startswith("timeline, version ")


def test_filters_ask_in_arabic_and_english_and_tell_what_comes_near(run: Run, folder: Path) -> None:
    one, other = (run("merge", folder, "--actor", name, "--format", "jsonl").stdout for name in ("الناتو", "NATO"))
    assert one == other != ""
    assert run("merge", folder, "--place", "Geneva", "--format", "jsonl").stdout.count("\n") == 1
    assert "did you mean United States" in run("merge", folder, "--actor", "Unitd States").stderr
    assert "did you mean" in run("merge", folder, "--actor", "NATOX", code=2).stderr
    assert "did you mean CONSULT" in run("merge", folder, "--type", "CONSULTING", code=2).stderr


def test_a_title_heads_pages_documents_and_tables_and_nothing_else(run: Run, folder: Path) -> None:
    assert "<h1" in (page := run("merge", folder, "--title", "محادثات جنيف", "--format", "html").stdout)
    assert page.count("محادثات جنيف") >= 2
    assert run("merge", folder, "--title", "محادثات جنيف", "--format", "markdown").stdout.startswith("# محادثات جنيف")
    assert "csv has no title" in run("merge", folder, "--title", "x", "--format", "csv", code=2).stderr
