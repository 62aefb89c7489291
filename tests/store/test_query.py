"""Filters find the events they name, in every combination, and words are never SQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culturex.errors import InputError
from culturex.store import Query, Store
from culturex.store.search import search


def ids(library: Path, **filters: Any) -> list[int]:
    with Store.open(library) as store:
        return store.event_ids(Query(sort="id", **filters))


CASES: list[tuple[dict[str, Any], list[int]]] = [
    ({"country": ("Armenia",)}, [1, 2, 3, 4, 5]),
    ({"country": ("Armenian",)}, [1, 2, 3, 4, 5]),
    ({"country": ("ARM",)}, [1, 2, 3, 4, 5]),
    ({"country": ("Arménie",)}, [1, 2, 3, 4, 5]),
    ({"country": ("Armenia", "Kazakhstan")}, [1, 2, 3]),
    ({"country": ("Baltic states",)}, [7, 8, 9, 10, 12]),
    ({"country": ("South Caucasus",)}, [1, 2, 3, 4, 5]),
    ({"type": ("festival",)}, [1, 3, 8]),
    ({"type": ("festival", "meeting")}, [1, 3, 8, 10]),
    ({"status": ("planned",)}, [10, 11]),
    ({"mode": ("online",)}, [10]),
    ({"theme": ("film", "education")}, [5]),
    ({"review": ("rejected",)}, [12]),
    ({"city": ("almaty",)}, [1]),
    ({"city": ("ереван",)}, [4]),
    ({"person": ("petrosyan",)}, [1]),
    ({"organization": ("musee du quai",)}, [6]),
    ({"since": "2023"}, [8, 9, 11]),
    ({"until": "2011"}, [2, 9]),
    ({"since": "2019-05-03", "until": "2019-05-03"}, [1, 9]),
    ({"since": "2020", "until": "2020"}, [3, 4, 5, 9]),
    ({"text": "benin"}, [6]),
    ({"text": "вечер"}, [4, 5]),
    ({"article": (5,)}, [8, 9, 10, 11]),
    ({"ids": (3, 4)}, [3, 4]),
    ({"country": ("Estonia",), "type": ("agreement",)}, [9]),
]


@pytest.mark.parametrize(("filters", "expected"), CASES, ids=[str(c[0]) for c in CASES])
def test_filter(library: Path, filters: dict[str, Any], expected: list[int]) -> None:
    assert ids(library, **filters) == expected


@pytest.mark.parametrize(
    ("sort", "first"), [("date", 9), ("-date", 11), ("id", 1), ("-id", 12), ("title", 2), ("type", 9)]
)
def test_order(library: Path, sort: str, first: int) -> None:
    with Store.open(library) as store:
        assert store.event_ids(Query(sort=sort, limit=1)) == [first]


def test_events_without_a_date_come_last_in_both_orders(library: Path) -> None:
    with Store.open(library) as store:
        assert store.event_ids(Query(sort="date"))[-1] == store.event_ids(Query(sort="-date"))[-1] == 10


def test_an_unknown_country_is_refused_with_near_names(library: Path) -> None:
    with pytest.raises(InputError, match="no country or group") as caught:
        ids(library, country=("Armnia",))
    assert "Armenia" in (caught.value.hint or "")


def test_an_unknown_order_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError) as caught:
        Query(sort="colour").sql()
    assert "-date" in (caught.value.hint or "")


@pytest.mark.parametrize("words", ["' OR 1=1 --", "%", "_", "\\", "'; DROP TABLE events; --", "a\x00b"])
@pytest.mark.parametrize("field", ["person", "organization", "city"])
def test_words_are_never_sql(library: Path, field: str, words: str) -> None:
    assert ids(library, **{field: (words,)}) == []


@given(words=st.text())
def test_any_string_is_a_valid_search(words: str) -> None:
    with Store.open(None) as store:
        assert search(store.connection, words) == []


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("royal objects", ["event"]),
        ('"objects royal"', []),
        ("benin restit*", ["article"]),
        ("BENIN", ["event", "article"]),
        ("грузинского", ["article"]),
    ],
)
def test_search(library: Path, words: str, kinds: list[str]) -> None:
    with Store.open(library) as store:
        assert [hit.kind for hit in search(store.connection, words)] == kinds


def test_search_finds_words_of_scripts_without_spaces(store: Store) -> None:
    from culturex.model.article import Article

    with store.deed("import"):
        store.add_article(Article.of("长春与克拉斯诺亚尔斯克举行教育合作会议"))
    assert [h.id for h in search(store.connection, "教育合作")] == [1]


def test_a_hit_is_marked_in_its_snippet(library: Path) -> None:
    with Store.open(library) as store:
        assert "\ue000restituent\ue001" in search(store.connection, "restituent")[0].snippet
