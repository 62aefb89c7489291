"""``culturex stats --progress``: how the work goes on, and what became of suggestions."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from culturex.cli import output
from culturex.cli.flags import SHOWN
from culturex.cli.wording import label_of, percent
from culturex.store import progress, suggested
from culturex.store.progress import Day
from culturex.store.query import Query
from culturex.store.suggested import OUTCOMES, Tally

if TYPE_CHECKING:
    from culturex.store.store import Store

_DAYS = ("day", "coder", "articles", "decisions", "time", "per article")
_FIELDS = ("field", "unchanged", "suggested", *OUTCOMES, "added")
_RULES = ("rule", "field", "unchanged", "suggested", *OUTCOMES)
# Columns left out first in a narrow terminal.
_OPTIONAL = ("rejected", "dropped", "changed", "kept", "time")


def print_progress(store: Store, query: Query, *, as_json: bool) -> None:
    """Print three tables, or one JSON object: days, fields and rules. The filters choose the events of the last two."""
    # Rejected suggestions tell most about the rules. A limit cuts the rules that are shown.
    review = () if query.review == SHOWN else query.review
    fields, rules = suggested.outcomes(store.connection, replace(query, review=review, limit=None))
    rules = rules[: query.limit]
    days = progress.days(store.connection)
    if as_json:
        output.emit_json(
            {
                "days": [_day_as_dict(day) for day in days],
                "fields": [_as_dict(t) for t in fields],
                "rules": [_as_dict(t) for t in rules],
            }
        )
        return
    output.emit_rows(_DAYS, [_day_row(day) for day in days], flexible=("coder",), optional=_OPTIONAL)
    output.emit_text("")
    output.emit_rows(_FIELDS, [_field_row(t) for t in fields], optional=_OPTIONAL)
    output.emit_text("")
    output.emit_rows(_RULES, [_rule_row(t) for t in rules], flexible=("rule",), optional=_OPTIONAL)


def _day_row(day: Day) -> tuple[Any, ...]:
    time = duration(day.seconds) if day.timed else ""
    each = "" if day.per_article is None else duration(round(day.per_article))
    return day.day.isoformat(), day.coder, day.articles, day.decisions, time, each


def duration(seconds: int) -> str:
    """Return seconds as hours, minutes and seconds.

    >>> duration(48), duration(312), duration(4000)
    ('0:48', '5:12', '1:06:40')
    """
    minutes, left = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def _field_row(tally: Tally) -> tuple[Any, ...]:
    return label_of(tally.field), percent(tally.share), tally.suggested, *_counts(tally), tally.added


def _rule_row(tally: Tally) -> tuple[Any, ...]:
    return tally.rule, label_of(tally.field), percent(tally.share), tally.suggested, *_counts(tally)


def _counts(tally: Tally) -> tuple[int, ...]:
    return tuple(getattr(tally, name) for name in OUTCOMES)


def _day_as_dict(day: Day) -> dict[str, Any]:
    each = None if day.per_article is None else round(day.per_article, 1)
    return {
        "day": day.day.isoformat(),
        "coder": day.coder,
        "articles": day.articles,
        "decisions": day.decisions,
        "seconds": day.seconds,
        "timed_articles": day.timed,
        "seconds_per_article": each,
    }


def _as_dict(tally: Tally) -> dict[str, Any]:
    share = None if tally.share is None else round(tally.share, 4)
    told = {"field": tally.field, "rule": tally.rule, "suggested": tally.suggested, "unchanged": share}
    counts = {k: v for k, v in asdict(tally).items() if k not in ("field", "rule")}
    if tally.rule is None:
        del told["rule"]
    else:
        del counts["added"]
    return told | counts
