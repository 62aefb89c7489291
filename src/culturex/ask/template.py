"""Prompt templates: plain files, those that culturex ships and those of the user.

A template is text with variables (``$article``, ``${codebook}``; ``$$`` writes a dollar sign). A line ``[system]``
begins what is said to the model beforehand, a line ``[user]`` the question itself; without them all is the question.
``VARIABLES`` says what each variable holds. Values are put in once and never looked at again, so that a dollar sign in
an article stays a dollar sign.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from string import Template as Pattern

from culturex.errors import InputError
from culturex.text import one_line

DEFAULT = "events"
ENDING = ".md"
# What each variable of a template holds.
VARIABLES = {
    "article": "the article between its marks: headline, outlet, date and text without page furniture; must be there",
    "begin": "the mark that the article begins with; it differs from article to article",
    "end": "the mark that the article ends with",
    "codebook": "every value of the codebook with definition, what to include and what to leave out",
    "codes": "every value of the codebook with its definition alone",
    "shape": "the JSON to answer with, as an example with a remark for each field",
    "schema": "the same as a JSON schema",
    "examples": "articles with the right answers: your own accepted events if asked for, else the shipped ones",
    "part": "which part of a long article this is; empty for an article in one piece",
    "language": "the language of the article, ISO 639-1",
    "published": "the date of the article, EDTF, or unknown",
}
_HEAD = re.compile(r"^\[(system|user)\][ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Template:
    """A prompt template. *path* is None for one that culturex ships."""

    name: str
    text: str
    path: Path | None = None

    @cached_property
    def version(self) -> str:
        """The first 12 hex digits of the sha256 of its text: a changed template is another version."""
        import hashlib

        return hashlib.sha256(self.text.encode("utf-8", "replace")).hexdigest()[:12]

    @cached_property
    def _sections(self) -> dict[str, str]:
        pieces = _HEAD.split(self.text)
        told = {"system": "", "user": pieces[0].strip()}
        for head, body in zip(pieces[1::2], pieces[2::2], strict=True):
            told[head] = f"{told[head]}\n\n{body.strip()}".strip()
        return told

    @property
    def variables(self) -> frozenset[str]:
        """The variables that it uses."""
        return frozenset(Pattern(self.text).get_identifiers())

    def render(self, values: Mapping[str, str]) -> tuple[str, str]:
        """Return what is said beforehand and the question, with *values* put in for the variables."""
        system, user = (Pattern(self._sections[part]).substitute(values) for part in ("system", "user"))
        return system, user


def checked(template: Template) -> Template:
    """Return *template* once it is known to be usable; raise InputError saying what is wrong with it."""
    where = f"The template {one_line(template.name)}"
    pattern = Pattern(template.text)
    if not pattern.is_valid():
        raise InputError(f"{where} has a dollar sign that begins no variable.", "Write $$ for a dollar sign.")
    strange = sorted(template.variables - VARIABLES.keys())
    if strange:
        raise InputError(f"{where} uses the variable ${strange[0]}.", f"Variables: {', '.join(VARIABLES)}.")
    if "article" not in template.variables:
        raise InputError(f"{where} has no place for the article.", "Write $article where it goes.")
    return template


def shipped() -> list[Template]:
    """Return the templates that culturex ships, the default one first."""
    from importlib.resources import files

    found = [f for f in (files("culturex.ask") / "templates").iterdir() if f.name.endswith(ENDING)]
    templates = [Template(f.name.removesuffix(ENDING), f.read_text("utf-8")) for f in found]
    return sorted(templates, key=lambda t: (t.name != DEFAULT, t.name))


def available(folders: Sequence[Path]) -> list[Template]:
    """Return the user's templates in *folders* (of one name the first counts), then the shipped ones not replaced."""
    found: dict[str, Template] = {}
    for folder in folders:
        for path in sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else ():
            found.setdefault(path.name.removesuffix(ENDING), _from_file(path))
    for template in shipped():
        found.setdefault(template.name, template)
    return list(found.values())


def load(name: str, folders: Sequence[Path]) -> Template:
    """Return the template called *name*, of the user if there is one, else the shipped one; or the file *name*.

    Raise InputError where there is none, or it cannot be used.
    """
    if name.endswith(ENDING) and Path(name).is_file():
        return checked(_from_file(Path(name)))
    there = {t.name: t for t in available(folders)}
    if name not in there:
        raise InputError(f"There is no template {one_line(name)!r}.", f"Templates: {', '.join(there)}.")
    return checked(there[name])


def _from_file(path: Path) -> Template:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise InputError(f"The template {one_line(str(path))} cannot be read: {why}.") from None
    return Template(path.name.removesuffix(ENDING), text, path)
