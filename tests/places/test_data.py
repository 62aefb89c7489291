"""The gazetteer file itself: its size, its references."""

from __future__ import annotations

import subprocess
import sys
import zlib

from culturex.places.gazetteer import DATA, FORMAT, index

WHEEL_LIMIT = 6_000_000


def test_it_fits_into_the_wheel() -> None:
    assert len(zlib.compress(DATA.read_bytes(), 6)) <= WHEEL_LIMIT


def test_it_has_the_format_that_the_code_reads() -> None:
    assert index().rows("select value from meta where name = 'format'") == [(FORMAT,)]


def test_every_entry_of_a_city_or_subdivision_leads_somewhere() -> None:
    lost = index().rows(
        "select count(*) from entry where (kind = 'p' and ref not in (select id from city))"
        " or (kind = 's' and ref not in (select id from subdivision))"
    )
    assert lost == [(0,)]


def test_every_entry_of_a_country_or_group_leads_somewhere() -> None:
    lost = index().rows(
        "select count(*) from entry where (kind in ('n', 'a', 'd', 'x') and ref not in (select code from country))"
        " or (kind in ('g', 'h', 'y') and ref not in (select name from country_group))"
    )
    assert lost == [(0,)]


def test_every_word_reads_back_as_it_was_folded() -> None:
    from culturex.places.keys import key

    rows = index().rows("select distinct first, rest from entry where rest <> '' limit 5000")
    assert [r for r in rows if key(" ".join(r)) != " ".join(r)] == []


def test_importing_opens_nothing() -> None:
    code = "import sys, culturex.places; print('sqlite3' in sys.modules, 'difflib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
