"""JSON as models write it: read what is there, mend what is nearly JSON, keep what is whole of what was cut off.

A hand-made reader, because those that there are take a time that grows with the square of the length for some texts,
give up on deep nesting, or keep half an object as if it were whole. This one goes over the text once, never backwards,
and never raises.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

# Objects and lists inside one another that are followed; no answer needs a tenth of it.
DEPTH = 64
# Where a value may begin: a bracket with something behind it that can stand in one.
_STOP = re.compile(r"""[{\[](?=[\s\ufeff]*+(?:[{}\[\]"'“„«‘‟/,]|[-+]?[\w.]))""")
# A comment that does not end goes to the end of the text: looked for again and again it would take quadratic time.
_BLANK = re.compile(r"(?:[\s\ufeff]++|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z))*+")
_SPACES = re.compile(r"\s*+")
_EASY = re.compile(r'"([^"\\\n]*+)"(?=\s*+(?:[:}\]]|,\s*+["\[\]{}\dtfn-]))')
_KEY = re.compile(r'"[\w -]{1,40}+"\s*+:')
_WORD = re.compile(r"[^\W\d][\w-]{0,40}+")
_NUMBER = re.compile(r"[-+]?(?:\d|\.\d)[\d.]{0,30}+(?:[eE][-+]?\d{1,3})?")
_BREAK = re.compile(r'[\\"\'“”„‟«»‘’]')
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_HEX = re.compile(r"[0-9a-fA-F]{4}")
# What a string begins with, and the marks that it may end with.
_ENDS = {'"': '"', "“": '”"“', "„": '“”"', "«": "»", "'": "'", "‘": "’'", "‟": "”"}
# What else than a text a value in a list begins with.
_BEGINS = frozenset("{[-0123456789tfnTFN")
_WORDS: dict[str, Any] = {
    "true": True, "True": True, "false": False, "False": False, "null": None, "None": None, "undefined": None,
    "NaN": None, "nan": None, "Infinity": None,
}  # fmt: skip
_STANDARD = frozenset({"true", "false", "null"})

COMMAS = "Commas were missing or too many."
QUOTES = "Quotation marks around or inside texts were not those of JSON."
WORDS = "NaN, None or other words that JSON does not have were read as null, true or false."
COMMENTS = "Comments were left out."
KEYS = "Keys stood without quotation marks."
ESCAPES = "Backslashes that JSON does not know were read as the character behind them."
CUT = "The answer breaks off; what was whole before that was kept."


@dataclass(slots=True)
class _Open:
    """An object or list that is being read: what it holds so far, and the key that waits for its value."""

    value: Any
    key: str | None = None


@dataclass(slots=True)
class _Reader:
    text: str
    at: int = 0
    stack: list[_Open] = field(default_factory=list)
    repairs: dict[str, None] = field(default_factory=dict)
    is_cut: bool = False

    def mend(self, sentence: str) -> None:
        self.repairs[sentence] = None

    def blank(self) -> str:
        """Go past white space and comments; return the next character, empty at the end."""
        begin = self.at
        self.at = _BLANK.match(self.text, begin).end()  # type: ignore[union-attr]
        if self.at > begin and "/" in self.text[begin : self.at]:
            self.mend(COMMENTS)
        return self.text[self.at : self.at + 1]


@dataclass(frozen=True, slots=True)
class Found:
    """A value found in a text, where it ends, and whether it was cut off."""

    value: Any
    end: int
    is_cut: bool


def values(text: str, repairs: dict[str, None]) -> list[Found]:
    """Return the objects and lists that stand in *text*, in order; what had to be mended is added to *repairs*.

    An object that was cut off is left out, unless it only wraps a list of ``events``: of that, the whole ones stay.
    """
    found: list[Found] = []
    at = 0
    while start := _STOP.search(text, at):
        reader = _Reader(text, start.start())
        value = _read(reader)
        at = max(reader.at, start.end())
        if value is None:
            continue
        if value:
            repairs.update(reader.repairs)
        found.append(Found(value, at, reader.is_cut))
    return found


def _read(reader: _Reader) -> Any:
    """Read the value that begins where *reader* stands; None where nothing of it can be kept."""
    while True:
        char = reader.blank()
        if not reader.stack:
            _open(reader, char)
            continue
        top = reader.stack[-1]
        if char in ("}", "]"):
            done = _close(reader, char)
            if done is not None:
                return done
            continue
        if char == ",":
            reader.at += 1
            if top.key is not None:
                top.value[top.key], top.key = None, None
            if reader.blank() in (",", "}", "]"):
                reader.mend(COMMAS)
            continue
        if isinstance(top.value, dict) and top.key is None:
            if not _key(reader, char):
                return _salvage(reader)
            continue
        if char in ("{", "["):
            if len(reader.stack) >= DEPTH:
                return _salvage(reader)
            _open(reader, char)
            continue
        if not _plain(reader, char):
            return _salvage(reader)


def _open(reader: _Reader, char: str) -> None:
    reader.stack.append(_Open({} if char == "{" else []))
    reader.at += 1


def _close(reader: _Reader, char: str) -> Any:
    """Close the innermost value; return it where it was the outermost. A bracket of the other sort closes it too."""
    top = reader.stack.pop()
    reader.at += 1
    if not reader.stack:
        return top.value
    _put(reader, top.value)
    return None


def _put(reader: _Reader, value: Any) -> None:
    top = reader.stack[-1]
    if isinstance(top.value, dict):
        top.value[top.key or ""] = value
        top.key = None
    else:
        top.value.append(value)
    if reader.blank() not in (",", "}", "]", ""):
        reader.mend(COMMAS)


def _key(reader: _Reader, char: str) -> bool:
    """Read the key of an object and its colon; tell whether there is one."""
    if char in _ENDS:
        key = _string(reader, char, is_key=True)
    else:
        word = _WORD.match(reader.text, reader.at)
        key = word.group() if word else None
        if word:
            reader.at = word.end()
            reader.mend(KEYS)
    if key is None or reader.blank() != ":":
        return False
    reader.at += 1
    reader.stack[-1].key = key
    return True


def _plain(reader: _Reader, char: str) -> bool:
    """Read a text, a number or a word into the innermost value; tell whether there is one."""
    if char in _ENDS:
        text = _string(reader, char, is_key=False)
        if text is None:
            return False
        _put(reader, text)
        return True
    if number := _NUMBER.match(reader.text, reader.at):
        reader.at = number.end()
        _put(reader, _number(number.group()))
        return True
    word = _WORD.match(reader.text, reader.at + (char == "-"))
    if not word or word.group() not in _WORDS:
        return False
    reader.at = word.end()
    if word.group() not in _STANDARD:
        reader.mend(WORDS)
    _put(reader, _WORDS[word.group()])
    return True


def _number(digits: str) -> Any:
    try:
        return int(digits)
    except ValueError:
        pass
    try:
        value = float(digits)
    except ValueError:
        return digits
    return value if abs(value) < float("inf") else None


def _string(reader: _Reader, mark: str, *, is_key: bool) -> str | None:
    """Read the text that begins with *mark*; None where it does not end."""
    easy = _EASY.match(reader.text, reader.at) if mark == '"' else None
    if easy:
        reader.at = easy.end()
        return easy.group(1)
    if mark != '"':
        reader.mend(QUOTES)
    text, out, at = reader.text, [], reader.at + 1
    while stop := _BREAK.search(text, at):
        out.append(text[at : stop.start()])
        at = stop.end()
        if stop.group() == "\\":
            piece, at = _escape(reader, at)
            out.append(piece)
        elif stop.group() in _ENDS[mark] and _ends(reader, at, is_key=is_key):
            reader.at = at
            return "".join(out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        else:
            if stop.group() == mark:
                reader.mend(QUOTES)
            out.append(stop.group())
    reader.at = len(text)
    return None


def _escape(reader: _Reader, at: int) -> tuple[str, int]:
    """Return what the escape before *at* stands for, and where it ends."""
    char = reader.text[at : at + 1]
    if char == "u" and (code := _HEX.match(reader.text, at + 1)):
        return chr(int(code.group(), 16)), code.end()
    if char not in _ESCAPES and char not in ('"', "\\", "/"):
        reader.mend(ESCAPES)
    return _ESCAPES.get(char, char), at + 1


def _ends(reader: _Reader, at: int, *, is_key: bool) -> bool:
    """Tell whether the mark before *at* ends its text, by what follows it: other marks stand inside."""
    text = reader.text
    after = _space(text, at)
    char = text[after : after + 1]
    if is_key:
        return char == ":"
    if char in ("}", "]", ""):
        return bool(char)
    if char == ",":
        behind = _space(text, after + 1)
        following = text[behind : behind + 1]
        in_list = isinstance(reader.stack[-1].value, list)
        return following in _ENDS or following in ("}", "]", "") or (in_list and following in _BEGINS)
    if char == '"' and isinstance(reader.stack[-1].value, dict) and _KEY.match(text, after):
        return True
    return "\n" in text[at:after] and (char in _ENDS or char in ("{", "["))


def _space(text: str, at: int) -> int:
    return _SPACES.match(text, at).end()  # type: ignore[union-attr]


def _salvage(reader: _Reader) -> Any:
    """Return what is whole of a value that was cut off or turns into something else; None where nothing is."""
    reader.is_cut = True
    reader.mend(CUT)
    inner: Any = None
    for level in reversed(reader.stack):
        if isinstance(level.value, list):
            inner = [*level.value, *([inner] if isinstance(inner, dict) else [])]
        elif level.key is not None and _wraps(level.key, inner):
            inner = {**level.value, level.key: inner}
        elif any(_wraps(key, value) for key, value in level.value.items()):
            inner = level.value
        else:
            inner = None
    return inner


def _wraps(key: str, value: Any) -> bool:
    """Tell whether a key with its value is what an answer wraps its events in."""
    return (isinstance(value, list) and key.strip().casefold() == "events") or (
        isinstance(value, dict) and any(_wraps(k, v) for k, v in value.items())
    )
