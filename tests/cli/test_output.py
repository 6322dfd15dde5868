"""Files appear whole or not at all."""

import os
import signal
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import IO

import click
import pytest

from timeline.cli.output import checked, write_pieces, write_whole


def test_a_file_appears_only_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"

    def write(output: IO[bytes]) -> None:
        output.write(b"new")
        assert not path.exists()

    write_whole(path, write)
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["out.txt"]


def test_on_an_error_the_old_file_stays_and_nothing_is_left_over(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")

    def half() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pieces(half(), path)
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_pieces(iter(["جديد"]), link)
    assert link.is_symlink()
    assert target.read_text("utf-8") == "جديد"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    write_pieces(iter(["x"]), tmp_path / "fresh")
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "fresh").stat().st_mode) == 0o666 & ~mask


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no such device here")
def test_a_device_stays_a_device() -> None:
    write_pieces(iter([b"x"]), Path("/dev/null"))
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_where_nothing_comes_no_file_is_made(tmp_path: Path) -> None:
    write_pieces(iter([]), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
    write_pieces(iter([""]), tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="signals of POSIX")
def test_a_signal_at_any_point_leaves_nothing_half_written(tmp_path: Path) -> None:
    """A tracer sends the signal to this process at each line in turn that runs while a file is written."""
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")

    def write(at: int) -> bool:
        """Write it, with a signal at this line; whether there are so many."""
        left = at

        def trace(frame: FrameType, event: str, argument: object) -> object:
            nonlocal left
            if event == "line" and "timeline" in frame.f_code.co_filename:
                left -= 1
                if left == 0:
                    sys.settrace(None)
                    signal.raise_signal(signal.SIGINT)
            return trace

        before = signal.signal(signal.SIGINT, _raise_once)
        sys.settrace(trace)  # type: ignore[arg-type]
        try:
            write_pieces(iter([b"new", b"er"]), path)
        except KeyboardInterrupt:
            pass
        finally:
            sys.settrace(None)
            signal.signal(signal.SIGINT, before)
        return left <= 0

    points = 0
    while write(points + 1):
        points += 1
        assert [one.name for one in tmp_path.iterdir()] == ["out.txt"], points
        assert path.read_bytes() in (b"old", b"newer")
    assert points > 20


def _raise_once(number: int, frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def test_an_output_that_cannot_be_made_is_misuse_before_anything_is_read(tmp_path: Path) -> None:
    assert checked(Path("-")) is None
    assert checked(tmp_path / "new.html") == tmp_path / "new.html"
    for path, says in ((tmp_path, "a folder"), (tmp_path / "none" / "x.html", "there is no folder")):
        with pytest.raises(click.UsageError, match=says):
            checked(path)
