"""What is built holds what it needs, installs into nothing but its dependencies, and opens no socket."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(not (ROOT / "timeline" / "__init__.py").exists(), reason="not the source tree")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built without network."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", folder], cwd=ROOT, check=True, capture_output=True)
    return folder


def tree(ending: tuple[str, ...]) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "timeline").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix in ending
    }


def test_the_wheel_holds_all_code_and_data_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    data = tree((".toml", ".jinja", ".css", ".js", ".json", ".typed", ".py"))
    assert data - names == set()
    assert {name for name in names if not name.startswith("timeline/")} == set()
    assert "timeline/py.typed" in names


def test_the_wheel_tells_its_licence_its_command_and_its_dependencies(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    archive = zipfile.ZipFile(wheel)
    (info,) = {name.split("/")[0] for name in archive.namelist() if ".dist-info/" in name}
    metadata = Parser().parsestr(archive.read(f"{info}/METADATA").decode())
    assert metadata["License-Expression"] == "MIT"
    assert f"{info}/licenses/LICENSE" in archive.namelist()
    assert "timeline = timeline.__main__:main" in archive.read(f"{info}/entry_points.txt").decode()
    assert any(one.startswith("camel-tools") for one in metadata.get_all("Requires-Dist"))


def test_the_sdist_holds_what_a_fresh_start_needs(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = "README.md CHANGELOG.md CONTRIBUTING.md LICENSE Makefile constraints.txt requirements-lean.txt pyproject.toml"
    assert set(wanted.split()) <= names
    assert {"examples/one_article.py", "docs/concepts.md", "tests/project/test_package.py", "timeline/py.typed"} <= names


def test_the_wheel_runs_from_a_bare_folder(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = """import sys; sys.path.insert(0, "site")
import timeline
assert "site" in timeline.__file__
from timeline.__main__ import main
main()"""
    command = [sys.executable, "-c", code, "merge", str(ROOT / "examples" / "articles"), "-o", "chronology.html"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "chronology.html").stat().st_size > 10_000


def test_importing_and_running_opens_no_socket_and_loads_nothing_heavy() -> None:
    code = """
import socket, sys
def refuse(*args, **kwargs):
    raise AssertionError("a socket was opened")
socket.socket.__init__ = refuse
socket.create_connection = socket.getaddrinfo = refuse
import timeline
article = timeline.Article("وصل الوزير الروسي إلى جنيف أمس.", "4 فبراير 2022")
one = timeline.extract(article)
for name in ("json", "html", "csv", "markdown", "jsonl", "geojson", "timeml", "plover", "timelinejs"):
    timeline.merge(one, one).write(name)
heavy = "torch transformers pandas numpy pyarrow pyspark sklearn trafilatura rich.progress"
print(*(name for name in heavy.split() if name in sys.modules))
"""
    result = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    assert result.stdout.strip() == ""


def names_of(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~;\[ ]", one)[0].lower().replace("_", "-") for one in requirements}


def test_every_dependency_is_pinned() -> None:
    pinned = names_of([line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if line and line[0] != "#"])
    extras = [one for extra in PROJECT["project"]["optional-dependencies"].values() for one in extra]
    asked = names_of([*PROJECT["project"]["dependencies"], *extras, *PROJECT["dependency-groups"]["dev"], "torch", "transformers"])
    assert asked - pinned - {"arabic-timeline"} == set()


def test_a_lean_install_has_all_dependencies_but_those_of_camel_tools_that_nobody_loads() -> None:
    lean = [line for line in (ROOT / "requirements-lean.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]
    expected = [one for one in PROJECT["project"]["dependencies"] if not one.startswith("camel-tools")]
    assert set(expected) <= set(lean)
    assert names_of(lean) - names_of(expected) == {"emoji", "regex", "six"}
