"""What the documents say is so: their code runs, their tables hold, their links lead somewhere."""

import doctest
import os
import re
import shlex
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

import timeline
from timeline import formats
from timeline.cli import main
from timeline.model import ActionType

ROOT = Path(__file__).parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]


def blocks(document: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / document).read_text("utf-8"), re.MULTILINE | re.DOTALL)


def table(document: str) -> list[list[str]]:
    """The rows of all tables with their cells; a heading is followed by its rule."""
    lines = [line for line in (ROOT / document).read_text("utf-8").splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [row for row in cells if not set("".join(row)) <= set("-: ")]


def test_the_samples_of_the_readme_are_what_its_commands_and_its_python_print() -> None:
    """`make readme` writes them anew."""
    pytest.importorskip("pty", reason="a terminal of POSIX")
    from tools.readme import renewed

    said = (ROOT / "README.md").read_text("utf-8")
    assert len(re.findall(r"^```text$", said, re.MULTILINE)) >= 3
    assert renewed(said) == said


def test_the_commands_of_the_readme_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    commands = [line for block in blocks("README.md", "sh") for line in block.splitlines() if line.startswith("timeline ")]
    assert len(commands) >= 5
    for command in commands:
        result = CliRunner().invoke(main, shlex.split(command, comments=True)[1:])
        assert (result.exit_code, command) == (0, command), result.output


def test_the_coverage_table_of_dates_holds() -> None:
    rows = [row for row in table("docs/dates.md") if row[0] != "form"]
    assert len(rows) > 20
    for form, example, value in rows:
        found = timeline.find_dates(f"وقال المتحدث إن ذلك حدث {example}.", date(2022, 2, 4))
        assert [str(one.value) for one in found] == [value], form


def test_every_action_type_is_explained_once() -> None:
    assert sorted(row[0] for row in table("docs/events.md") if row[0] != "type") == sorted(get_args(ActionType))


def test_every_format_is_listed_with_its_endings() -> None:
    rows = [row for row in table("docs/formats.md") if row[1].startswith("`.")]  # another table tells what the page does
    listed = {name: row[1] for row in rows for name in row[0].split(", ")}
    assert set(formats.NAMES) == set(listed)
    for one in formats.FORMATS:
        assert all(f"`{ending}`" in listed[one.name] for ending in one.endings)


def test_every_command_and_shared_option_is_listed() -> None:
    text = (ROOT / "docs/cli.md").read_text("utf-8")
    for name, command in main.commands.items():
        assert f"`timeline {name} " in text
        for option in command.params:
            own = name == "add" or option.param_type_name == "argument"
            assert own or any(re.search(rf"`{opt}[` ]", text) for opt in option.opts), option.opts


@pytest.mark.parametrize("document", ["docs/cli.md", "docs/install.md", "CONTRIBUTING.md"])
def test_toml_in_documents_is_toml(document: str) -> None:
    for block in blocks(document, "toml"):
        assert tomllib.loads(block)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_and_paths_lead_somewhere(document: Path) -> None:
    text = document.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    paths = re.findall(r"`((?:timeline|tests|examples|docs)/[\w./]+)`", text)
    missing = [link for link in links if not (document.parent / link).exists()] + [
        path for path in paths if not (ROOT / path).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("document", ["index.md", "recipes.md", "tour.md"])
def test_the_examples_of_the_site_run(document: str) -> None:
    for name in ("pandas", "pyarrow"):
        pytest.importorskip(name)
    found = doctest.testfile(str(ROOT / "docs" / document), module_relative=False, encoding="utf-8")
    assert found.failed == 0
    assert found.attempted >= 3


def test_the_site_is_built_without_a_warning_and_asks_nobody_for_anything(tmp_path: Path) -> None:
    """Every document is in it, every public name in its reference, and no page loads what lies elsewhere."""
    for name in ("mkdocs", "material", "mkdocstrings"):
        pytest.importorskip(name)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    pages = {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.html")}
    assert {f"{path.stem}.html" for path in ROOT.glob("docs/*.md")} <= set(pages)
    missing = [name for name in timeline.__all__ if not re.search(rf'id="timeline\.[\w.]*\b{name}"', pages["reference.html"])]
    assert missing == []
    for page in pages.values():
        assert not re.search(
            r"""<(?:script|link|img)[^>]+(?:src|href)=["']?https?://(?!localhost)[^>]+(?:\.js|\.css|\.png)""", page
        )
