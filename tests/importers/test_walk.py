"""Which files a path means."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from culturex.importers import Failure, find_files


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text")


def found(*paths: Path, under: Path) -> list[str]:
    return [
        path.reason if isinstance(path, Failure) else path.relative_to(under).as_posix() for path in find_files(paths)
    ]


def test_a_file_is_itself_whatever_its_name(tmp_path: Path) -> None:
    make(tmp_path, "a.dat")
    assert found(tmp_path / "a.dat", under=tmp_path) == ["a.dat"]


def test_a_folder_is_its_files_sorted_and_then_its_folders(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.txt", "sub/c.html", "sub/deep/d.md", "also/e.csv", "z.JSON")
    assert found(tmp_path, under=tmp_path) == ["a.txt", "b.txt", "z.JSON", "also/e.csv", "sub/c.html", "sub/deep/d.md"]


def test_files_of_unknown_formats_hidden_ones_and_stores_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.pdf", ".hidden.txt", ".git/c.txt", "culturex.db", "culturex.db-wal", "culturex.db.json")
    assert found(tmp_path, under=tmp_path) == ["a.txt"]


def test_links_in_a_circle_are_followed_once(tmp_path: Path) -> None:
    make(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "back").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "sub")
    assert sorted(Path(name).name for name in found(tmp_path, under=tmp_path)) == ["a.txt"]


def test_a_link_to_itself_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (only,) = find_files([tmp_path / "a.txt"])
    assert isinstance(only, Failure)


def test_a_link_to_a_file_is_a_file(tmp_path: Path) -> None:
    make(tmp_path, "elsewhere/a.txt")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "b.txt").symlink_to(tmp_path / "elsewhere" / "a.txt")
    assert found(tmp_path / "folder", under=tmp_path) == ["folder/b.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert found(tmp_path, under=tmp_path) == ["a.txt"]


def test_a_missing_path_is_a_failure_and_the_walk_goes_on(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    assert found(tmp_path / "no", tmp_path, under=tmp_path) == [
        f"There is no file or folder {tmp_path / 'no'}.",
        "a.txt",
    ]


def test_a_path_with_nul_is_a_failure() -> None:
    (only,) = find_files([Path("a\0b")])
    assert isinstance(only, Failure)


def test_a_folder_without_articles_is_a_failure_that_names_the_formats(tmp_path: Path) -> None:
    (only,) = find_files([tmp_path])
    assert isinstance(only, Failure)
    assert only.hint == "Known: .csv, .htm, .html, .json, .jsonl, .markdown, .md, .ndjson, .text, .tsv, .txt, .xhtml."


def test_an_unreadable_folder_is_a_failure_and_the_walk_goes_on(tmp_path: Path) -> None:
    make(tmp_path, "a/x.txt", "b/y.txt")
    (tmp_path / "a").chmod(0)
    if os.access(tmp_path / "a", os.R_OK):
        pytest.skip("this user may read everything")
    try:
        reason, name = found(tmp_path, under=tmp_path)
    finally:
        (tmp_path / "a").chmod(0o700)
    assert "permission denied" in reason
    assert name == "b/y.txt"


def test_files_are_found_one_by_one(tmp_path: Path) -> None:
    for number in range(100):
        make(tmp_path, *(f"{number:03}/{i:03}.txt" for i in range(3)))
    files = find_files([tmp_path])
    assert next(files) == tmp_path / "000" / "000.txt"
    assert sum(1 for _ in files) == 299
