"""Installs the built package into bare environments, lean and full, and runs the demo and the README's examples in each.

    python -m tools.installs python3.11 python3.12 python3.13

Interpreters that are not there are passed over and said. Packages come from the index that pip is set up for.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PINNED = ("-c", str(ROOT / "constraints.txt"))


def install(python: Path, wheel: Path, *, full: bool) -> None:
    """Install it as the README says."""
    pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PINNED)
    if full:
        subprocess.run([*pip, str(wheel)], check=True)
    else:
        subprocess.run([*pip, "--no-deps", "-r", str(ROOT / "requirements.txt"), str(wheel)], check=True)


def try_out(python: Path, folder: Path) -> None:
    """Run the demo and the examples of the README, away from the sources."""
    shutil.copytree(ROOT / "examples" / "articles", folder / "examples" / "articles", dirs_exist_ok=True)
    subprocess.run([python, "-m", "timeline", "merge", "examples/articles", "-o", "chronology.html"], cwd=folder, check=True)
    for block in re.findall(r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL):
        subprocess.run([python, "-c", "import timeline\n" + block], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def megabytes(folder: Path) -> int:
    """What a folder takes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) >> 20


def main(interpreters: list[str]) -> None:
    """Try each, lean and full, and tell."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
        (wheel,) = folder.glob("*.whl")
        for interpreter in interpreters:
            if shutil.which(interpreter) is None:
                print(f"{interpreter}: not here")
                continue
            for full in (False, True):
                place = folder / f"{interpreter}-{'full' if full else 'lean'}"
                subprocess.run([interpreter, "-m", "venv", place], check=True)
                install(place / "bin" / "python", wheel, full=full)
                try_out(place / "bin" / "python", folder)
                print(f"{interpreter}, {'full' if full else 'lean'}: {megabytes(place)} MB")
                shutil.rmtree(place)


if __name__ == "__main__":
    main(sys.argv[1:])
