"""An article and the answer of a model about it, for tests that change one thing of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from culturex.ask import Verified, verify
from culturex.model.article import Article
from culturex.model.codebook import default
from culturex.model.event import Event, Evidence
from culturex.suggest.events import read

TEXT = """Almaty hosts the Days of Armenian Culture

ALMATY, 3 May 2019. The Kazakh city hosted the “Days of Armenian Culture” – a five-day festival that opened on Thursday
at the Abay Opera House. The Minister of Culture, Anna Petrosyan, thanked the hosts. More than 1,200 guests came.

The two ministries signed a programme of cooperation in 2014. Singers from Lebanon will follow next year."""


def article(text: str = TEXT, **facts: Any) -> Article:
    """Return the article of a text, published on 3 May 2019."""
    return Article.of(text, **{"title": text.partition("\n")[0], "published": "2019-05-03", "language": "en", **facts})


def said(quote: str, **values: Any) -> dict[str, Any]:
    """Return a value with its quote, as a model answers."""
    return {"quote": quote, **values}


def event(**changes: Any) -> dict[str, Any]:
    """Return one event as a model answers it, all of it true, with *changes*."""
    return {
        "quote": 'hosted the "Days of Armenian Culture"',
        "main": True,
        "title": "Days of Armenian Culture in Almaty",
        "type": said("a five-day festival", value="festival"),
        "status": said("opened on Thursday", value="ongoing"),
        "date": said("on Thursday", value="2019-05-02"),
        "mode": said("at the Abay Opera House", value="in_person"),
        "countries": [
            said("The Kazakh city", code="KZ", role="host"),
            said("Armenian Culture", code="AM", role="partner"),
        ],
        "regions": [],
        "places": [said("ALMATY", name="Almaty", country="KZ")],
        "themes": ["culture"],
        "organizations": [said("Abay Opera House", name="Abay Opera House", role="venue", country="KZ")],
        "people": [said("Anna Petrosyan", name="Anna Petrosyan", title="Minister of Culture", country=None)],
        "participants": said("1,200 guests", value=1200),
        **changes,
    }


def held(*raw: Mapping[str, Any], text: str = TEXT, **facts: Any) -> Verified:
    """Return what verification makes of the events of a reply."""
    about = article(text, **facts)
    return verify(raw, about, default(), method="model:test", mentions=read(about).mentions)


def only(verified: Verified) -> Event:
    """Return the only event."""
    (found,) = verified.events
    return found


def proof(found: Event, field: str) -> Evidence:
    """Return the first evidence of a field."""
    return next(e for e in found.evidence if e.field == field)


def outcome(found: Event, field: str) -> Sequence[tuple[str | None, bool | None]]:
    """Return how each quote of a field was found, and whether it says the value."""
    return [(e.match, e.supported) for e in found.evidence if e.field == field]
