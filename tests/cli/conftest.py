"""A folder with two short articles, and the command line run as a person would."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import main

Run = Callable[..., Result]

GENEVA = "عقدت روسيا والولايات المتحدة محادثات في جنيف أمس الإثنين."
BRUSSELS = (
    "اجتمع مجلس الناتو وروسيا في بروكسل في 12 يناير 2022. وكانت روسيا والولايات المتحدة قد عقدتا محادثات في جنيف في 10 يناير 2022."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    news = tmp_path / "news"
    news.mkdir()
    (news / "geneva.txt").write_text(GENEVA, "utf-8")
    (news / "geneva.toml").write_text('published = 2022-01-11\nsource = "وكالة الأولى"', "utf-8")
    (news / "brussels.txt").write_text(BRUSSELS, "utf-8")
    (news / "brussels.toml").write_text('published = 2022-01-13\nsource = "وكالة الثانية"', "utf-8")
    return news


@pytest.fixture
def run() -> Run:
    def run(*arguments: object, stdin: str | bytes | None = None, code: int = 0) -> Result:
        result = CliRunner().invoke(main, [str(one) for one in arguments], input=stdin, prog_name="timeline")
        assert result.exit_code == code, f"exit code {result.exit_code}\n{result.output}\n{result.exception!r}"
        return result

    return run
