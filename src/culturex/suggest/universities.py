"""Which country a university is in whose name does not tell it: "Makerere University" is in Uganda."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from culturex.places.keys import key


def country_of(name: str) -> str | None:
    """Return the country (ISO 3166-1 alpha-2) of the university of this *name*, written in full; None if unknown.

    The names are those of ``universities.tsv``, which ``tools/build_universities.py`` writes.
    """
    return _countries().get(key(name).removeprefix("the "))


@cache
def _countries() -> dict[str, str]:
    rows = (files(__package__) / "universities.tsv").read_text("utf-8").splitlines()
    return dict(row.split("\t") for row in rows if not row.startswith("#"))
