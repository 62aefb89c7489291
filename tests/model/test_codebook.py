"""The codebook: the shipped vocabulary is whole, values are chosen by name, and a wrong file is refused in words."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culturex.errors import InputError
from culturex.model.codebook import OWN_KINDS, VOCABULARIES, Codebook, Entry, default, read

TYPES = (
    "agreement conference meeting visit exhibition festival performance course exchange competition opening award "
    "donation anniversary media research other"
)
STATUSES = "held ongoing planned proposed postponed cancelled"
THEMES = (
    "arts crafts education environment film gastronomy health heritage humanitarian language literature media music "
    "performing_arts religion science sport tourism youth society culture"
)

ENTRIES = [
    pytest.param(vocabulary, entry, id=f"{vocabulary}.{entry.code}")
    for vocabulary, entries in default().vocabularies.items()
    for entry in entries.values()
]

SMALL = """
[codebook]
name = "small"
version = "1"
[types.loan]
[types.gift_of_books]
[statuses.held]
[modes.online]
[roles.host]
[themes.arts]
"""


@pytest.fixture(scope="module")
def book() -> Codebook:
    return default()


# -- the shipped vocabulary


@pytest.mark.parametrize(
    ("vocabulary", "codes"),
    [
        ("types", TYPES),
        ("statuses", STATUSES),
        ("modes", "in_person online hybrid"),
        ("roles", "host partner"),
        ("themes", THEMES),
        ("bases", "stated resolved inferred"),
        ("reviews", "unreviewed accepted rejected"),
    ],
)
def test_the_vocabulary_has_its_values_in_order(book: Codebook, vocabulary: str, codes: str) -> None:
    assert book.codes(vocabulary) == codes.split()


@pytest.mark.parametrize(("vocabulary", "entry"), ENTRIES)
def test_every_value_says_what_it_means_and_where_it_ends(vocabulary: str, entry: Entry) -> None:
    assert all((entry.label, entry.definition, entry.include, entry.exclude))


@pytest.mark.parametrize(("vocabulary", "entry"), ENTRIES)
def test_definitions_are_sentences(vocabulary: str, entry: Entry) -> None:
    assert re.fullmatch(r'["A-Z].*[.]"?', entry.definition)


@pytest.mark.parametrize(("vocabulary", "entry"), ENTRIES)
def test_counterparts_are_written_as_the_other_scheme_writes_them(vocabulary: str, entry: Entry) -> None:
    assert re.fullmatch(r"([A-Z][A-Za-z]+)?", entry.schema_org)
    assert re.fullmatch(r"(medtop:\d{8})?", entry.iptc)
    assert re.fullmatch(r"([A-Z]+(:[a-z-]+)?|context:[a-z_]+|source|recipient)?", entry.plover)


@pytest.mark.parametrize("code", THEMES.split())
def test_every_theme_has_a_media_topic(book: Codebook, code: str) -> None:
    assert book.entry("themes", code).iptc


@pytest.mark.parametrize(
    ("vocabulary", "code", "schema_org"),
    [
        ("types", "exhibition", "ExhibitionEvent"),
        ("types", "festival", "Festival"),
        ("statuses", "held", "EventScheduled"),
        ("statuses", "cancelled", "EventCancelled"),
        ("modes", "online", "OnlineEventAttendanceMode"),
    ],
)
def test_schema_org_names_the_value(book: Codebook, vocabulary: str, code: str, schema_org: str) -> None:
    assert book.entry(vocabulary, code).schema_org == schema_org


def test_an_excluded_neighbour_that_is_named_exists(book: Codebook) -> None:
    """``(meeting)`` at the end of an exclusion names the value that takes the case."""
    every = {code for entries in book.vocabularies.values() for code in entries}
    for entries in book.vocabularies.values():
        for entry in entries.values():
            for named in re.findall(r"\(([a-z_]+)\)", entry.exclude):
                assert named in every, f"{entry.code} sends to {named}"


# -- choosing a value


@pytest.mark.parametrize(
    ("vocabulary", "text", "code"),
    [
        ("types", "festival", "festival"),
        ("types", "Festival", "festival"),
        ("types", "  exhibition ", "exhibition"),
        ("types", "exh", "exhibition"),
        ("types", "conf", "conference"),
        ("modes", "In person", "in_person"),
        ("modes", "in-person", "in_person"),
        ("modes", "h", "hybrid"),
        ("themes", "performing arts", "performing_arts"),
        ("themes", "PERFORMING_ARTS", "performing_arts"),
        ("statuses", "canc", "cancelled"),
        ("roles", "p", "partner"),
    ],
)
def test_a_value_is_chosen_by_code_label_or_beginning(book: Codebook, vocabulary: str, text: str, code: str) -> None:
    assert book.choose(vocabulary, text) == code


@pytest.mark.parametrize(("vocabulary", "entry"), ENTRIES)
def test_every_label_chooses_its_value(book: Codebook, vocabulary: str, entry: Entry) -> None:
    assert book.choose(vocabulary, entry.label) == entry.code


@pytest.mark.parametrize(
    ("vocabulary", "text"),
    [
        ("types", "workshop"),
        ("types", ""),
        ("types", "   "),
        ("types", "ex"),  # exhibition or exchange
        ("statuses", "p"),  # planned, proposed or postponed
        ("themes", "x"),
    ],
)
def test_what_is_no_value_or_could_be_several_is_refused(book: Codebook, vocabulary: str, text: str) -> None:
    with pytest.raises(InputError):
        book.choose(vocabulary, text)


def test_the_refusal_names_the_vocabulary_and_all_that_is_allowed(book: Codebook) -> None:
    with pytest.raises(InputError) as refused:
        book.choose("statuses", "done")
    assert str(refused.value).startswith("'done' is no status of the codebook.")
    assert refused.value.hint.endswith("Allowed: held, ongoing, planned, proposed, postponed, cancelled.")


def test_the_refusal_of_a_slip_offers_what_was_meant(book: Codebook) -> None:
    with pytest.raises(InputError) as refused:
        book.choose("types", "exibition")
    assert refused.value.hint.startswith("Did you mean exhibition? ")


@given(st.sampled_from(VOCABULARIES), st.text(max_size=40))
def test_choosing_answers_a_code_or_refuses(vocabulary: str, text: str) -> None:
    with suppress(InputError):
        assert default().choose(vocabulary, text) in default().codes(vocabulary)


def test_a_value_that_the_codebook_does_not_have_is_still_shown(book: Codebook) -> None:
    assert book.entry("types", "round_table") == Entry("round_table", "round table")


# -- reading a codebook


def test_a_small_codebook_is_read() -> None:
    small = read(SMALL)
    assert (small.name, small.version, small.codes("types")) == ("small", "1", ["loan", "gift_of_books"])


def test_a_label_is_made_from_the_code_where_there_is_none() -> None:
    assert read(SMALL).entry("types", "gift_of_books").label == "gift of books"


def test_an_empty_label_does_not_make_an_empty_answer_a_value() -> None:
    with pytest.raises(InputError):
        read(SMALL + '[types.award]\nlabel = ""\n').choose("types", "")


def test_bases_and_reviews_may_be_left_out(book: Codebook) -> None:
    small = read(SMALL)
    assert small.vocabularies["bases"] == book.vocabularies["bases"]
    assert small.vocabularies["reviews"] == book.vocabularies["reviews"]


def test_the_hash_tells_one_version_from_another() -> None:
    assert read(SMALL).sha256 != read(SMALL + "[types.award]\n").sha256


def test_an_own_field_is_read() -> None:
    own = read(SMALL + '[fields.funding]\nlabel = "Funding"\nkind = "choice"\nchoices = ["public", "private"]\n')
    assert own.own("funding").choices == ("public", "private")


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_every_kind_of_own_field_is_read(kind: str) -> None:
    own = read(SMALL + f'[fields.it]\nkind = "{kind}"\nchoices = ["a"]\n')
    assert own.own("it").kind == kind


def test_an_own_field_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError) as refused:
        read(SMALL + "[fields.funding]\n[fields.venue]\n").own("budget")
    assert "funding, venue" in refused.value.hint


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no [codebook] table"),
        ("types = [", "no valid TOML"),
        ("codebook = 3\n", "no [codebook] table"),
        ('[codebook]\nname = "x"\n', "no [codebook] table"),
        ('[codebook]\nname = "x"\nversion = "1"\n', "no [types.*] tables"),
        (SMALL.replace("[themes.arts]", ""), "no [themes.*] tables"),
        ("themes = 5\n" + SMALL.replace("[themes.arts]", ""), "no [themes.*] tables"),
        (SMALL + "[types.Loan]\n", "'Loan' in [types] is no code"),
        (SMALL + '[types."a loan"]\n', "'a loan' in [types] is no code"),
        (SMALL + '[fields.x]\nkind = "colour"\n', "field 'x' has kind 'colour'"),
        (SMALL + '[fields.x]\nkind = "choice"\n', "field 'x' is a choice without choices"),
        (SMALL + '[fields.x]\nkind = "choice"\nchoices = 3\n', "field 'x' is a choice without choices"),
        (SMALL + '[fields."a=b"]\n', "'a=b' in [fields] is no code"),
        ("fields = 1\n" + SMALL, "[fields] must be a table"),
        ("fields = {x = 1}\n" + SMALL, "[fields.x] must be a table"),
        ('themes = {arts = "Arts"}\n' + SMALL.replace("[themes.arts]", ""), "[themes.arts] must be a table"),
    ],
)
def test_a_wrong_file_is_refused_in_a_sentence(text: str, says: str) -> None:
    with pytest.raises(InputError) as refused:
        read(text, "mine.toml")
    assert says in str(refused.value)
    assert "mine.toml" in str(refused.value)


def test_the_sentence_names_the_file() -> None:
    with pytest.raises(InputError, match=r"^notes/mine\.toml "):
        read("", "notes/mine.toml")


# TOML that is nearly a codebook: the tables that are looked for, holding anything at all.
VALUES = st.recursive(
    st.one_of(
        st.booleans().map(lambda b: str(b).lower()),
        st.integers(-9, 9).map(str),
        st.just("1979-05-27"),
        st.from_regex(r"[ -!#-\[\]-~äя]{0,6}", fullmatch=True).map(lambda s: f'"{s}"'),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda xs: "[" + ", ".join(xs) + "]"),
        st.dictionaries(
            st.sampled_from(["name", "version", "label", "kind", "choices", "loan", "Ä"]), inner, max_size=3
        ).map(lambda d: "{" + ", ".join(f'"{k}" = {v}' for k, v in d.items()) + "}"),
    ),
    max_leaves=6,
)
LINES = st.tuples(st.sampled_from(["codebook", "fields", *VOCABULARIES]), VALUES).map(lambda p: f"{p[0]} = {p[1]}")
TABLES = st.tuples(
    st.sampled_from(["codebook", "fields.x", "fields", *(f"{v}.a" for v in VOCABULARIES)]),
    st.dictionaries(st.sampled_from(["name", "version", "label", "kind", "choices"]), VALUES, max_size=3),
).map(lambda p: f"[{p[0]}]\n" + "\n".join(f"{k} = {v}" for k, v in p[1].items()))


def _read_or_refuse(text: str) -> None:
    try:
        book = read(text, "mine.toml")
    except InputError:
        return
    assert set(book.vocabularies) == set(VOCABULARIES)
    assert len(book.sha256) == 64


@given(st.lists(LINES, max_size=4), st.lists(TABLES, max_size=8))
def test_reading_what_looks_like_a_codebook_answers_or_refuses(lines: list[str], tables: list[str]) -> None:
    _read_or_refuse("\n".join([*lines, *tables]))


@given(VALUES, st.sampled_from(["fields", "fields.x", "themes", "themes.a", "reviews", "bases.a"]))
def test_reading_a_codebook_with_an_odd_part_answers_or_refuses(value: str, key: str) -> None:
    whole = SMALL.replace("[themes.arts]", "") if key.startswith("themes") else SMALL
    _read_or_refuse(f"{key} = {value}\n{whole}")


@given(st.text(max_size=200))
def test_reading_any_text_answers_or_refuses(text: str) -> None:
    _read_or_refuse(text)


@pytest.mark.parametrize("opening", ["a = " + "[" * 100_000, "a = " + "{b=" * 100_000])
def test_a_file_nested_without_end_is_refused(opening: str) -> None:
    with pytest.raises(InputError):
        read(opening)


# -- the page about it

PAGE = Path(__file__).resolve().parents[2] / "docs" / "codebook.md"
EXAMPLES = [dedent(block) for block in re.findall(r"^ *```toml\n(.*?)^ *```", PAGE.read_text("utf-8"), re.M | re.S)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_page_extend_the_shipped_codebook(example: str) -> None:
    shipped = default().text
    if "[codebook]" in example:
        shipped = shipped.replace('[codebook]\nname = "culturex"\nversion = "1"\n', "")
    assert read(shipped + "\n" + example, "the example")


def test_the_page_has_examples_of_a_value_and_of_a_field() -> None:
    assert "[types.loan]" in EXAMPLES[0]
    assert "[fields.funding]" in EXAMPLES[1]


@pytest.mark.parametrize(("vocabulary", "entry"), ENTRIES)
def test_the_page_shows_every_value(vocabulary: str, entry: Entry) -> None:
    assert f"| `{entry.code}` | {entry.definition} |" in PAGE.read_text("utf-8")
