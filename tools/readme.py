"""Writes the README's samples anew: what its command and its Python print, and its picture.

    python -m tools.readme

The samples are printed by the library as it is; a test holds the README to them. The picture needs Chromium, else it stays.
"""

import contextlib
import io
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "chronology.png"
#: Columns of the terminal on which the table of the README was printed.
WIDTH = 126

_SAMPLE = re.compile(r"^```(sh|python)\n((?:(?!```).*\n)*)```\n\n```text\n((?:(?!```).*\n)*)```$", re.MULTILINE)
_UNSEEN = re.compile("[\u2066-\u2069]|\x1b\\[[0-9;]*m")


def renewed(text: str) -> str:
    """The README with each block of text below a command, or below Python, replaced by what that prints."""
    names: dict[str, object] = {}
    codes = iter(re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))

    def printed(found: re.Match[str]) -> str:
        kind, source = found[1], found[2]
        output = of_command(source) if kind == "sh" else of_python(source, codes, names)
        return f"```{kind}\n{source}```\n\n```text\n{output}```"

    with contextlib.chdir(ROOT):
        return _SAMPLE.sub(printed, text)


def of_command(line: str) -> str:
    """What a command prints on a terminal, without colours and isolates, which no document shows."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(WIDTH), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", *shlex.split(line)]
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT) as process:
        os.close(theirs)
        pieces = []
        with contextlib.suppress(OSError):  # how the end of a terminal shows
            while piece := os.read(ours, 1 << 16):
                pieces.append(piece)
    os.close(ours)
    if process.returncode:
        raise ValueError(f"{line.strip()} ended with {process.returncode}")
    lines = (_UNSEEN.sub("", one).rstrip() for one in b"".join(pieces).decode().splitlines())
    return "".join(f"{one}\n" for one in lines if one)


def of_python(source: str, codes: Iterator[str], names: dict[str, object]) -> str:
    """What a block prints after all blocks before it."""
    for code in codes:
        target = io.StringIO()
        with contextlib.redirect_stdout(target):
            exec(compile(code, "README.md", "exec"), names)
        if code == source:
            return target.getvalue()
    raise ValueError("a block that is not there")


def picture(path: Path) -> bool:
    """Take the picture of the example's page; False where there is no Chromium."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        return False
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(ROOT):
        page = Path(folder) / "chronology.html"
        command = [sys.executable, "-m", "timeline", "merge", "examples/articles", "--lang", "en", "-o", str(page)]
        subprocess.run(command, check=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            opened = browser.new_page(viewport={"width": 1200, "height": 760}, device_scale_factor=1.5)
            opened.goto(page.as_uri())
            opened.screenshot(path=str(path))
            browser.close()
    return True


def main() -> None:
    """Write them."""
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")
    if not picture(PICTURE):
        print(f"no Chromium here: {os.path.relpath(PICTURE)} stays as it was")


if __name__ == "__main__":
    main()
