"""Count the keys that it takes to code the reference articles through the prompts, with suggestions and without.

Usage: python bench/keystrokes.py [--folder FOLDER] [--each]

Each article is coded in a real terminal: with suggestions by ``culturex tag`` (accepted, edited or written anew, as
takes the fewest keys), without by ``culturex tag --unaided``, where every event is written anew. Both codings must
be the reference coding, field by field. Then the reference events are stored as suggestions and reviewed: a suggestion
that is right costs one key. FOLDER holds ``articles/`` and ``gold/`` (or ``codings/``); without it the references
beside the checkout are taken, or else the samples.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pexpect
from keylines import ENTER, Desk, Keys
from keyplan import Json, article_plan

from culturex.model import codebook
from culturex.model.event import Event
from culturex.model.schema import event_from_dict, event_to_dict
from culturex.store import Store
from culturex.store.query import Query
from culturex.text import locate
from culturex.workflow import suggest_for
from culturex.workflow.turns import turns_of

ROOT = Path(__file__).resolve().parent.parent
CULTUREX = [sys.executable, "-m", "culturex"]
# What the screen says once a decision is stored.
STORED = "→ (accepted|rejected|stored|done|no event)[^\r\n]*"
PATIENCE = 30


@dataclass
class Count:
    """Keys by sort of step, and by article."""

    keys: int = 0
    events: int = 0
    right: int = 0
    articles: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, steps: list[Keys]) -> None:
        """Count the steps of one article."""
        spent = sum(map(len, steps))
        self.keys += spent
        self.articles[name] = spent
        self.right += sum(step == [ENTER] for step in steps)


def references(folder: Path, only: Sequence[str] = ()) -> dict[str, Json]:
    """Return the reference codings of a folder by the name of their article: all of them, or *only* some."""
    gold = next(f for f in (folder / "gold", folder / "codings") if f.is_dir())
    files = [path for path in sorted(gold.glob("*.json")) if not only or path.stem in only]
    return {path.stem: json.loads(path.read_text("utf-8")) for path in files}


def environment(home: Path) -> dict[str, str]:
    """Return an environment with a store of its own and nothing of the user's."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "VIRTUAL_ENV")}
    return kept | {
        "HOME": str(home), "CULTUREX_DB": str(home / "culturex.db"), "CULTUREX_CODER": "bench", "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color", "NO_COLOR": "1",
    }  # fmt: skip


def imported(home: Path, folder: Path, names: list[str]) -> dict[int, str]:
    """Import the articles; return their names by number."""
    files = [next((folder / "articles").glob(f"{name}.*")) for name in names]
    subprocess.run([*CULTUREX, "import", *files], env=environment(home), check=True, capture_output=True)
    with Store.open(home / "culturex.db") as store:
        return {n: Path(store.article(n).article.source or "").stem for n in store.article_ids()}


class Terminal:
    """A terminal with a session in it."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.child = pexpect.spawn(
            CULTUREX[0], [*CULTUREX[1:], *arguments], env=environment(home), dimensions=(50, 120), encoding="utf-8",
            timeout=PATIENCE,
        )  # fmt: skip
        self.child.delaybeforesend = None

    def type(self, step: Keys) -> None:
        """Type one decision, and wait until it is stored."""
        self.child.send("".join(step))
        self.child.expect(STORED)

    def close(self) -> None:
        """Answer the last line, behind the last decision, and wait for the end of the session."""
        self.child.send(ENTER)
        self.child.expect(pexpect.EOF)
        self.child.close()


def coded(home: Path, articles: dict[int, str], wanted: dict[str, Json], *, unaided: bool) -> Count:
    """Code all articles in one session; return the keys, with the one that ends it."""
    count = Count(events=sum(len(w["events"]) for w in wanted.values()))
    terminal = Terminal(home, "tag", *(["--unaided"] if unaided else []))
    for number, name in articles.items():
        with Store.open(home / "culturex.db") as store:
            stored = store.article(number)
            seen = () if unaided else suggest_for(stored).mentions
            turns = turns_of(store, stored, 0, unaided=unaided)
            steps = article_plan(Desk.of(store, number, seen), [t.event for t in turns], wanted[name]["events"])
        terminal.child.expect(f"article {len(count.articles) + 1} of {len(articles)}")
        for step in steps:
            terminal.type(step)
        count.add(name, steps)
    terminal.close()
    count.keys += 1
    return count


def reviewed(home: Path, articles: dict[int, str], wanted: dict[str, Json]) -> int:
    """Store the reference events as suggestions, review them all with Enter, and return the keys that it took.

    The key that ends the session is no part of it.
    """
    keys = 0
    with Store.open(home / "culturex.db", write=True, coder="suggester") as store, store.deed("tag --auto"):
        for number, name in articles.items():
            text = store.article(number).article.text
            for one in wanted[name]["events"]:
                event = event_from_dict(one, codebook.default())
                store.add_event(placed(event, text), number, review="unreviewed")
                keys += 1
    terminal = Terminal(home, "review")
    for _ in range(keys):
        terminal.type([ENTER])
    terminal.close()
    return keys


def placed(event: Event, text: str) -> Event:
    """Return an event with the places of its quotes."""
    from dataclasses import replace

    found = []
    for evidence in event.evidence:
        span = locate(evidence.quote, text)
        start, end = span or (None, None)
        quote = text[start:end] if span else evidence.quote
        found.append(replace(evidence, quote=quote, start=start, end=end))
    return replace(event, evidence=tuple(found))


def differences(home: Path, articles: dict[int, str], wanted: dict[str, Json]) -> Iterator[str]:
    """Yield what of the accepted events is not as the reference codings have it."""
    with Store.open(home / "culturex.db") as store:
        for number, name in articles.items():
            there = [event_to_dict(r.event) for r in store.events(Query(article=(number,), review=("accepted",)))]
            by_title = {one["title"]: one for one in there}
            told = wanted[name]["events"]
            if len(there) != len(told):
                yield f"{name}: {len(there)} events for {len(told)}"
            for one in told:
                mine = by_title.get(one["title"], {})
                yield from (
                    f"{name}, {one['title']!r}, {key}: {mine.get(key)!r} for {value!r}"
                    for key, value in one.items()
                    if like(mine.get(key), value) != value
                )


def like(mine: Any, told: Any) -> Any:
    """Return a value with those keys alone that the reference coding has."""
    if isinstance(told, list) and isinstance(mine, list) and len(mine) == len(told):
        return [like(a, b) for a, b in zip(mine, told, strict=True)]
    if isinstance(told, dict) and isinstance(mine, dict):
        return {key: mine.get(key) for key in told}
    return mine


def run(folder: Path, wanted: dict[str, Json], code: Callable[[Path, dict[int, str], dict[str, Json]], Any]) -> Any:
    """Code the articles of *folder* in a new store; raise ValueError where the coding is not the reference coding."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        articles = imported(home, folder, list(wanted))
        result = code(home, articles, wanted)
        if found := list(differences(home, articles, wanted)):
            raise ValueError("\n".join(["Not as the reference codings have it:", *found]))
    return result


def measure(folder: Path, only: Sequence[str] = ()) -> tuple[Count, Count, int]:
    """Return the keys with suggestions, the keys without, and those of reviewing suggestions that are right."""
    wanted = references(folder, only)
    aided = run(folder, wanted, lambda *given: coded(*given, unaided=False))
    unaided = run(folder, wanted, lambda *given: coded(*given, unaided=True))
    return aided, unaided, run(folder, wanted, reviewed)


def main() -> None:
    """Print the numbers of keys."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    beside = Path(os.environ.get("CULTUREX_REFERENCE", ROOT.parent / "shared"))
    parser.add_argument("--folder", type=Path, default=beside if (beside / "articles").is_dir() else ROOT / "samples")
    parser.add_argument("--each", action="store_true", help="print the keys of each article too")
    options = parser.parse_args()
    aided, unaided, right = measure(options.folder)
    if options.each:
        for name, keys in unaided.articles.items():
            print(f"{name:32} {aided.articles[name]:6} of {keys}")
    print(f"{len(aided.articles)} articles, {aided.events} events, coded as the references have them")
    print(f"without suggestions   {unaided.keys:6} keys")
    print(f"with suggestions      {aided.keys:6} keys, {aided.keys / unaided.keys:.1%}")
    print(f"suggestions accepted as they were: {aided.right}, one key each")
    print(f"{aided.events} suggestions that are right, reviewed: {right} keys")


if __name__ == "__main__":
    main()
