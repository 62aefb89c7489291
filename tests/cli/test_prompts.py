"""A person at the keyboard, as a Decider: sessions in this process fed with keys, and real ones in a terminal."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from culturex import workflow
from culturex.cli.prompts import Terminal
from culturex.cli.prompts_fields import NEW_EVENT
from culturex.cli.prompts_screen import Screen
from culturex.cli.prompts_values import editable
from culturex.cli.wording import fields
from culturex.model import codebook
from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, Evidence, Organization, Person, Place
from culturex.model.schema import event_from_dict, event_to_dict
from culturex.store.store import Store
from culturex.suggest.mentions import Mention
from culturex.workflow import review_with, tag_with
from terminals import finish

pytestmark = pytest.mark.usefixtures("patience")

TEXT = """Tbilisi puppet theatre to play in Porto

Porto, 3 March 2025. The Tbilisi Puppet Theatre will give two performances in Porto, Portugal, on 14 and 15 March.
Director Nino Beridze comes with eleven players. The hall is lent by the Casa das Marionetas.

The theatre last came to Portugal in 2019."""

PLAY = Event(
    main=True,
    title="Puppets from Tbilisi",
    type="performance",
    status="planned",
    date="2025-03-14/2025-03-15",
    countries=(CountryRole("PT", "host"), CountryRole("GE", "partner")),
    places=(Place("Porto", "PT"),),
    themes=("performing_arts",),
    organizations=(Organization("Tbilisi Puppet Theatre"),),
    people=(Person("Nino Beridze", "Director"),),
    evidence=(Evidence("date", "2025-03-14/2025-03-15", "14 and 15 March", method="rule:dates.range", confidence=0.9),),
)
FESTIVAL = Event(title="A festival", type="festival", date="2019", countries=(CountryRole("GE", "partner"),))

# Keys as a terminal sends them.
ENTER, ESCAPE, TAB, CTRL_C, CTRL_D, CTRL_U = "\r", "\x1b", "\t", "\x03", "\x04", "\x15"


def located(event: Event, text: str) -> Event:
    """Return *event* with the places of its quotes."""
    found = [replace(e, start=text.index(e.quote), end=text.index(e.quote) + len(e.quote)) for e in event.evidence]
    return replace(event, evidence=tuple(found))


@dataclass
class Desk:
    """A store with one article and two unreviewed events of it, and somebody before it who types."""

    store: Store
    screen: Screen
    keyboard: PipeInput

    def review(self, keys: str) -> workflow.Tally:
        """Type *keys* into a review of all events."""
        if keys:
            self.keyboard.send_text(keys)
        with Terminal(self.store, self.screen, is_review=True) as terminal:
            return review_with(self.store, self.store.event_ids(), terminal, report=terminal.stored)

    def tag(self, keys: str) -> workflow.Tally:
        """Type *keys* while the articles are tagged."""
        self.keyboard.send_text(keys)
        with Terminal(self.store, self.screen) as terminal:
            return tag_with(self.store, self.store.article_ids(), terminal, report=terminal.stored)

    def event(self, number: int = 1) -> Event:
        """Return an event as stored."""
        return self.store.event(number).event

    @property
    def shown(self) -> str:
        """What was printed, without the lines that were edited, in single spaces."""
        file = self.screen.console.file
        assert isinstance(file, io.StringIO)
        return " ".join(file.getvalue().split())


@pytest.fixture(autouse=True)
def _seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the suggester: it sees one person and one body, and no event."""
    seen = [
        Mention("person", "Nino Beridze", 0, 0, {"name": "Nino Beridze", "title": "Director"}, "people.title"),
        Mention("organization", "Casa das Marionetas", 0, 0, {"name": "Casa das Marionetas"}, "organizations.head"),
    ]
    suggestion = SimpleNamespace(events=(), mentions=tuple(seen), reasons=("nothing tells of an event",))
    for module in ("suggesting", "turns"):
        monkeypatch.setattr(f"culturex.workflow.{module}.suggest_for", lambda *_, **__: suggestion)


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    """A keyboard."""
    with create_pipe_input() as made:
        yield made


def desk_of(article: Article, events: tuple[Event, ...], keyboard: PipeInput) -> Desk:
    """Return a desk with *article* and its unreviewed *events*."""
    store = Store.open(None, coder="ann")
    with store.deed("import"):
        number, _ = store.add_article(article)
        for event in events:
            store.add_event(event, number, review="unreviewed", coder="suggester")
    console = Console(file=io.StringIO(), width=100, color_system=None, markup=False, emoji=False, highlight=False)
    return Desk(store, Screen(keyboard, DummyOutput(), console, colour=False), keyboard)


@pytest.fixture
def desk(keyboard: PipeInput) -> Desk:
    """A desk with the article about the puppet theatre and two unreviewed events."""
    article = Article.of(TEXT, title=TEXT.splitlines()[0], published="2025-03-03", language="en")
    return desk_of(article, (located(PLAY, TEXT), FESTIVAL), keyboard)


# -- deciding


@pytest.mark.parametrize(
    ("typed", "review"),
    [(ENTER, "accepted"), ("a", "accepted"), ("A", "accepted"), ("r", "rejected"), ("s", "unreviewed"),
     ("zza", "accepted"), ("ф", "accepted"), ("к", "rejected")],
)  # fmt: skip
def test_one_key_decides(desk: Desk, typed: str, review: str) -> None:
    desk.review(typed + "q")
    assert desk.store.event(2).review == review or desk.store.event(1).review == review


def test_enter_twice_accepts_both(desk: Desk) -> None:
    assert desk.review(ENTER + ENTER)["accept"] == 2


def test_done_leaves_the_other_events_of_the_article(desk: Desk) -> None:
    desk.review("d")
    assert {desk.store.event(n).review for n in (1, 2)} == {"unreviewed"}


def test_no_event_takes_the_suggested_ones_away(desk: Desk) -> None:
    desk.review("v")
    assert desk.store.event_ids() == []


def test_no_event_is_refused_where_one_was_accepted(desk: Desk) -> None:
    desk.review("a" + "v" + "q")
    assert "has events already" in desk.shown


def test_quitting_keeps_what_was_decided(desk: Desk) -> None:
    desk.review("aq")
    assert sorted(desk.store.event(n).review for n in (1, 2)) == ["accepted", "unreviewed"]


def test_ctrl_d_quits(desk: Desk) -> None:
    assert desk.review(CTRL_D)["quit"] == 1


def test_ctrl_c_interrupts(desk: Desk) -> None:
    with pytest.raises(KeyboardInterrupt):
        desk.review("a" + CTRL_C)


def test_ctrl_c_keeps_what_was_decided(desk: Desk) -> None:
    with pytest.raises(KeyboardInterrupt):
        desk.review("aec" + CTRL_C)
    assert sorted(desk.store.event(n).review for n in (1, 2)) == ["accepted", "unreviewed"]


def test_a_closed_input_quits(desk: Desk) -> None:
    desk.keyboard.close()
    assert desk.review("")["quit"] == 1


# -- editing


def edited(desk: Desk, keys: str) -> Event:
    """Edit event 1 (the second of the queue: the one of 2019 comes first) and accept it."""
    desk.review("s" + "e" + keys + "a")
    return desk.event(1)


@pytest.mark.parametrize(
    ("keys", "field", "value"),
    [
        ("sheld" + ENTER, "status", "held"),
        ("spo" + ENTER, "status", "postponed"),
        ("s\x7f" + ENTER, "status", None),
        ("yfes" + ENTER, "type", "festival"),
        ("monl" + ENTER, "mode", "online"),
        ("d14 oct 2016" + ENTER, "date", "2016-10-14"),
        ("doct 2016" + ENTER, "date", "2016-10"),
        ("d2014-16" + ENTER, "date", "2014/2016"),
        ("dnext may" + ENTER, "date", "2025-05"),
        ("dsince 2020" + ENTER, "date", "2020/.."),
        ("d2016~" + ENTER, "date", "2016~"),
        ("t!" + ENTER, "title", "Puppets from Tbilisi!"),
        ("t" + CTRL_U + "Two evenings" + ENTER, "title", "Two evenings"),
        ("n1,200" + ENTER, "participants", 1200),
        ("x", "main", False),
        ("hmus" + ENTER, "themes", ("performing_arts", "music")),
        ("hmus, film" + ENTER, "themes", ("performing_arts", "music", "film")),
        ("rBRICS; asean" + ENTER, "regions", ("BRICS", "ASEAN")),
        ("uA line." + ENTER, "summary", "A line."),
        ("cespañol" + ENTER, "countries", (*PLAY.countries, CountryRole("ES", "partner"))),
        ("c" + CTRL_U + "kz:h | Армения" + ENTER, "countries", (CountryRole("KZ", "host"), CountryRole("AM"))),
        ("c" + CTRL_U + "kz:host, am:p" + ENTER, "countries", (CountryRole("KZ", "host"), CountryRole("AM"))),
        ("cge:host" + ENTER, "countries", (CountryRole("PT", "host"), CountryRole("GE", "host"))),
        ("c-georgia" + ENTER, "countries", (CountryRole("PT", "host"),)),
        ("c-GE" + ENTER, "countries", (CountryRole("PT", "host"),)),
        ("hmusic; -perf" + ENTER, "themes", ("music",)),
        ("pAnn Lee | -beri" + ENTER, "people", (Person("Ann Lee"),)),
        ("lFaro; pt" + ENTER, "places", (Place("Porto", "PT"), Place("Faro", "PT"))),
        (
            'o"Arts; Letters"; host; Portugal' + ENTER,
            "organizations",
            (Organization("Tbilisi Puppet Theatre"), Organization("Arts; Letters", "host", "PT")),
        ),
        ("p" + CTRL_U + "A B; ; Casa | C D" + ENTER, "people", (Person("A B", None, "Casa"), Person("C D"))),
    ],
)
def test_a_field_is_edited_by_its_letter(desk: Desk, keys: str, field: str, value: Any) -> None:
    assert getattr(edited(desk, keys), field) == value


def test_enter_keeps_the_value_that_is_there(desk: Desk) -> None:
    keys = "".join(letter + ENTER for letter in "tydsmcrlhopnuk")
    assert event_to_dict(edited(desk, keys)) == event_to_dict(located(PLAY, TEXT)) | {
        "evidence": event_to_dict(desk.event(1))["evidence"]
    }


def test_escape_leaves_a_field_as_it_is(desk: Desk) -> None:
    # The pause lets the escape key be told from the beginning of an arrow key.
    desk.review("s" + "esheld" + ENTER + "d2000" + ESCAPE + ESCAPE + "a")
    assert desk.event(1).date == PLAY.date


def test_tab_completes_a_country(desk: Desk) -> None:
    assert edited(desk, "carmen" + TAB + ":host" + ENTER).countries[-1] == CountryRole("AM", "host")


def test_what_the_article_names_is_offered_before_a_letter_is_typed(desk: Desk) -> None:
    assert edited(desk, "o" + TAB + ENTER).organizations[-1] == Organization("Casa das Marionetas")


def test_a_person_is_offered_with_the_title_that_the_article_gives(desk: Desk) -> None:
    assert edited(desk, "p" + CTRL_U + "ni" + TAB + ENTER).people == (Person("Nino Beridze", "Director"),)


def test_what_was_refused_is_still_there_to_correct(desk: Desk) -> None:
    assert edited(desk, "cArmenja" + ENTER + "\x7f\x7fia" + ENTER).countries[-1] == CountryRole("AM")


def test_a_refusal_says_what_is_allowed(desk: Desk) -> None:
    edited(desk, "sgone" + ENTER + CTRL_U + "held" + ENTER)
    assert "'gone' is no status" in desk.shown
    assert "Allowed: held, ongoing" in desk.shown


def test_several_codes_that_begin_alike_are_named(desk: Desk) -> None:
    edited(desk, "sp" + ENTER + "l" + ENTER)
    assert "'p' may be planned or proposed or postponed" in desk.shown


def test_a_question_mark_explains_the_values(desk: Desk) -> None:
    edited(desk, "s?" + ENTER)
    definition = codebook.default().entry("statuses", "postponed").definition
    assert " ".join(definition.split()) in desk.shown


def test_a_date_is_shown_back_with_its_meaning(desk: Desk) -> None:
    edited(desk, "d14 oct 2016" + ENTER)
    assert "2016-10-14 (14 October 2016)" in desk.shown


def test_a_date_that_counts_from_the_article_says_so_where_that_has_none(keyboard: PipeInput) -> None:
    desk = desk_of(Article.of(TEXT, language="en"), (located(PLAY, TEXT),), keyboard)
    with pytest.raises(KeyboardInterrupt):
        desk.review("ednext may" + ENTER + CTRL_C)
    assert "'next may' counts from the date of the article, which has none." in desk.shown
    assert "Write it with its year: 14 oct 2016" in desk.shown


def test_back_shows_the_card_again(desk: Desk) -> None:
    desk.review("s" + "esheld" + ENTER + ENTER + "a")
    assert desk.event(1).status == "held"


def test_an_edited_value_says_that_a_person_coded_it(desk: Desk) -> None:
    event = edited(desk, "sheld" + ENTER)
    assert [e.method for e in event.evidence if e.field == "status"] == ["prompt"]


# -- known events


@pytest.fixture
def known(keyboard: PipeInput) -> Desk:
    """A desk with an unreviewed event that another article tells already."""
    article = Article.of(TEXT, title=TEXT.splitlines()[0], published="2025-03-03", language="en")
    desk = desk_of(article, (located(PLAY, TEXT),), keyboard)
    told = replace(PLAY, title="A guest play", status="held", date="2025-03-14", evidence=())
    with desk.store.deed("tag"):
        number, _ = desk.store.add_article(Article.of(TEXT + "\n\nAgain."))
        desk.store.add_event(told, number)
    return desk


def test_a_known_event_stands_beside_the_card(known: Desk) -> None:
    known.review("q")
    assert "Known: event 2 (article 2): " in known.shown
    assert "≠ status planned held" in known.shown


def test_merging_asks_about_each_value_that_differs(known: Desk) -> None:
    known.review("m" + "1" + "2" + "1" + "q")
    assert all(f"{name} differs:" in known.shown for name in ("title", "status", "date"))
    assert known.store.event_ids() == [2]
    event = known.event(2)
    assert (event.title, event.status, event.date) == ("A guest play", "planned", "2025-03-14")


def test_enter_keeps_the_known_values(known: Desk) -> None:
    known.review("m" + ENTER * 3 + "q")
    assert (known.event(2).title, known.event(2).status) == ("A guest play", "held")


def test_escape_leaves_merging(known: Desk) -> None:
    known.review("m" + ESCAPE + "q")
    assert len(known.store.event_ids()) == 2


def test_merging_where_nothing_is_known_asks_for_a_number(desk: Desk) -> None:
    desk.review("m" + "99" + ENTER + ENTER + "q")
    assert "No known event is like this one." in desk.shown
    assert "There is no event 99." in desk.shown


def test_an_event_of_the_same_article_is_no_other(desk: Desk) -> None:
    desk.review("m" + "1" + ENTER + ENTER + "q")
    assert "Event 1 is told by this article already." in desk.shown


# -- quotes


@pytest.mark.parametrize(
    ("typed", "quote"),
    [
        ("The hall is lent by the Casa das Marionetas", "The hall is lent by the Casa das Marionetas"),
        ("Director ... players", "Director Nino Beridze comes with eleven players"),
        ("two … 15 March", "two performances in Porto, Portugal, on 14 and 15 March"),
    ],
)  # fmt: skip
def test_a_quote_is_found_by_its_first_and_last_words(desk: Desk, typed: str, quote: str) -> None:
    assert edited(desk, "q" + typed + ENTER).quote == quote


def test_a_quote_of_one_field_is_marked_so(desk: Desk) -> None:
    event = edited(desk, "qparticipants=eleven players" + ENTER)
    assert [e.quote for e in event.evidence if e.field == "participants"] == ["eleven players"]


def test_a_quote_that_is_not_there_is_refused(desk: Desk) -> None:
    edited(desk, "qno such words" + ENTER + ESCAPE)
    assert "'no such words' does not stand in the article" in desk.shown


# -- new events


def keys_of(event: dict[str, Any], *, pasted: bool = False) -> str:
    """Return the keys that write a new event, from its reference coding: question by question."""
    by_name = {s.name: s for s in fields()}
    coded = event_from_dict({k: v for k, v in event.items() if k != "quote"}, codebook.default())
    lines = []
    for name in NEW_EVENT:
        if name == "quote":
            lines.append(event.get("quote") or "")
            continue
        lines.append(editable(by_name[name], getattr(coded, name)))
    if pasted:
        lines = [f"\x1b[200~{line}\x1b[201~" if line else "" for line in lines]
    return "n" + "".join(line + ENTER for line in lines) + "a"


def as_coded(stored: Event, reference: dict[str, Any]) -> dict[str, Any]:
    """Return the stored event with those keys only that the reference coding has, down to its parts."""
    full = event_to_dict(stored)
    return {key: _like(full.get(key), value) for key, value in reference.items()}


def _like(full: Any, reference: Any) -> Any:
    if isinstance(reference, list) and isinstance(full, list) and full and isinstance(full[0], dict):
        return [
            {k: v for k, v in one.items() if k in other} for one, other in zip(full, reference, strict=False)
        ] + full[len(reference) :]
    return full


NEW = {
    "main": True,
    "title": "Puppets from Tbilisi",
    "type": "performance",
    "status": "planned",
    "date": "2025-03-14/2025-03-15",
    "mode": "in_person",
    "countries": [{"code": "PT", "role": "host"}, {"code": "GE", "role": "partner"}],
    "regions": [],
    "places": [{"name": "Porto", "country": "PT"}],
    "themes": ["performing_arts", "youth"],
    "organizations": [{"name": "Tbilisi Puppet Theatre"}, {"name": "Casa das Marionetas"}],
    "people": [{"name": "Nino Beridze", "title": "Director", "affiliation": None}],
    "participants": 12,
    "quote": "will give two performances in Porto, Portugal, on 14 and 15 March",
}


def test_a_new_event_is_as_it_was_typed(desk: Desk) -> None:
    desk.review(keys_of(NEW) + "q")
    assert as_coded(desk.event(3), NEW) == NEW


def test_a_new_event_may_end_with_escape(desk: Desk) -> None:
    desk.keyboard.send_text("nfest" + ENTER + "T" + ENTER)
    desk.review(ESCAPE + "a" + "q")
    assert (desk.event(3).type, desk.event(3).title) == ("festival", "T")


def test_a_new_event_can_be_dropped(desk: Desk) -> None:
    desk.review("nfest" + ENTER + ESCAPE + "b" + "q")
    assert desk.store.event_ids() == [2, 1]


def test_a_new_event_needs_a_type(desk: Desk) -> None:
    desk.review("n" + ENTER + "fest" + ENTER + ESCAPE + "a" + "q")
    assert "needs a type" in desk.shown


def test_an_article_without_suggestion_says_why(keyboard: PipeInput) -> None:
    desk = desk_of(Article.of("A shop sells shoes.\n\nThey are brown."), (), keyboard)
    desk.tag(ENTER)
    assert "No event is suggested: nothing tells of an event." in desk.shown


def test_an_article_without_suggestion_is_skipped_by_enter(keyboard: PipeInput) -> None:
    desk = desk_of(Article.of("A shop sells shoes.\n\nThey are brown."), (), keyboard)
    assert desk.tag(ENTER)["skip"] == 1


def test_an_article_without_suggestion_is_done_after_a_new_event(keyboard: PipeInput) -> None:
    desk = desk_of(Article.of("A shop sells shoes.\n\nThey are brown."), (), keyboard)
    assert desk.tag("nother" + ENTER + ESCAPE + "a" + ENTER)["done"] == 1


def test_hostile_text_reaches_no_terminal(keyboard: PipeInput) -> None:
    text = "[bold]Days\x1b[2J of \u202eArmenia[/bold] :smile:"
    desk = desk_of(Article.of(text, title=text), (Event(title=text, type="festival"),), keyboard)
    desk.review("t?a")
    assert "[bold]Days\ufffd[2J of \ufffdArmenia[/bold] :smile:" in desk.shown


@pytest.mark.parametrize("most", [1, pytest.param(99, marks=pytest.mark.slow)])
def test_the_reference_codings_can_be_typed(reference: Path, keyboard: PipeInput, most: int) -> None:
    differing = []
    screen = None
    for path in sorted((reference / "gold").glob("*.json")):
        coding = json.loads(path.read_text("utf-8"))
        text = (reference / "articles" / f"{path.stem}.txt").read_text("utf-8")
        for event in coding["events"][:most]:
            desk = desk_of(Article.of(text, **coding["article"]), (FESTIVAL,), keyboard)
            desk.screen = screen = screen or desk.screen
            desk.review(keys_of(event, pasted=True) + "q")
            stored = as_coded(desk.event(2), event)
            differing += [(path.stem, k, stored[k], v) for k, v in event.items() if stored[k] != v]
            desk.store.close()
    assert differing == []


# -- real terminals


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A store in a file with the article about the puppet theatre and its two unreviewed events."""
    path = tmp_path / "culturex.db"
    with Store.open(path, write=True, coder="ann") as store, store.deed("import"):
        article = Article.of(TEXT, title=TEXT.splitlines()[0], published="2025-03-03", language="en")
        number, _ = store.add_article(article)
        for event in (located(PLAY, TEXT), FESTIVAL):
            store.add_event(event, number, review="unreviewed", coder="suggester")
    return path


def environment(path: Path) -> dict[str, str]:
    """Return an environment with nothing of the user's own."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "PYTHONPATH", "VIRTUAL_ENV")}
    return kept | {
        "HOME": str(path.parent), "CULTUREX_DB": str(path), "CULTUREX_CODER": "ann", "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
    }  # fmt: skip


# The last of the keys on the screen; between its letters stand the terminal's commands.
QUIT = "Q.{0,20}uit"


def in_terminal(
    path: Path, *args: str, keys: str, expect: str = "Q.{0,20}uit", size: tuple[int, int] = (40, 100)
) -> int:
    """Run culturex in a terminal, type *keys* once *expect* is on the screen, and return its exit code."""
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable, ["-m", "culturex", *args], env=environment(path), dimensions=size, encoding="utf-8", timeout=30
    )
    child.delaybeforesend = None
    try:
        child.expect(QUIT)
        child.send(keys)
        child.expect(pexpect.EOF)
        finish(child)
        return int(child.exitstatus if child.exitstatus is not None else -(child.signalstatus or 0))
    finally:
        child.close(force=True)


def reviews(path: Path) -> list[str]:
    """Return where the review of each event stands."""
    with Store.open(path) as store:
        return [store.event(n).review for n in sorted(store.event_ids())]


def shown_json(path: Path, number: int) -> dict[str, Any]:
    """Return what ``culturex show NUMBER --json`` prints."""
    command = [sys.executable, "-m", "culturex", "show", str(number), "--json"]
    done = subprocess.run(command, env=environment(path), capture_output=True, check=True)
    return dict(json.loads(done.stdout))


def test_enter_accepts_in_a_terminal(library: Path) -> None:
    in_terminal(library, "review", keys=ENTER + ENTER + ENTER)
    assert reviews(library) == ["accepted", "accepted"]


def test_keys_typed_ahead_are_neither_lost_nor_mixed_up(library: Path) -> None:
    in_terminal(
        library,
        "review",
        "--sort",
        "date",
        keys="r" + "e" + "cArm" + ENTER + "sheld" + ENTER + "dmay 2016" + ENTER + "aq",
    )
    event = shown_json(library, 1)
    assert (event["status"], event["date"], event["review"]) == ("held", "2016-05", "accepted")


def test_the_session_goes_on_where_it_was_left(library: Path) -> None:
    in_terminal(library, "review", keys="aq")
    in_terminal(library, "review", keys="rq")
    assert sorted(reviews(library)) == ["accepted", "rejected"]


@pytest.mark.parametrize(("keys", "accepted"), [(ENTER, 2), ("x" + ESCAPE, 2), (CTRL_D, 2), ("uq", 1), ("uuq", 0)])
def test_after_the_last_card_a_key_still_takes_back(library: Path, keys: str, accepted: int) -> None:
    assert in_terminal(library, "review", keys="aa" + keys) == 0
    assert reviews(library).count("accepted") == accepted


def test_a_session_that_decided_nothing_ends_by_itself(library: Path) -> None:
    assert in_terminal(library, "review", keys="ss") == 0


def test_ctrl_c_keeps_what_was_decided_and_exits_with_130(library: Path) -> None:
    assert in_terminal(library, "review", keys="aet" + CTRL_C) == 130
    assert sorted(reviews(library)) == ["accepted", "unreviewed"]


def test_quitting_exits_with_0(library: Path) -> None:
    assert in_terminal(library, "review", keys="q") == 0


def test_a_new_event_in_a_terminal_is_as_the_reference_codes_it(library: Path) -> None:
    in_terminal(library, "tag", "1", keys=keys_of(NEW) + "dq", size=(30, 60))
    event = shown_json(library, 3)
    assert {k: _like(event[k], v) for k, v in NEW.items()} == NEW


@pytest.mark.parametrize(
    ("command", "flags"),
    [(["tag", "1"], "--type"), (["tag", "1"], "--auto"), (["review"], "--accept")],
)
def test_without_a_terminal_the_flags_to_use_are_named(library: Path, command: list[str], flags: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "culturex", *command], env=environment(library), input=b"a\n", capture_output=True
    )
    assert (done.returncode, flags in done.stderr.decode()) == (2, True)


def test_nothing_is_printed_to_standard_output_by_a_session(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shell = f"{sys.executable} -m culturex review > {out}"
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn("/bin/sh", ["-c", shell], env=environment(library), encoding="utf-8", timeout=30)
    child.expect(QUIT)
    child.send("aaq")
    child.expect(pexpect.EOF)
    finish(child)
    assert out.read_text() == ""


# -- the manual


@pytest.mark.parametrize("letter", [*(s.key for s in fields()), "q"])
def test_the_manual_names_every_letter(letter: str) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "tagging.md").read_text("utf-8")
    assert f"| `{letter}` |" in manual
