"""What a reader would copy runs as it stands."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from timeline import Article, extract, read_articles

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(*arguments: object) -> str:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def test_one_article_tells_its_dates_and_events() -> None:
    output = run(EXAMPLES / "one_article.py")
    assert "اليوم الخميس = 2022-01-27" in output
    assert "2022-01-09/2022-01-10: روسيا، الولايات المتحدة:" in output


def test_many_articles_give_one_chronology_and_a_page(tmp_path: Path) -> None:
    output = run(EXAMPLES / "many_articles.py", EXAMPLES / "articles", tmp_path / "page.html")
    assert "2022-01-10 |" in output
    assert "date contains" in output
    assert (tmp_path / "page.html").read_text("utf-8").lower().startswith("<!doctype html>")


def test_the_example_articles_are_all_read_and_all_tell_of_geneva_or_brussels_or_vienna() -> None:
    articles = list(read_articles(EXAMPLES / "articles"))
    assert all(isinstance(article, Article) for article in articles)
    assert len(articles) >= 5
    assert {article.published is None for article in articles} == {True, False}
    for article in articles:
        assert any(event.date and event.date.begin.year == 2022 for event in extract(article)), article.source


def test_the_notebook_runs(tmp_path: Path) -> None:
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    pytest.importorskip("ipykernel")
    notebook = nbformat.read(EXAMPLES / "chronology.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "keep the notebook without outputs"
    shutil.copytree(EXAMPLES / "articles", tmp_path / "articles")
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert any("text/html" in output.get("data", ()) for output in shown)


@pytest.mark.parametrize(
    ("package", "says"), [("spacy", "يوم الجمعة الماضي 2022-01-21"), ("datasets", "2022-01-12 ['NATO', 'RUS']")]
)
def test_components_for_other_libraries_run_where_these_are(package: str, says: str) -> None:
    module = pytest.importorskip(package)
    if package == "datasets":
        try:
            module.Dataset.from_dict({"a": [1]})
        except Exception as error:
            pytest.skip(f"datasets does not work here by itself: {error}")
    name = {"spacy": "spacy_component", "datasets": "hugging_face"}[package]
    assert says in run(EXAMPLES / f"{name}.py")
