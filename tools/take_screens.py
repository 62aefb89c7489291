#!/usr/bin/env python3
"""Take pictures of a session in tmux, as plain text, and keep them in tests/cli/screens/.

    tools/take_screens.py

The events shown are made here and not by the suggester, so that the pictures change with the screens alone. Of each
scene a picture is taken at each width, with colour and without (NO_COLOR). Look at what has changed (git diff) before
you keep it. A test compares the pictures letter by letter.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from culturex.model.article import Article
from culturex.model.event import CountryRole, Event, Evidence, Organization, Person, Place
from culturex.store import Store
from culturex.text import Span

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "cli" / "screens"
WIDTHS = (60, 80, 120, 200)
HEIGHT = 44
# Seconds after which a screen that does not come to rest is given up.
PATIENCE = 20.0
# Seconds between two looks at the screen, and for how many of them it must stay the same; it need not longer than to
# the next look where it is as expected.
LOOK, RESTING = 0.05, 6

PUPPETS = """Home | News | Contact

Tbilisi puppet theatre to play in Porto

Porto, 3 March 2025. The Tbilisi Puppet Theatre will give two performances in Porto, Portugal, on 14 and 15 March. \
Director Nino Beridze comes with eleven players. The hall is lent by the Casa das Marionetas.

The theatre last came to Portugal in 2019, when it played in Braga. A book about its first forty years will be sold in \
the hall; the money goes to the school of puppetry. Doors open at seven. Children pay half.

The visit is part of a programme of the two ministries of culture. A second theatre from Georgia is to follow in autumn.

Share this page"""
SCRIPTS = """非斯的织工与敦煌的画师在第比利斯举行为期五天的联合展览，来自两国的艺术家、学者和学生共同参加了开幕式

第比利斯，2024年6月2日。由敦煌研究院与格鲁吉亚国家博物馆共同举办的“丝路织锦”展览在第比利斯开幕。\
展出的六十件作品来自两地的作坊，织工与画师用了三年时间共同完成，展览结束后将移至敦煌，随后前往非斯，由两国学生担任讲解。

قالت الدكتورة ليلى الحسني، مديرة المتحف، إن المعرض يجمع بين نساجين من فاس ورسامين من دونهوانغ.

Le vernissage réunit Anaı̈s Le\u0301ve\u0302que et Zoe\u0308 Mu\u0308ller, qui parle\u0300rent d’e\u0301change."""

BRIDGE = """Riga and Tallinn sign for a joint festival of bridges

RIGA, 5 May 2023. The mayors of Riga and Tallinn, Anna Ozola and Jaan Tamm, signed an agreement on a Festival of \
Bridges on 4 May in the House of the Black Heads. It is to be held in both cities every second year, with choirs."""
BRIDGES = """Festival of Bridges: Latvian and Estonian capitals agree

TALLINN, 6 May 2023. Tallinn and Riga agreed this week to hold a Festival of Bridges. Mayor Jaan Tamm signed for the \
Estonian capital, in the presence of the two ministers of culture and the Baltic Sea Council."""


def found(text: str, field: str, words: str, value: str | None = None, sure: float | None = None) -> Evidence:
    """Return the evidence that *words* of *text* are."""
    at = text.index(words)
    return Evidence(field, value, words, at, at + len(words), "rule:example", sure)


def events() -> Iterator[tuple[Article, Event]]:
    """Yield the articles and events of the scenes."""
    furniture = (Span(0, 21), Span(PUPPETS.index("Share"), len(PUPPETS)))
    article = Article.of(PUPPETS, title="Tbilisi puppet theatre to play in Porto", outlet="Harbour News",
                         published="2025-03-03", language="en", furniture=furniture)  # fmt: skip
    yield article, Event(
        main=True, title="Puppets from Tbilisi", type="performance", status="planned",
        date="2025-03-14/2025-03-15", date_basis="stated", mode="in_person",
        countries=(CountryRole("PT", "host"), CountryRole("GE")), places=(Place("Porto", "PT"),),
        themes=("performing_arts", "youth"),
        organizations=(Organization("Tbilisi Puppet Theatre", None, "GE"), Organization("Casa das Marionetas")),
        people=(Person("Nino Beridze", "Director", "Tbilisi Puppet Theatre"),), participants=12,
        evidence=(
            found(PUPPETS, "event", "will give two performances in Porto, Portugal, on 14 and 15 March", None, 0.9),
            found(PUPPETS, "type", "performances", "performance", 0.9),
            found(PUPPETS, "status", "will give", "planned", 0.8),
            found(PUPPETS, "date", "14 and 15 March", "2025-03-14/2025-03-15", 0.9),
            found(PUPPETS, "countries", "Portugal", "PT:host", 0.95),
            found(PUPPETS, "countries", "Tbilisi", "GE:partner", 0.45),
            found(PUPPETS, "places", "Porto", "Porto", 0.95),
            found(PUPPETS, "organizations", "Tbilisi Puppet Theatre", "Tbilisi Puppet Theatre", 0.85),
            found(PUPPETS, "organizations", "Casa das Marionetas", "Casa das Marionetas", 0.6),
            found(PUPPETS, "people", "Nino Beridze", "Nino Beridze", 0.95),
            found(PUPPETS, "participants", "eleven players", "12", 0.4),
            found(PUPPETS, "themes", "school of puppetry", "youth", 0.55),
        ),
    )  # fmt: skip
    title = "“丝路织锦”展览：非斯的织工与敦煌的画师在第比利斯举行为期五天的联合展览" + " and a title that goes on" * 6
    article = Article.of(SCRIPTS, title=SCRIPTS.splitlines()[0], outlet="第比利斯时报", published="2024-06-03",
                         language="zh")  # fmt: skip
    people = (
        Person("ليلى الحسني", "مديرة المتحف"),
        Person("Anaı̈s Le\u0301ve\u0302que"),
        Person("Zoe\u0308 Mu\u0308ller"),
    )
    yield article, Event(
        main=True, title=title, type="exhibition", status="held", date="2024-06-02",
        countries=(CountryRole("GE", "host"), CountryRole("CN"), CountryRole("MA")), places=(Place("第比利斯", "GE"),),
        themes=("crafts", "arts"),
        organizations=(Organization("敦煌研究院"), Organization("格鲁吉亚国家博物馆", "host", "GE")),
        people=people,
        evidence=(
            found(SCRIPTS, "event", "“丝路织锦”展览在第比利斯开幕", None, 0.9),
            found(SCRIPTS, "date", "2024年6月2日", "2024-06-02", 0.9),
            found(SCRIPTS, "organizations", "敦煌研究院", "敦煌研究院", 0.85),
            found(SCRIPTS, "people", "ليلى الحسني", "ليلى الحسني", 0.8),
            found(SCRIPTS, "people", "Zoe\u0308 Mu\u0308ller", "Zoe\u0308 Mu\u0308ller", 0.8),
        ),
    )  # fmt: skip
    yield (
        Article.of(BRIDGE, title=BRIDGE.splitlines()[0], outlet="Daugava Post", published="2023-05-05", language="en"),
        replace(
            SIGNED, title="Agreement on a Festival of Bridges", date="2023-05-04", mode="in_person",
            places=(Place("Riga", "LV"),), organizations=(Organization("House of the Black Heads"),),
            people=(Person("Anna Ozola", "Mayor of Riga"), Person("Jaan Tamm", "Mayor of Tallinn")),
            evidence=(
                found(BRIDGE, "event", "signed an agreement on a Festival of Bridges", None, 0.9),
                found(BRIDGE, "date", "4 May", "2023-05-04", 0.9),
                found(BRIDGE, "countries", "Riga", "LV:host", 0.7),
                found(BRIDGE, "countries", "Tallinn", "EE:partner", 0.7),
                found(BRIDGE, "people", "Jaan Tamm", "Jaan Tamm", 0.8),
            ),
        ),
    )  # fmt: skip


# What the last two articles tell: the one in an event to be reviewed, the other in one that is known.
SIGNED = Event(main=True, type="agreement", status="held", countries=(CountryRole("LV", "host"), CountryRole("EE")),
               themes=("music", "heritage"))  # fmt: skip


def known() -> tuple[Article, Event]:
    """Return an article and its accepted event, which an event of the scenes could be."""
    article = Article.of(BRIDGES, title=BRIDGES.splitlines()[0], outlet="Toompea Herald", published="2023-05-06",
                         language="en")  # fmt: skip
    return article, replace(
        SIGNED, title="Festival of Bridges agreed on by Tallinn and Riga, capitals of Estonia and Latvia",
        date="2023-05-04/2023-05-05", places=(Place("Riga", "LV"), Place("Tallinn", "EE")),
        organizations=(Organization("Baltic Sea Council"),), people=(Person("Jaan Tamm", "Mayor"),),
        evidence=(found(BRIDGES, "event", "agreed this week to hold a Festival of Bridges", None, 0.8),),
    )  # fmt: skip


def fill(path: Path) -> None:
    """Make the store of the scenes."""
    with Store.open(path, write=True, coder="ann") as store, store.deed("import"):
        for article, event in events():
            number, _ = store.add_article(article)
            text = article.text
            # Texts are brought to NFC at import: the quotes with them.
            evidence = tuple(placed(e, text) for e in event.evidence)
            store.add_event(replace(event, evidence=evidence), number, review="unreviewed", coder="suggester")
        article, event = known()
        number, _ = store.add_article(article)
        store.add_event(event, number, coder="ann")


def placed(evidence: Evidence, text: str) -> Evidence:
    """Return evidence with the place of its quote in the stored text."""
    from culturex.text import locate

    span = locate(evidence.quote, text)
    assert span is not None, evidence
    return replace(evidence, quote=text[span.start : span.end], start=span.start, end=span.end)


# Scene -> the keys that lead to it from the scene before, and words on the screen that say it is there.
SCENES = {
    "card": ("", "[Q]uit"),
    "keys": ("?", "Escape"),
    "text": ("t", "Share this page"),
    "themes": ("e h", "themes:"),
    "scripts": ("Escape Enter s", "2 of 3"),
    "known": ("s", "Known: event 4"),
    "merge": ("m", "differs"),
    "edited": ("Escape e n 4 0 Enter Enter", "[F]orget"),
    "end": ("a", "last one"),
}


@dataclass
class Tmux:
    """A tmux server of its own, with one window."""

    socket: Path
    width: int
    colour: bool

    def run(self, *arguments: str) -> str:
        """Run one command of tmux and return what it prints."""
        command = ["tmux", "-S", str(self.socket), "-f", os.devnull, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def start(self, store: Path) -> None:
        """Start a review in the window."""
        told = {
            "HOME": str(store.parent), "CULTUREX_DB": str(store), "CULTUREX_CODER": "ann", "LC_ALL": "C.UTF-8",
            "PATH": os.environ["PATH"], "PYTHONPATH": os.environ.get("PYTHONPATH", ""), "TERM": "screen-256color",
            **({} if self.colour else {"NO_COLOR": "1"}),
        }  # fmt: skip
        given = " ".join(f"{name}={shlex.quote(value)}" for name, value in told.items())
        shell = f"env -i {given} {shlex.quote(sys.executable)} -m culturex review"
        size = ["-x", str(self.width), "-y", str(HEIGHT)]
        self.run("new-session", "-d", *size, shell)

    def leave(self) -> None:
        """Press Escape, and wait until that is seen: with another key right behind it, it would be read as one."""
        before, until = self.screen(), time.monotonic() + 2
        self.run("send-keys", "Escape")
        while self.screen() == before and time.monotonic() < until:
            time.sleep(LOOK)

    def screen(self, *flags: str) -> str:
        """Return what the window shows, without spaces at the ends of lines."""
        shown = self.run("capture-pane", "-p", *flags)
        return "\n".join(line.rstrip() for line in shown.splitlines()).rstrip() + "\n"

    def at_rest(self, words: str, last: str, wanted: str | None = None) -> str:
        """Wait until the screen has *words*, is not the *last* one, and does not change any more; return it.

        Where it is *wanted*, a second look is enough to say that it does not change.
        """
        before, same, until = "", 0, time.monotonic() + PATIENCE
        while time.monotonic() < until:
            time.sleep(LOOK)
            now = self.screen()
            same = same + 1 if now == before else 0
            if words in now and now != last and same >= (1 if now == wanted else RESTING):
                return now
            before = now
        raise TimeoutError(f"{words!r} did not come to rest on the screen:\n{before}")


def take(width: int, *, colour: bool, wanted: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the screens of all scenes at one width; ``card-styled`` is the first with its styles.

    It is quicker where the screens are those *wanted*.
    """
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "culturex.db")
        fill(store)
        tmux = Tmux(Path(folder, "socket"), width, colour)
        tmux.start(store)
        try:
            taken: dict[str, str] = {}
            shown = ""
            for scene, (keys, words) in SCENES.items():
                for key in keys.split():
                    if key == "Escape":
                        tmux.leave()
                    else:
                        tmux.run("send-keys", key)
                shown = taken[scene] = tmux.at_rest(words, shown, (wanted or {}).get(scene))
                if scene == "card":
                    taken["card-styled"] = tmux.screen("-e")
            return taken
        finally:
            tmux.run("kill-server")


def name_of(scene: str, width: int, *, colour: bool) -> str:
    """Return the name of the file of a picture."""
    return f"{scene}-{width}{'' if colour else '-no-color'}.txt"


def main() -> None:
    """Take all pictures anew."""
    FOLDER.mkdir(exist_ok=True)
    for file in FOLDER.glob("*.txt"):
        file.unlink()
    for width in WIDTHS:
        for colour in (True, False):
            for scene, shown in take(width, colour=colour).items():
                if scene != "card-styled":
                    (FOLDER / name_of(scene, width, colour=colour)).write_text(shown, "utf-8")


if __name__ == "__main__":
    main()
