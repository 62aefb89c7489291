"""The gazetteer file, opened once a process, read-only, with what was asked kept in memory.

News repeats its words: after a few hundred articles nearly every first word is known, whether it begins a name or
not, and the file is hardly read any more. Memory is bounded by MAX_WORDS.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from culturex.errors import CulturexError
from culturex.places.records import City, Country, Entry, Group, Names, Subdivision

if TYPE_CHECKING:
    import sqlite3

DATA = Path(__file__).parent / "data" / "gazetteer.sqlite"
FORMAT = "2"
# Coordinates of cities are kept in thousandths of a degree.
DEGREE = 1000
# Before what is cut from the beginning of a word, not from its end (Arabic); alone, a language that has such.
BEGINNING = "^"
MAX_WORDS = 150_000
_BATCH = 400
KINDS = {
    "n": "country", "a": "adjective", "d": "demonym", "c": "prefix", "m": "compound", "g": "group",
    "h": "group_adjective", "p": "city", "s": "subdivision", "x": "asked", "y": "asked_group",
}  # fmt: skip


class Index:
    """Reads the gazetteer; one instance serves all threads."""

    def __init__(self, path: Path = DATA) -> None:
        import sqlite3

        if not path.is_file():
            raise CulturexError(f"The gazetteer {path} is missing.", "Install culturex again.")
        self._db: sqlite3.Connection = sqlite3.connect(
            f"file:{path.as_posix()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._lock = threading.Lock()
        self._by_first: dict[str, Names | None] = {}
        self._cities: dict[int, City] = {}
        self._subdivisions: dict[int, Subdivision] = {}
        self._countries: dict[str, Country] = {}
        self._endings: dict[str, dict[str, tuple[str, ...]]] | None = None

    def rows(self, sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of one query."""
        with self._lock:
            return self._db.execute(sql, tuple(values)).fetchall()

    # Names

    def by_first(self, words: Iterable[str]) -> dict[str, Names]:
        """Return first word = all names that begin with it; words that begin none are missing."""
        asked = set(words)
        missing = [word for word in asked if word not in self._by_first]
        if missing:
            self._read(missing)
        kept = self._by_first
        return {word: found for word in asked if (found := kept.get(word))}

    def _read(self, words: list[str]) -> None:
        if len(self._by_first) + len(words) > MAX_WORDS:
            self._by_first = {}
        found: dict[str, list[Entry]] = {}
        for at in range(0, len(words), _BATCH):
            part = words[at : at + _BATCH]
            marks = ",".join("?" * len(part))
            sql = f"select first, rest, kind, ref, languages, weight from entry where first in ({marks})"
            for first, rest, kind, ref, languages, weight in self.rows(sql, part):
                further = tuple(rest.split()) if rest else ()
                spoken = tuple(languages.split()) if languages else ()
                found.setdefault(first, []).append(Entry(KINDS[kind], ref, further, spoken, weight))
        for word in words:
            self._by_first[word] = _names(found[word]) if word in found else None

    def bases(self, word: str, language: str) -> list[str]:
        """Return the base forms that a folded *word* may have in *language*, by the table of endings."""
        table = self.endings().get(language)
        if not table:
            return []
        found: dict[str, None] = {}
        size = len(word)
        if BEGINNING in table:
            for length in range(min(4, size - 2), 0, -1):
                found.update(dict.fromkeys(base + word[length:] for base in table.get(BEGINNING + word[:length], ())))
        for length in range(min(6, size - 2), 0, -1):
            for base in table.get(word[size - length :], ()):
                found[word[: size - length] + base] = None
        return list(found)

    def endings(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return language = ending = what may stand instead."""
        if self._endings is None:
            table: dict[str, dict[str, list[str]]] = {}
            for language, ending, base in self.rows("select language, ending, base from ending"):
                table.setdefault(language, {}).setdefault(ending, []).append(base)
            for endings in table.values():
                if any(ending.startswith(BEGINNING) for ending in endings):
                    endings[BEGINNING] = []
            # Longer bases first: "Бухаре" is "Бухара" before it is "Бухар".
            self._endings = {
                language: {ending: tuple(sorted(bases, key=len, reverse=True)) for ending, bases in endings.items()}
                for language, endings in table.items()
            }
        return self._endings

    # Records

    def country(self, code: str) -> Country | None:
        """Return the country of an upper-case alpha-2 code."""
        if code not in self._countries:
            for row in self.rows("select * from country where code = ?", (code,)):
                self._countries[code] = _country(row)
        return self._countries.get(code)

    def countries(self) -> list[Country]:
        """Return all countries by name."""
        return sorted((_country(row) for row in self.rows("select * from country")), key=lambda c: c.name)

    def group(self, name: str) -> Group | None:
        """Return the group of this canonical name."""
        for row in self.rows("select name, kind, members from country_group where name = ?", (name,)):
            return Group(row[0], row[1], tuple(row[2].split()))
        return None

    def groups(self) -> list[Group]:
        """Return all groups by name."""
        rows = self.rows("select name, kind, members from country_group order by name")
        return [Group(name, kind, tuple(members.split())) for name, kind, members in rows]

    def cities(self, ids: Iterable[int]) -> list[City]:
        """Return the cities of these GeoNames ids, in the order asked."""
        asked = list(ids)
        known = self.cities_by_id(asked)
        return [known[number] for number in asked if number in known]

    def cities_by_id(self, ids: Iterable[int]) -> Mapping[int, City]:
        """Return id = city for all *ids* that there are, and perhaps for others."""
        missing = [number for number in ids if number not in self._cities]
        for at in range(0, len(missing), _BATCH):
            part = missing[at : at + _BATCH]
            marks = ",".join("?" * len(part))
            sql = (
                "select c.id, c.name, c.country, s.name, c.subdivision, c.lat, c.lon, c.population"
                f" from city c left join subdivision s on s.id = c.subdivision where c.id in ({marks})"
            )
            for number, name, country, admin, admin_id, lat, lon, people in self.rows(sql, part):
                city = City(number, name, country, admin, admin_id, lat / DEGREE, lon / DEGREE, people)
                self._cities[number] = city
        return self._cities

    def subdivisions(self, ids: Iterable[int]) -> list[Subdivision]:
        """Return the subdivisions of these ids, in the order asked."""
        asked = list(ids)
        known = self.subdivisions_by_id(asked)
        return [known[number] for number in asked if number in known]

    def subdivisions_by_id(self, ids: Iterable[int]) -> Mapping[int, Subdivision]:
        """Return id = subdivision for all *ids* that there are, and perhaps for others."""
        missing = [number for number in ids if number not in self._subdivisions]
        for at in range(0, len(missing), _BATCH):
            part = missing[at : at + _BATCH]
            marks = ",".join("?" * len(part))
            sql = f"select id, code, name, country, lat, lon, population from subdivision where id in ({marks})"
            for row in self.rows(sql, part):
                self._subdivisions[row[0]] = Subdivision(*row)
        return self._subdivisions


def _names(entries: list[Entry]) -> Names:
    """File the entries of one first word, the longest and weightiest first."""
    if len(entries) > 1:
        entries.sort(key=lambda e: (-len(e.rest), -e.weight))
    longer: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.rest:
            longer.setdefault(entry.rest[0], []).append(entry)
    return Names(tuple(e for e in entries if not e.rest), {word: tuple(found) for word, found in longer.items()})


def _country(row: tuple[Any, ...]) -> Country:
    code, alpha3, numeric, name, official, adjective, demonym, languages, continent, population, capital = row
    spoken = tuple(languages.split())
    return Country(code, alpha3, numeric, name, official, adjective, demonym, spoken, continent, population, capital)


@cache
def index() -> Index:
    """Return the gazetteer of this process, opened at the first call."""
    return Index()
