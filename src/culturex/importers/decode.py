"""Bytes to text: which encoding, or what the bytes are instead of text.

In this order: UTF-8; what a byte order mark says; what the page itself declares; UTF-16 without a mark; single-byte
encodings by the words they give (``alphabets``), those of East Asia by their characters (``ideographs``); what
charset_normalizer finds.
"""

from __future__ import annotations

import codecs
import io
import re
from typing import TextIO

from culturex.errors import InputError
from culturex.importers import alphabets, ideographs
from culturex.importers.source import Source

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How a file of another kind begins, what it is, and what to do with it.
_SAVE = "Save or export it as text (.txt) or as a web page (.html), and import that."
_UNPACK = "Unpack it and import the files."
_DESCRIBE = "Import the text that belongs to it."
_MAGIC: dict[bytes, tuple[str, str]] = {
    b"%PDF-": ("a PDF file, which culturex does not read yet", _SAVE),
    b"{\\rtf": ("an RTF file, which culturex does not read yet", _SAVE),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("an old Microsoft Office file, which culturex does not read", _SAVE),
    b"PK\x03\x04": ("a ZIP archive", _UNPACK),
    b"\x1f\x8b": ("a gzip archive", _UNPACK),
    b"BZh": ("a bzip2 archive", _UNPACK),
    b"\xfd7zXZ\x00": ("an xz archive", _UNPACK),
    b"7z\xbc\xaf\x27\x1c": ("a 7z archive", _UNPACK),
    b"Rar!\x1a\x07": ("a RAR archive", _UNPACK),
    b"\x89PNG\r\n": ("a PNG image", _DESCRIBE),
    b"\xff\xd8\xff": ("a JPEG image", _DESCRIBE),
    b"GIF87a": ("a GIF image", _DESCRIBE),
    b"GIF89a": ("a GIF image", _DESCRIBE),
    b"RIFF": ("a picture, sound or film", _DESCRIBE),
    b"OggS": ("a sound or film", _DESCRIBE),
    b"ID3": ("a sound", _DESCRIBE),
    b"SQLite format 3\x00": ("an SQLite database", "To work with a store, name it with --db."),
    b"\x7fELF": ("a program", _DESCRIBE),
}
_MAGICS = tuple(_MAGIC)
# A ZIP archive by the file name inside that tells what it holds.
_ZIPPED = (
    (b"word/", "a Word document (.docx), which culturex does not read yet"),
    (b"opendocument.text", "an OpenDocument text (.odt), which culturex does not read yet"),
    (b"xl/", "an Excel workbook (.xlsx), which culturex does not read: save it as CSV"),
    (b"epub", "an e-book (.epub), which culturex does not read"),
)
# Encodings that a page may declare, by Python's name, and what is read for them: browsers do the same, since pages
# that name the smaller set use the larger one. Source: https://encoding.spec.whatwg.org/#names-and-labels
_DECLARED = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    **{
        name: name
        for name in (
            "utf-8 utf-16 utf-16-le utf-16-be cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 "
            "cp874 cp932 cp949 gb18030 big5hkscs koi8-r koi8-u iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 "
            "iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 euc_jp iso2022_jp "
            "mac-roman mac-cyrillic kz1048 ptcp154"
        ).split()
    },
}
_DECLARATION = re.compile(rb"""(?i)(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([a-z0-9_:.+-]{2,40})""")
# Controls that no text has; tab, line ends, form feed and escape may stand in one.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
_LOOK = 8192
_BLOCK = 1 << 18
_NO_TEXT = "Import text: .txt, .md, .html, .json, .jsonl or .csv."


def decode(source: Source, data: bytes, *, markup: bool = False) -> str:
    """Return the text of *data*; *markup* asks what a page declares about its encoding.

    Bytes that the encoding does not have become U+FFFD. Raise InputError for what is empty or no text.
    """
    _refuse_other(source, data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode(_encoding(source, data, error.start, markup), "replace")
    else:
        if "\x00" in text or b"\x1b$" in data:
            text = data.decode(_seven_bit(source, data), "replace")
    if not text or text.isspace() or text == "\ufeff":
        raise InputError(f"{source.label} is empty.", "There is no text in it to import.")
    return text.removeprefix("\ufeff")


def open_text(source: Source, *, newline: str) -> TextIO:
    """Return the text of *source* as a stream: read block by block in UTF-8, at one go in any other encoding.

    *newline* is that of ``io.TextIOWrapper``. Raise InputError for what is empty or no text, and OSError.
    """
    if source.data is None and _is_utf8(source):
        return io.TextIOWrapper(source.open(), "utf-8-sig", newline=newline)
    return io.StringIO(decode(source, source.read()), newline=newline)


def _is_utf8(source: Source) -> bool:
    """Tell whether all of a file is plain UTF-8 text, in constant memory."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    empty = True
    with source.open() as stream:
        while block := stream.read(_BLOCK):
            if empty:
                _refuse_other(source, block)
            if b"\x00" in block or b"\x1b$" in block:
                return False
            try:
                empty = not decoder.decode(block).lstrip("\ufeff \t\r\n") and empty
            except UnicodeDecodeError:
                return False
        return not empty and not decoder.getstate()[0]


def _refuse_other(source: Source, data: bytes) -> None:
    if not data.startswith(_MAGICS):
        return
    what, hint = next(_MAGIC[magic] for magic in _MAGICS if data.startswith(magic))
    if data.startswith(b"PK\x03\x04"):
        zipped = next((name for mark, name in _ZIPPED if mark in data[: 4 * _LOOK] or mark in data[-_LOOK:]), None)
        what, hint = (zipped, _SAVE) if zipped else (what, hint)
    if data.startswith((b"RIFF", b"BZh", b"ID3")) and not _binary(data):
        return  # these may as well be the first letters of a text
    raise InputError(f"{source.label} is {what}.", hint)


def _binary(data: bytes) -> bool:
    """Tell whether controls make up more than one byte in fifty of the beginning; a few may stand in any text."""
    head = data[:_LOOK]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls == len(head) or (controls > 3 and controls * 50 > len(head))


def _no_text(source: Source) -> InputError:
    return InputError(f"{source.label} is no text in any encoding that culturex knows.", _NO_TEXT)


def _seven_bit(source: Source, data: bytes) -> str:
    """Return the encoding of bytes that are right as UTF-8 but hold NUL or the escapes of ISO-2022-JP."""
    wide = _wide(data)
    if wide:
        return wide
    if _binary(data):
        raise _no_text(source)
    try:
        data.decode("iso2022_jp")
    except UnicodeDecodeError:
        return "utf-8"
    return "iso2022_jp"


def _wide(data: bytes) -> str | None:
    """Return UTF-16 or UTF-32 where a mark says so, or where every other byte of much of the text is NUL."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return codec
    head = data[:_LOOK]
    half = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    if half >= 4 and ((odd * 3 > half and not even) or (even * 3 > half and not odd)):
        return "utf-16-le" if odd else "utf-16-be"
    return None


def _encoding(source: Source, data: bytes, wrong: int, markup: bool) -> str:
    """Return the encoding of *data*, which is not UTF-8 from byte *wrong* on."""
    wide = _wide(data)
    if wide:
        return wide
    if _binary(data):
        raise _no_text(source)
    declared = _declared(data) if markup else None
    if declared and declared != "utf-8":
        return declared
    around = _around(data, wrong)
    cut_off = wrong >= len(data) - 3 and not data[:wrong].isascii()
    if cut_off or _mostly_utf8(around):
        return "utf-8"
    found = alphabets.guess(around) or ideographs.guess(around) or _normalized(around)
    if not found:
        raise _no_text(source)
    return found


def _declared(data: bytes) -> str | None:
    match = _DECLARATION.search(data, 0, 4096)
    if not match:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
    except LookupError:
        return None
    return _DECLARED.get(name)


def _around(data: bytes, wrong: int) -> bytes:
    """Return the lines around byte *wrong*, 64 kB at most; a line break never stands inside a character here."""
    start = data.rfind(b"\n", 0, max(0, wrong - 2000)) + 1
    start = max(start, wrong - (1 << 14))
    return data[start : start + (1 << 16)]


def _mostly_utf8(data: bytes) -> bool:
    """Tell whether characters of several bytes are right in UTF-8 more than ten times as often as wrong."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for char in text if char > "\x7f") - wrong
    return right > 10 * wrong


def _normalized(data: bytes) -> str | None:
    """Return what charset_normalizer finds, in the larger set where there are two (GB 18030 for GB 2312)."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_exclusion=["utf_7", "punycode", "idna"]).best()
    if best is None:
        return None
    return _DECLARED.get(codecs.lookup(best.encoding).name, best.encoding)
