"""The vocabulary that events are coded with, read from TOML.

A codebook is a file that users may copy, translate and extend: every value has a label, a definition, what to include
and what to leave out, and its counterparts in schema.org, PLOVER and the IPTC Media Topics. ``data/codebook.toml`` is
the default; a store keeps every version it was ever coded with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from culturex.errors import InputError

VOCABULARIES = ("types", "statuses", "modes", "roles", "themes", "bases", "reviews")
_SINGULAR = {
    "types": "type",
    "statuses": "status",
    "modes": "mode",
    "roles": "role",
    "themes": "theme",
    "bases": "date basis",
    "reviews": "review state",
}
OWN_KINDS = ("text", "number", "date", "yesno", "choice")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a vocabulary. The three mappings are empty where the other scheme has no counterpart."""

    code: str
    label: str
    definition: str = ""
    include: str = ""
    exclude: str = ""
    schema_org: str = ""
    plover: str = ""
    iptc: str = ""


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field that a codebook adds to events. *kind* is text, number, date, yesno or choice (of *choices*)."""

    name: str
    label: str
    kind: str = "text"
    definition: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """The vocabularies, the own fields and the TOML text they were read from."""

    name: str
    version: str
    vocabularies: Mapping[str, Mapping[str, Entry]]
    fields: Mapping[str, OwnField] = field(default_factory=dict)
    text: str = ""

    @property
    def sha256(self) -> str:
        """The hash (hex) that tells one version from another."""
        import hashlib

        return hashlib.sha256(self.text.encode()).hexdigest()

    def codes(self, vocabulary: str) -> list[str]:
        """Return the codes of a *vocabulary* (``types``, ``themes`` ...), in the codebook's order."""
        return list(self.vocabularies[vocabulary])

    def entry(self, vocabulary: str, code: str) -> Entry:
        """Return the entry of a *code*; a bare one where the codebook does not have it (an older version did)."""
        return self.vocabularies[vocabulary].get(code) or Entry(code, code.replace("_", " "))

    def choose(self, vocabulary: str, text: str) -> str:
        """Return the code that *text* means: a code, a label, or the only code it begins.

        Raise InputError with the codes that are allowed.
        """
        entries = self.vocabularies[vocabulary]
        wanted = "_".join(text.strip().casefold().replace("-", " ").replace("_", " ").split())
        by_name = {e.label.casefold().replace(" ", "_"): c for c, e in entries.items()} | {c: c for c in entries}
        if wanted in by_name:
            return by_name[wanted]
        begun = [c for c in entries if wanted and c.startswith(wanted)]
        if len(begun) == 1:
            return begun[0]
        from difflib import get_close_matches

        near = get_close_matches(wanted, list(by_name), n=1)
        hint = f"Did you mean {by_name[near[0]]}? " if near else ""
        raise InputError(
            f"{text.strip()!r} is no {_SINGULAR[vocabulary]} of the codebook.",
            f"{hint}Allowed: {', '.join(entries)}.",
        )

    def own(self, name: str) -> OwnField:
        """Return the own field called *name*; raise InputError with those that there are."""
        if name in self.fields:
            return self.fields[name]
        there = ", ".join(self.fields) or "none yet; add a [fields.NAME] table to a codebook and use it"
        raise InputError(f"The codebook has no field {name!r}.", f"Own fields: {there}.")


def read(text: str, where: str = "the codebook") -> Codebook:
    """Return the codebook that a TOML *text* describes; raise InputError saying what is wrong in *where*."""
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{where} is no valid TOML: {error}.") from None
    except RecursionError:
        raise InputError(f"{where} is no codebook: it is nested too deeply.") from None
    head = data.get("codebook")
    if not isinstance(head, dict) or not head.get("name") or not head.get("version"):
        raise InputError(f"{where} has no [codebook] table with name and version.", "See docs/codebook.md.")
    vocabularies = {name: _vocabulary(name, data.get(name), where) for name in VOCABULARIES}
    fields = _table(data.get("fields", {}), "fields", where)
    own = {name: _own_field(name, spec, where) for name, spec in fields.items()}
    return Codebook(str(head["name"]), str(head["version"]), vocabularies, own, text)


def _table(data: Any, name: str, where: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise InputError(f"{where}: [{name}] must be a table.", "See docs/codebook.md.")
    return data


def _check_code(code: str, name: str, where: str) -> None:
    if not code.replace("_", "").isalnum() or code != code.lower():
        raise InputError(f"{where}: {code!r} in [{name}] is no code.", "Use lower-case letters, digits and _.")


def _vocabulary(name: str, data: Any, where: str) -> dict[str, Entry]:
    if not isinstance(data, dict) or not data:
        if name == "reviews" or (name == "bases" and data is None):
            return dict(default().vocabularies[name])
        raise InputError(f"{where} has no [{name}.*] tables.", "Start from a copy: culturex codebook --write FILE.")
    entries = {}
    for code, spec in data.items():
        _check_code(code, name, where)
        table = _table(spec, f"{name}.{code}", where)
        known = {k: str(v) for k, v in table.items() if k in Entry.__dataclass_fields__ and k != "code"}
        entries[code] = Entry(code, **(known | {"label": known.get("label", "").strip() or code.replace("_", " ")}))
    return entries


def _own_field(name: str, spec: Any, where: str) -> OwnField:
    _check_code(name, "fields", where)
    table = _table(spec, f"fields.{name}", where)
    kind = str(table.get("kind", "text"))
    if kind not in OWN_KINDS:
        raise InputError(f"{where}: field {name!r} has kind {kind!r}.", f"Kinds: {', '.join(OWN_KINDS)}.")
    listed = table.get("choices", [])
    choices = tuple(str(c) for c in listed) if isinstance(listed, list) else ()
    if kind == "choice" and not choices:
        raise InputError(f"{where}: field {name!r} is a choice without choices.", 'Write choices = ["a", "b"].')
    label = str(table.get("label", name.replace("_", " ")))
    return OwnField(name, label, kind, str(table.get("definition", "")), choices)


@cache
def default() -> Codebook:
    """Return the codebook that culturex ships."""
    from importlib.resources import files

    text = (files("culturex.model") / "data" / "codebook.toml").read_text("utf-8")
    return read(text, "the default codebook")
