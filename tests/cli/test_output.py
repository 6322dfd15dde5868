"""Files appear whole or not at all."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.cli.output import opened_output, write_pieces


def test_a_file_appears_only_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with opened_output(path) as output:
        output.write(b"new")
        assert not path.exists()
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
