"""``culturex evaluate``: how well the suggester or a coder agrees with reference codings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.errors import InputError, UsageError

if TYPE_CHECKING:
    from culturex.evaluate import Figure, Report
    from culturex.importers import Failure

_BAR = 20
_COLUMNS = ("measure", "figure", "right", "extra", "missed", "precision", "recall")
_DETAILS = ("article", "field", "reference", "coding", "quote")


def evaluate(
    context: Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Reference codings: NAME.json for each article.")],
    coder: Annotated[
        str,
        typer.Option(
            "--coder",
            metavar="NAME",
            help="Score this coder's events in the store, not the suggester.",
            show_default=False,
        ),
    ] = "",
    articles: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--articles", metavar="FOLDER", help="Where the articles NAME.* are, if not beside.", show_default=False
        ),
    ] = None,
    details: Annotated[bool, typer.Option("--details", help="Each miss with its quote.")] = False,
    fail_under: Annotated[
        Optional[float],  # noqa: UP045
        typer.Option(
            "--fail-under", metavar="FIGURE", min=0, max=1, help="Exit 1 if OVERALL is lower.", show_default=False
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> int:
    """Score the suggester, or a coder's events in the store, against reference codings.

    Looks for the articles in FOLDER/../articles, then in FOLDER; for a coder, in the store, by their file names.
    """
    if coder and articles:
        raise UsageError("The articles of a coder are those in the store.", "Leave out --articles or --coder.")
    failures: list[Failure] = []

    def tell(failure: Failure) -> None:
        failures.append(failure)
        output.note(" ".join(filter(None, (failure.reason, failure.hint))))

    report = _run(context, folder, coder, articles, tell)
    if as_json:
        output.emit_json({"coder": coder or "suggester", **report.to_dict(details=details)})
    else:
        _show(report, details)
    if fail_under is not None and report.overall < fail_under:
        hint = None if details else "--details shows each miss."
        raise InputError(f"OVERALL is {report.overall:.4f}, lower than {fail_under:g}.", hint)
    return 1 if failures else 0


def _run(context: Context, folder: Path, coder: str, articles: Path | None, tell: Callable[[Failure], None]) -> Report:
    from culturex import workflow
    from culturex.importers.references import find_articles
    from culturex.model.codebook import default

    if not coder:
        references = workflow.references_in(folder, default(), report=tell)
        return workflow.evaluate_suggester(references, find_articles(folder, articles), report=tell)
    with context.reading() as store:
        references = workflow.references_in(folder, store.codebook(), report=tell)
        return workflow.evaluate_coder(store, references, coder)


def _show(report: Report, details: bool) -> None:
    """Print the figures; in a pipe, with *details*, the misses in their place: one table for one reader."""
    if details:
        rows = [tuple(_text(getattr(miss, name)) for name in _DETAILS) for miss in report.misses]
        output.emit_rows(_DETAILS, rows, flexible=("reference", "coding", "quote"), optional=("quote",))
    if not details or output.is_terminal():
        _figures(report)
    output.note(f"{output.count(len(report.articles), 'article')}, OVERALL {report.overall:.3f}")
    if report.missing:
        names = ", ".join(report.missing[:5]) + (" ..." if len(report.missing) > 5 else "")
        output.note(f"{len(report.missing)} without a coding, counted as coded with nothing: {names}")


def _figures(report: Report) -> None:
    main = [_row(f) for f in report.figures if f.headline]
    rest = [_row(f) for f in report.figures if not f.headline]
    overall = ("OVERALL", _digits(report.overall), *[""] * (len(_COLUMNS) - 2))
    rows: list[tuple[Any, ...]] = [*main, overall, *rest]
    if not output.is_terminal():
        output.emit_rows(_COLUMNS, rows)
        return
    from culturex.cli.tables import bar

    shown = [(*row, bar(round(float(row[1] or 0) * 1000), 1000, _BAR)) for row in rows]
    output.emit_rows((*_COLUMNS, ""), shown, flexible=("measure",), optional=("", "recall", "precision"))


def _row(figure: Figure) -> tuple[Any, ...]:
    extra = figure.extra if figure.precision is not None else ""
    counts = (figure.right, extra, figure.missed) if figure.value is not None else ("", "", "")
    return (figure.name, _digits(figure.value), *counts, _digits(figure.precision), _digits(figure.recall))


def _digits(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _text(value: Any) -> str:
    return "" if value is None else ", ".join(value) if isinstance(value, list) else str(value)
