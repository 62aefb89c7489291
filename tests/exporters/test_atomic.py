"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from culturex.errors import InputError
from culturex.exporters import atomic_write


def test_what_is_written_is_there(tmp_path: Path) -> None:
    with atomic_write(tmp_path / "a.csv") as out:
        out.write(b"new")
    assert (tmp_path / "a.csv").read_bytes() == b"new"


def test_nothing_is_there_before_the_end(tmp_path: Path) -> None:
    with atomic_write(tmp_path / "a.csv") as out:
        out.write(b"new")
        assert not (tmp_path / "a.csv").exists()


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, BrokenPipeError])
def test_a_failure_leaves_the_old_file_and_nothing_else(error: type[BaseException], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")

    def fail_half_way() -> None:
        with atomic_write(tmp_path / "a.csv") as out:
            out.write(b"half")
            raise error

    with pytest.raises(error):
        fail_half_way()
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.csv", b"old")]


def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot be written: No space"), atomic_write(tmp_path / "a.csv"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"), atomic_write(tmp_path):
        pass


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"), atomic_write(tmp_path / "no" / "a.csv"):
        pass


def test_the_permissions_of_an_old_file_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "a.csv").chmod(0o640)
    with atomic_write(tmp_path / "a.csv") as out:
        out.write(b"new")
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    with atomic_write(tmp_path / "link.csv") as out:
        out.write(b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with atomic_write(pipe) as out:
        out.write(b"new")
    reader.join(5)
    assert read == [b"new"]
    assert pipe.is_fifo()


def test_a_folder_that_may_not_be_written_is_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("this user may write everywhere")
    with pytest.raises(InputError, match="Permission denied"), atomic_write(tmp_path / "a.csv"):
        pass
