"""EDTF dates: what is read, what it means, what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culturex import edtf
from culturex.errors import InputError

CASES = [
    ("2024-05-08", "2024-05-08", "2024-05-08", "8 May 2024"),
    ("2010-04", "2010-04-01", "2010-04-30", "April 2010"),
    ("2016-02", "2016-02-01", "2016-02-29", "February 2016"),
    ("2017", "2017-01-01", "2017-12-31", "2017"),
    ("2014/2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("2022-11-14/2022-11-18", "2022-11-14", "2022-11-18", "14 November 2022 to 18 November 2022"),
    ("2020/..", "2020-01-01", None, "2020 to open end"),
    ("../2020-06", None, "2020-06-30", "open start to June 2020"),
    ("2020/", "2020-01-01", None, "2020 to unknown end"),
    ("2017-11-29?", "2017-11-29", "2017-11-29", "perhaps 29 November 2017"),
    ("1998~", "1998-01-01", "1998-12-31", "about 1998"),
    ("2001-05%", "2001-05-01", "2001-05-31", "perhaps about May 2001"),
    ("201X", "2010-01-01", "2019-12-31", "2010s"),
    ("2004-XX", "2004-01-01", "2004-12-31", "2004"),
    ("2019-21", "2019-03-01", "2019-05-31", "spring 2019"),
    ("2019-24", "2019-12-01", "2020-02-29", "winter 2019"),
    ("0001", "0001-01-01", "0001-12-31", "0001"),
    ("9999-12-31", "9999-12-31", "9999-12-31", "31 December 9999"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "words"), CASES, ids=[c[0] for c in CASES])
def test_meaning(text: str, earliest: str | None, latest: str | None, words: str) -> None:
    value = edtf.parse(text)
    days = tuple(day.isoformat() if day else None for day in (value.earliest, value.latest))
    assert (str(value), days, edtf.describe(text)) == (text, (earliest, latest), words)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2024-13", "2024-02-30", "24-05-08", "2024/2023", "/", "../..", "2024-05-08T10:00",
     "2024/2025/2026", "8 May 2024", "2024-5-8", "2019-25", "201X-05", "9999-24", "0000", "٢٠٢٤"],
)  # fmt: skip
def test_refusal_says_what_to_write(text: str) -> None:
    with pytest.raises(InputError) as caught:
        edtf.parse(text)
    assert caught.value.hint


points = st.one_of(
    st.dates().map(date.isoformat),
    st.dates().map(lambda d: d.isoformat()[:7]),
    st.dates().map(lambda d: d.isoformat()[:4]),
)


@given(point=points, qualifier=st.sampled_from(["", "~", "?", "%"]))
def test_a_point_begins_before_it_ends(point: str, qualifier: str) -> None:
    value = edtf.parse(point + qualifier)
    assert value.earliest is not None
    assert value.latest is not None
    assert value.earliest <= value.latest


@given(first=st.dates(), last=st.dates())
def test_days_and_back(first: date, last: date) -> None:
    first, last = sorted((first, last))
    value = edtf.parse(edtf.from_days(first, last))
    assert (value.earliest, value.latest) == (first, last)


@given(text=st.text(max_size=30))
def test_any_text_is_a_date_or_an_input_error(text: str) -> None:
    try:
        edtf.parse(text)
    except InputError:
        assert not edtf.is_valid(text)
    else:
        assert edtf.is_valid(text)
