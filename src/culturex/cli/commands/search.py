"""``culturex search``: full text, with the hit shown."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.cli.streams import readable
from culturex.store.search import CLOSE, OPEN, Hit
from culturex.text import one_line

_MARK = re.compile(f"{OPEN}(.*?){CLOSE}", re.DOTALL)


def search(
    context: Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words, a "phrase", a beginning*.')],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="At most so many.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> None:
    """Search articles and events for all of the WORDS; case and accents do not count.

    Any text is a valid search; what begins with a dash stands behind -- ("culturex search -- -x").
    """
    from culturex.store.search import search as run

    with context.reading() as store:
        hits = run(store.connection, readable(" ".join(words)), limit=limit)
    if as_json:
        output.emit_json([_as_dict(hit) for hit in hits])
    elif output.is_terminal():
        _print_hits(hits)
    else:
        rows = [(h.kind, h.id, h.date, h.title, _MARK.sub(r"[\1]", h.snippet)) for h in hits]
        output.emit_rows(("kind", "id", "date", "title", "snippet"), rows)
    if not hits:
        output.note("Nothing found.")


def _as_dict(hit: Hit) -> dict[str, object]:
    snippet = one_line(_MARK.sub(r"[\1]", hit.snippet))
    return {
        "kind": hit.kind,
        "id": hit.id,
        "title": hit.title,
        "date": hit.date,
        "snippet": snippet,
        "events": list(hit.events),
    }


def _print_hits(hits: list[Hit]) -> None:
    from rich.text import Text

    from culturex.cli.tables import console, marked

    screen = console()
    for hit in hits:
        head = Text(f"{hit.kind} {hit.id}", style="bold")
        head.append(f"  {one_line(hit.title or 'without title')}", style="")
        if hit.date:
            head.append(f"  {hit.date}", style="dim")
        if hit.events:
            head.append(f"  events {', '.join(map(str, hit.events))}", style="dim")
        screen.print(head)
        line = one_line(hit.snippet)
        spans, plain, at = [], "", 0
        for match in _MARK.finditer(line):
            plain += line[at : match.start()]
            spans.append((len(plain), len(plain) + len(match[1])))
            plain += match[1]
            at = match.end()
        plain += line[at:]
        screen.print(marked(plain, spans, "bold yellow"), style="")
        screen.print()
