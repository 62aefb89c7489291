"""Remarks on a TOML text that a person edits: comments under the lines that are wrong, and taking them out again."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from culturex.cli import output
from culturex.text import one_line

# The place of a value in a text: keys, and numbers within arrays.
Path = tuple[str | int, ...]
# What stands before a remark under a line, and the lines from which on a text is so long that looking for the line of a
# value would take seconds: its remarks stand at the top.
MARK = "#^ "
_MOST_LINES = 1000


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: what and what to do, and the line it stands in, from 1 (0 for the text as a whole)."""

    line: int
    message: str


def marked(text: str, problems: Sequence[Problem]) -> tuple[str, list[str]]:
    """Return *text* with a remark under each line that is wrong, and the remarks, to be taken out again."""
    by_line: dict[int, list[str]] = {}
    for problem in problems:
        by_line.setdefault(problem.line, []).append(f"{MARK}{one_line(problem.message)}")
    head = f"{MARK}{output.count(len(problems), 'problem')}, each under its line. Leave without a change to give up."
    remarks = [head, *(remark for told in by_line.values() for remark in told)]
    out = [head, *by_line.pop(0, [])]
    for at, line in enumerate(text.splitlines(), 1):
        out += [line, *by_line.pop(at, [])]
    return "\n".join([*out, *(remark for told in by_line.values() for remark in told)]) + "\n", remarks


def unmarked(text: str, remarks: Iterable[str]) -> str:
    """Return *text* without the *remarks* that ``marked`` put in; other lines stay, whatever they begin with."""
    left = Counter(remarks)
    kept = []
    for line in text.splitlines():
        if left[line.strip()] > 0:
            left[line.strip()] -= 1
        else:
            kept.append(line)
    return "\n".join(kept) + "\n"


def is_empty(text: str) -> bool:
    """Tell whether *text* holds nothing but comments and white space."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines())


def lines_of(paths: Sequence[Path], text: str) -> dict[Path, int]:
    """Return the line in which each of *paths* stands, or the nearest that holds it.

    That is the line after which the parser knows the value, whatever way of writing it a person has chosen.
    """
    lines = text.splitlines()
    found: dict[Path, int] = {}
    if not paths or len(lines) > _MOST_LINES:
        return found
    for number in range(1, len(lines) + 1):
        begun = "\n".join(lines[:number])
        data = _begun(begun)
        if data is not None:
            for path in {p[:length] for p in paths for length in range(1, len(p) + 1)} - found.keys():
                if _holds(data, path):
                    found[path] = number
    return {p: next((found[p[:n]] for n in range(len(p), 0, -1) if p[:n] in found), 0) for p in paths}


def _begun(text: str) -> Any:
    """Return what the beginning of a text says; within an array, as if the array ended there."""
    for end in ("", "\n]"):
        try:
            return tomllib.loads(text + end)
        except tomllib.TOMLDecodeError:
            continue
    return None


def _holds(data: Any, path: Path) -> bool:
    for step in path:
        if isinstance(step, int):
            if not isinstance(data, list) or len(data) <= step:
                return False
        elif not isinstance(data, dict) or step not in data:
            return False
        data = data[step]
    return True
