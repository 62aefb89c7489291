"""How much each sign speaks for a page that reports an event: what its words tell, whom it names, where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.suggest import signals
from culturex.suggest.occurrences import kinds, report
from weights.examples import SHORT, Example, Page, yes_or_no

# How strongly large weights are held down: about best on pages left out in turn.
RIDGE = 5.0
# What it is fitted to besides pages with codings, in tests/suggest/.
MORE = ("news", "silent.txt", "short.toml", "leads.toml")


def examples(page: Page) -> Iterator[Example]:
    """Yield whether the page was coded with a main event; and its telling sentence, if that names two countries."""
    yield _example(page, page.main is not None)
    if page.main:
        sentence = Page(page.name, str(page.main["quote"]), {})
        if len({code for named in sentence.scene.implied.values() for code, _ in named}) > 1:
            yield _example(sentence, True, SHORT)


def _example(page: Page, yes: bool, weight: float = 1.0) -> Example:
    found = signals.find(page.scene)
    return yes_or_no(report.signs(page.scene, found, kinds.spoken(page.scene, found).values()), yes, weight)
