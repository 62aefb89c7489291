"""Events as cards: their values in words, and each sentence once with its quotes."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, RenderableType

from culturex.cli import output
from culturex.cli.article_view import TextView, lettered
from culturex.cli.blocks import decision_card, event_card
from culturex.cli.cards import print_record, print_suggestion
from culturex.cli.passages import Mark, Passage, bracketed, passages
from culturex.cli.prompts_view import CardView
from culturex.cli.wording import fields, headline, origin, shown_values
from culturex.model import codebook
from culturex.model.article import Article, StoredArticle
from culturex.model.event import ArticleRef, CountryRole, Event, EventRecord, Evidence, Organization, Person, Place
from culturex.suggest import Suggestion, suggest
from culturex.suggest.mentions import Mention
from culturex.text import Span

TEXT = """Weavers of Oaxaca teach in Fez

From 2 to 5 June 2024 four weavers from Oaxaca taught in Fez. Ana Ruiz led them. It rained.

Share this page"""
BOOK = codebook.default()


def quote(field: str, words: str, value: str | None = None, sure: float | None = None) -> Evidence:
    """Return the evidence that *words* of TEXT are."""
    at = TEXT.rindex(words)
    return Evidence(field, value, words, at, at + len(words), "rule:x", sure, 7)


EVENT = Event(
    main=True,
    title="Weavers in Fez",
    type="course",
    status="held",
    date="2024-06-02/2024-06-05",
    mode="in_person",
    countries=(CountryRole("MA", "host"), CountryRole("MX", "partner")),
    places=(Place("Fez", "MA", 34.03, -5.0),),
    themes=("crafts", "education"),
    organizations=(Organization("House of Weavers", "host", "MA"),),
    people=(Person("Ana Ruiz", "master weaver"),),
    evidence=(
        quote("event", "four weavers from Oaxaca taught in Fez"),
        quote("date", "2 to 5 June 2024", "2024-06-02/2024-06-05", 0.92),
        quote("countries", "Oaxaca", "MX:partner", 0.4),
        quote("people", "Ana Ruiz", "Ana Ruiz", 0.875),
    ),
)
ARTICLE = Article(
    TEXT, "a.txt", title="Weavers of Oaxaca teach in Fez", furniture=(Span(TEXT.index("Share"), len(TEXT)),)
)
RECORD = EventRecord(
    3, EVENT, "u", "accepted", "ann", "1", "2024-07-01T10:00:00Z", "2024-07-02T10:00:00Z",
    (ArticleRef(7, ARTICLE.title, "Fez Today", "https://example.org/7", "a.txt", "2024-06-06"),),
)  # fmt: skip


def lines(capsys: pytest.CaptureFixture[str], record: EventRecord = RECORD) -> list[str]:
    """Return what ``show`` prints in a pipe."""
    print_record(record, {7: ARTICLE}, BOOK)
    return capsys.readouterr().out.splitlines()


def rendered(what: RenderableType, *, width: int = 80, colour: bool = False) -> str:
    """Return something as a terminal of that width shows it."""
    file = io.StringIO()
    console = Console(
        file=file, width=width, markup=False, emoji=False, highlight=False, force_terminal=colour,
        color_system="standard" if colour else None,
    )  # fmt: skip
    console.print(what)
    return file.getvalue()


# -- in a pipe


@pytest.mark.parametrize(
    "line",
    [
        "event: 3",
        "title: Weavers in Fez",
        "type: course",
        "date: 2024-06-02/2024-06-05 (2 June 2024 to 5 June 2024)",
        "countries: Morocco (host); Mexico (partner)",
        "places: Fez (Morocco)",
        "themes: crafts; education",
        "organizations: House of Weavers (host, Morocco)",
        "people: Ana Ruiz (master weaver)",
        "review: accepted",
        "coder: ann",
        "updated: 2024-07-02T10:00:00Z (created 2024-07-01T10:00:00Z)",
        "article: 7; Weavers of Oaxaca teach in Fez; Fez Today; 2024-06-06; https://example.org/7; a.txt",
        "quote (people): [Ana Ruiz] led them.",
    ],
)
def test_a_pipe_gets_a_line_for_each_field(capsys: pytest.CaptureFixture[str], line: str) -> None:
    assert line in lines(capsys)


def test_a_sentence_is_shown_once_with_all_its_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    shown = [line for line in lines(capsys) if "June 2024 four" in line or "weavers from" in line]
    expected = "From [2 to 5 June 2024] [four weavers from [Oaxaca] taught in Fez]."
    assert shown == [f"quote (date, event, countries): {expected}"]


def test_a_quote_without_place_in_the_text_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    lost = replace(EVENT, evidence=(Evidence("date", None, "in June", None, None, "model:x", 0.5, 7),))
    assert "quote (date, not found in the text): in June" in lines(capsys, replace(RECORD, event=lost))


def test_markup_and_escapes_come_out_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = replace(RECORD, event=replace(EVENT, title="[red]x\x1b]0;y\x07[/red]"))
    assert "title: [red]x\ufffd]0;y\ufffd[/red]" in lines(capsys, hostile)


# -- what the suggester sees

SUGGESTION = Suggestion(
    article=replace(ARTICLE, source=None, outlet="Fez Today"),
    events=(EVENT,),
    mentions=(
        Mention("place", "Fez", 26, 29, {"name": "Fez", "country": "MA", "lat": 34.03, "lon": -5.0}, "places.x"),
    ),
)


@pytest.mark.parametrize(
    "line",
    [
        "article: Weavers of Oaxaca teach in Fez; Fez Today; no date",
        "event: 1 of 1",
        "date: 2024-06-02/2024-06-05 (2 June 2024 to 5 June 2024) 92%",
        "countries: Morocco (host); Mexico (partner) 40%",
        "place\tFez\tFez, MA\tplaces.x\t80%\t26\t29",
    ],
)
def test_a_suggestion_in_a_pipe_says_how_sure_it_is(capsys: pytest.CaptureFixture[str], line: str) -> None:
    print_suggestion(SUGGESTION, mentions=True)
    assert line in capsys.readouterr().out.splitlines()


def test_a_suggestion_of_nothing_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    print_suggestion(replace(SUGGESTION, events=(), reasons=("only one country: MX",)))
    assert "no event: only one country: MX" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("heading", ["What each sentence names", "Why event 1 is what it is"])
def test_an_explanation_goes_part_by_part(capsys: pytest.CaptureFixture[str], samples: Path, heading: str) -> None:
    text = (samples / "film-week-planned.txt").read_text("utf-8")
    print_suggestion(suggest(Article.of(text)), explain=True)
    assert heading in capsys.readouterr().out.splitlines()


# -- in a terminal


def test_a_terminal_shows_the_same_facts(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "is_terminal", lambda stream=None: True)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("NO_COLOR", "1")
    print_record(RECORD, {7: ARTICLE}, BOOK)
    assert "From [2 to 5 June 2024] [four weavers from [Oaxaca] taught in Fez]." in capsys.readouterr().out


def test_colour_marks_a_quote_without_brackets() -> None:
    shown = rendered(event_card(EVENT, ARTICLE, BOOK, colour=True), colour=True, width=120)
    assert "\x1b[1;36m2 to 5 June 2024\x1b[0m" in shown


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("title", ["Weavers in Fez", "非斯的织工" * 20, "نساجون من واهاكا " * 20, "é" * 300, "x" * 500])
def test_a_card_keeps_within_the_width(width: int, title: str) -> None:
    from rich.cells import cell_len

    event = replace(EVENT, title=title)
    view = CardView(StoredArticle(7, replace(ARTICLE, text=f"{TEXT}\n{title}"), "new", ""), event, BOOK, False)
    shown = rendered(view, width=width)
    assert max(cell_len(line) for line in shown.splitlines()) <= width


def test_a_card_shows_how_sure_each_value_is() -> None:
    shown = rendered(event_card(EVENT, ARTICLE, BOOK, colour=False))
    assert "Morocco (host), Mexico (partner) 40%" in shown


@pytest.mark.parametrize("spec", [s for s in fields() if s.name != "values"], ids=lambda s: s.name)
def test_a_card_names_the_letter_of_every_field(spec: object) -> None:
    shown = rendered(decision_card(EVENT, BOOK, colour=False), width=120)
    key, label = spec.key, spec.label  # type: ignore[attr-defined]
    assert f"{key} {label}" in shown


def test_a_card_of_an_empty_event_names_all_fields_as_empty() -> None:
    shown = rendered(decision_card(Event(), BOOK, colour=False), width=60)
    assert "q quote" in shown


def test_a_long_quote_is_shown_by_its_first_and_last_words() -> None:
    long = Evidence("event", None, "first words " + "and " * 60 + "the last words", 0, 266)
    assert "“first words and and" in (shown := rendered(decision_card(Event(evidence=(long,)), BOOK, colour=False)))
    assert "and and the last words”" in " ".join(shown.split())


# -- the text of an article


def view(text: str, *words: str, rows: int | None = 8, width: int = 40, colour: bool = False) -> str:
    """Return what is shown of *text* where *words* are the quotes of dates."""
    evidence = tuple(Evidence("date", None, w, text.index(w), text.index(w) + len(w)) for w in words)
    article = Article(text, furniture=(Span(0, len("Menu")),) if text.startswith("Menu") else ())
    return rendered(TextView(article, evidence, colour, rows), width=width, colour=colour)


LINES = "\n".join(f"Line {n}." for n in range(40))


def test_the_text_begins_at_the_first_quote() -> None:
    assert view(LINES, "Line 7.").splitlines()[:2] == ["↑ 7 lines above (t)", "[d: Line 7.]"]


def test_the_text_is_no_higher_than_the_screen_has_room_for() -> None:
    assert len(view(LINES, "Line 7.", rows=10).splitlines()) == 10


def test_a_small_screen_shows_some_text_all_the_same() -> None:
    assert len(view(LINES, "Line 7.", rows=-3).splitlines()) == 6 + 1


def test_lines_between_two_quotes_are_folded_where_there_is_no_room() -> None:
    assert view(LINES, "Line 7.", "Line 30.").splitlines()[1:4] == ["[d: Line 7.]", "… 22 lines", "[d: Line 30.]"]


def test_lines_between_two_quotes_are_shown_where_there_is_room() -> None:
    assert "Line 20." in view(LINES, "Line 7.", "Line 30.", rows=50)


def test_what_is_below_is_counted() -> None:
    many = view(LINES, *(f"Line {n}." for n in range(10, 40)), rows=6)
    assert many.splitlines()[-1] == "↓ 25 lines below, 25 quotes in them (t)"


def test_furniture_is_dim() -> None:
    assert "\x1b[2mMenu\x1b[0m" in view("Menu\nOne day.", "One day", rows=None, colour=True)


def test_furniture_before_a_text_without_quotes_is_passed_over() -> None:
    assert view("Menu\nOne day.").splitlines() == ["One day."]


def test_of_a_tall_line_the_sentences_with_quotes_are_shown() -> None:
    text = "Before all. " * 30 + "It was on 3 May. " + "After all. " * 30
    assert view(text, "3 May").splitlines() == ["… It was on [d: 3 May]. …"]


def test_a_quote_of_two_fields_has_the_letters_of_both() -> None:
    marks = (Mark(0, 5, "places"), Mark(0, 5, "countries"), Mark(0, 14, "event"))
    assert lettered("Porto in March", Passage(0, 14, marks)) == "[q: [l,c: Porto] in March]"


def test_the_text_of_a_large_page_is_shown_at_once() -> None:
    import time

    text = "Nothing here at all.\n" * 100_000 + "It was on 3 May."
    begun = time.perf_counter()
    view(text, "3 May")
    assert time.perf_counter() - begun < 3


def test_a_value_that_a_person_coded_has_no_percentage() -> None:
    spec = next(s for s in fields() if s.name == "type")
    assert shown_values(EVENT, spec, BOOK)[0].confidence is None


def test_an_article_without_title_is_named_by_its_first_words() -> None:
    assert headline(Article("First words\nand more")) == "First words and more"


def test_the_origin_of_an_article_names_its_file_without_the_folders() -> None:
    assert origin(replace(ARTICLE, source="/home/ann/a.txt", outlet="Fez Today")) == "Fez Today · no date · a.txt"


# -- passages

_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=200)


@given(_TEXT, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=6))
def test_every_quote_lies_in_exactly_one_passage(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(a, b) for a, b in places if a < b <= len(text)]
    found = passages(text, [Evidence("date", None, text[a:b], a, b) for a, b in spans])
    for a, b in spans:
        assert [p.start <= a and b <= p.end for p in found].count(True) == 1


@given(_TEXT, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=6))
def test_brackets_change_nothing_but_brackets(text: str, places: list[tuple[int, int]]) -> None:
    plain = "".join(c for c in text if c.isalnum())
    marks = [Mark(a, b, "date") for a, b in places if a < b <= len(plain)]
    assert bracketed(plain, 0, len(plain), marks).replace("[", "").replace("]", "") == plain


@given(_TEXT, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=6))
def test_letters_change_nothing_but_brackets(text: str, places: list[tuple[int, int]]) -> None:
    plain = "".join(c for c in text if c.isalnum() and c != "d")
    marks = tuple(Mark(a, b, "date") for a, b in places if a < b <= len(plain))
    shown = lettered(plain, Passage(0, len(plain), marks))
    assert shown.replace("[d: ", "").replace("]", "") == plain


def test_a_very_long_sentence_is_cut_around_its_quote() -> None:
    text = "word " * 5000 + "the Days of Fez" + " word" * 5000
    at = text.index("the Days")
    passage = passages(text, [Evidence("date", None, "the Days of Fez", at, at + 15)])[0]
    assert passage.end - passage.start < 500
