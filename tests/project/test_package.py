"""What is built holds what it needs, installs into nothing but its dependencies, and opens no socket."""

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import Parser
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

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
    data = tree((".toml", ".tsv", ".txt", ".jinja", ".css", ".js", ".json", ".typed", ".py"))
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
    wanted = "README.md CHANGELOG.md CONTRIBUTING.md LICENSE Makefile constraints.txt requirements.txt pyproject.toml"
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


#: What camel-tools asks for and its tokenizers and utils load, beside what we ask for ourselves.
OF_CAMEL_TOOLS = {"emoji", "regex", "six"}


def required() -> set[str]:
    """The packages of requirements.txt."""
    return names_of([line for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines() if line and line[0] != "#"])


def test_the_requirements_are_closed_but_for_what_camel_tools_asks_for_and_nobody_loads() -> None:
    """What `pip install --no-deps -r requirements.txt` brings is all that our dependencies and theirs need."""
    asked = names_of(PROJECT["project"]["dependencies"]) | OF_CAMEL_TOOLS
    found: set[str] = set()
    while asked:
        name = asked.pop()
        found.add(name)
        if name == "camel-tools":
            continue
        for one in map(Requirement, distribution(name).requires or ()):
            if one.marker is None or one.marker.evaluate({"extra": "", "sys_platform": "linux", "platform_system": "Linux"}):
                asked |= names_of([one.name]) - found
    assert found == required()


def test_the_extras_that_make_installs_are_those_of_the_project() -> None:
    (line,) = (line for line in (ROOT / "Makefile").read_text("utf-8").splitlines() if line.startswith("EXTRAS"))
    extras = {one for extra, some in PROJECT["project"]["optional-dependencies"].items() if extra != "all" for one in some}
    assert set(line.partition(":=")[2].split()) == names_of(sorted(extras))


def test_no_dependency_is_under_the_gpl_or_lgpl() -> None:
    for name in required():
        said = distribution(name).metadata
        told = " ".join([said.get("License-Expression") or said.get("License") or "", *said.get_all("Classifier", [])])
        assert "GPL" not in told, name
        assert "GNU" not in told, name


@pytest.fixture(scope="module")
def bare(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The python of an environment with the wheel and the packages of requirements.txt, and nothing else; made without network."""
    place = tmp_path_factory.mktemp("bare")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    (site,) = place.glob("lib/python*/site-packages")
    for name in required():
        for path in distribution(name).files or ():
            top = path.parts[0]
            if top != ".." and not (site / top).exists() and top != "__pycache__":
                (site / top).symlink_to(distribution(name).locate_file(top))
    (wheel,) = built.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(site)
    return place / "bin" / "python"


def run_bare(python: Path, folder: Path, *arguments: str) -> str:
    """What it prints, in a folder that has the example articles and no sources."""
    if not (folder / "examples").exists():
        (folder / "examples").mkdir()
        (folder / "examples" / "articles").symlink_to(ROOT / "examples" / "articles")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COVERAGE"))}
    command = [str(python), *arguments]
    return subprocess.run(command, cwd=folder, env=clean, check=True, capture_output=True, encoding="utf-8").stdout


def test_the_wheel_runs_with_what_the_requirements_bring_alone(bare: Path, tmp_path: Path) -> None:
    code = """
import importlib.util, timeline
print(timeline.__file__, *(importlib.util.find_spec(name) for name in ("torch", "babel")), timeline.__version__)
"""
    where, *missing, version = run_bare(bare, tmp_path, "-c", code).split()
    assert str(bare.parents[1]) in where
    assert (missing, version) == (["None", "None"], PROJECT["project"]["version"])
    run_bare(bare, tmp_path, "-m", "timeline", "merge", "examples/articles", "-o", "chronology.html")
    assert (tmp_path / "chronology.html").stat().st_size > 10_000


def test_the_examples_of_the_readme_run_there(bare: Path, tmp_path: Path) -> None:
    said = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", said, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 3
    printed = run_bare(bare, tmp_path, "-c", "\n".join(blocks))
    assert "2022-01-21 ['RUS', 'USA'] CONSULT" in printed


def test_a_lean_environment_is_small() -> None:
    """Installed files of all requirements and of ours: with pip and setuptools beside them still below 110 MB."""
    paths = {distribution(name).locate_file(path) for name in required() for path in distribution(name).files or ()}
    ours = [path for path in (ROOT / "timeline").rglob("*") if path.is_file()]
    size = sum(Path(str(path)).stat().st_size for path in (*paths, *ours) if Path(str(path)).is_file())
    assert size < 75_000_000
