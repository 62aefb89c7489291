"""Nothing that is read raises, hangs, or gets past as text when it is none."""

from __future__ import annotations

import os
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex.importers import FORMATS, Failure, read_bytes, read_file
from culturex.model.article import Article


def docx() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", "<w/>")
    return out.getvalue()


def failure(data: bytes, kind: str | None = None) -> Failure:
    (found,) = read_bytes(data, name="in", format=kind)
    assert isinstance(found, Failure), found
    return found


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", "\u3000\n".encode()], ids=repr)
def test_an_empty_file_is_said_to_be_empty(data: bytes, kind: str) -> None:
    assert failure(data, kind).reason == "in is empty."


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file, which culturex does not read yet"),
        (docx(), "a Word document (.docx), which culturex does not read yet"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file, which culturex does not read"),
        (b"{\\rtf1\\ansi}", "an RTF file, which culturex does not read yet"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_of_another_kind_is_named(data: bytes, what: str, kind: str) -> None:
    assert failure(data, kind).reason == f"in is {what}."


@pytest.mark.parametrize("data", [b"\x00" * 100, b"\x00", bytes(range(32)) * 9, b"\x7fELF\x02\x01"], ids=len)
def test_bytes_that_are_no_text_fail_with_a_hint(data: bytes) -> None:
    assert failure(data).hint


def test_letters_that_an_archive_could_begin_with_are_text() -> None:
    (found,) = read_bytes(b"RIFF is the word, ID3 and BZh too.", name="in")
    assert isinstance(found, Article)


def test_a_nul_in_a_text_is_replaced() -> None:
    (found,) = read_bytes(b"before\x00after", name="in")
    assert isinstance(found, Article)
    assert found.text == "before\ufffdafter"


def test_a_lone_surrogate_in_json_is_replaced() -> None:
    (found,) = read_bytes(b'{"text": "a\\ud800b", "title": "\\udfff"}', name="in")
    assert isinstance(found, Article)
    assert (found.text, found.title) == ("a\ufffdb", "\ufffd")


@pytest.mark.parametrize("kind", ["json", "jsonl"])
@pytest.mark.parametrize(
    "data",
    [
        b'{"text": NaN}',
        b'{"text": "a", "x": -Infinity}',
        b'{"a":' * 100_000,
        b"[" * 100_000,
        b'{"text": ' + b"1" * 5000 + b"}",
        b'{"text": "a"',
        b'{"text": 5}',
        b'{"text": {"name": "a"}}',
        b'{"text": ""}',
        b"{}",
        b"5",
        b"null",
        b'"text"',
    ],
    ids=lambda data: data[:12].decode(),
)
def test_json_without_an_article_is_one_failure(data: bytes, kind: str) -> None:
    found = failure(data, kind)
    assert found.reason.endswith(".")
    assert len(found.reason) < 200


def test_an_empty_list_is_a_failure() -> None:
    assert failure(b"[]").reason == "in is an empty list."


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("txt", b"word " * 2_000_000),
        ("md", b"---\n" + b"word " * 2_000_000),
        ("html", b"<p>" + b"word " * 2_000_000),
        ("html", b"<title>A</title><p>" + b"word " * 900_000),
        ("json", b'{"text": "' + b"word " * 2_000_000 + b'"}'),
        ("jsonl", b'{"text": "' + b"word " * 2_000_000 + b'"}'),
        ("csv", b"text\n" + b"word " * 2_000_000),
        ("txt", b"word " * 1_000_000 + "слово ".encode("cp1251") * 800_000),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_ten_megabytes_on_one_line_are_one_article(kind: str, data: bytes) -> None:
    began = time.perf_counter()
    (found,) = read_bytes(data, name="in", format=kind)
    assert isinstance(found, Article)
    assert len(found.text) > 4_000_000
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "</",
        "<!--",
        "<![",
        "<?",
        "<a ",
        "<a href='",
        '<a b="c',
        "&#",
        "<script>",
        "<nav>",
        "</nav>",
        "<b>",
        "<title>",
    ],
)
def test_broken_markup_takes_no_longer_than_its_length(piece: str) -> None:
    began = time.perf_counter()
    list(read_bytes((piece * 100_000).encode(), name="in", format="html"))
    assert time.perf_counter() - began < 10


@settings(deadline=None)  # the first of a kind imports its library
@given(st.binary(max_size=300), st.sampled_from([None, *FORMATS]))
def test_any_bytes_give_articles_and_failures_only(data: bytes, kind: str | None) -> None:
    for found in read_bytes(data, name="in", format=kind):
        assert isinstance(found, Article | Failure)


@settings(deadline=None)  # the first of a kind imports its library
@given(st.text(max_size=200), st.sampled_from(["json", "jsonl", "csv", "html", "md"]))
def test_any_text_in_any_format_gives_storable_articles(text: str, kind: str) -> None:
    head = {"csv": "text,title\n", "html": "<p>", "md": "---\ntitle: "}.get(kind, "")
    for found in read_bytes((head + text).encode("utf-8", "replace"), name="in", format=kind):
        if isinstance(found, Article):
            assert found.text.encode("utf-8").strip()
            assert "\x00" not in found.text


def test_a_missing_file_is_a_failure(tmp_path: Path) -> None:
    (found,) = read_file(tmp_path / "no.txt")
    assert isinstance(found, Failure)
    assert "is not there" in found.reason


@pytest.mark.parametrize("name", ["folder.txt", "folder.csv", "folder"])
def test_a_folder_read_as_a_file_is_a_failure(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    (found,) = read_file(tmp_path / name)
    assert isinstance(found, Failure)
    assert found.reason.endswith("is a folder.")


def test_an_unreadable_file_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "a.txt").chmod(0)
    if os.access(tmp_path / "a.txt", os.R_OK):
        pytest.skip("this user may read everything")
    (found,) = read_file(tmp_path / "a.txt")
    assert isinstance(found, Failure)
    assert found.reason.endswith("a.txt may not be read: permission denied.")


@pytest.mark.skipif(not hasattr(os, "fsencode") or os.name == "nt", reason="names are characters here")
def test_a_file_name_that_is_no_text_can_be_stored(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("text")
    (found,) = read_file(path)
    assert isinstance(found, Article)
    assert found.source is not None
    assert found.source.endswith("caf\ufffd.txt")


def test_a_file_name_with_terminal_escapes_is_harmless_in_sentences(tmp_path: Path) -> None:
    (found,) = read_file(tmp_path / "a\x1b[31m\nb.txt")
    assert isinstance(found, Failure)
    assert "\x1b" not in found.reason
    assert "\n" not in found.reason
