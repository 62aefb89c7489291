"""How well the suggester, or a coder, agrees with reference codings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from culturex.errors import InputError
from culturex.model.article import StoredArticle
from culturex.store.store import Store
from culturex.workflow.suggesting import SUGGESTER

# How the coder of a language model's events begins.
MODEL = "model:"

if TYPE_CHECKING:
    from pathlib import Path

    from culturex.evaluate import Report
    from culturex.importers import Failure
    from culturex.model.codebook import Codebook


def references_in(folder: Path, codebook: Codebook, *, report: Callable[[Failure], None]) -> dict[str, Any]:
    """Return the reference codings in *folder* by the name of their article; *report* is told of what is none.

    It is told, too, of a coding with values that *codebook* lacks, which is returned nevertheless.
    """
    from culturex.evaluate import check
    from culturex.importers import Failure
    from culturex.importers.references import read_references

    kept = {}
    for found in read_references(folder):
        if isinstance(found, Failure):
            report(found)
            continue
        try:
            odd = check(found.data, codebook)
            kept[found.name] = found.data
            if odd:
                more = f" And {len(odd) - 1} more like it." if len(odd) > 1 else ""
                report(Failure(found.name, f"In {found.name}.json {odd[0]}{more}", "It is scored as it stands."))
        except InputError as error:
            report(Failure(found.name, f"{found.name}.json cannot be used: {error.message}", error.hint))
    if not kept:
        raise InputError("There is no reference coding that can be used.", "docs/evaluate.md shows one.")
    return kept


def evaluate_suggester(
    references: Mapping[str, Any], files: Mapping[str, Path], *, report: Callable[[Failure], None]
) -> Report:
    """Return how well the suggester agrees with *references* on the articles in *files*, both by name.

    *report* is told of every article that is missing or cannot be read; it counts as coded with nothing.
    """
    from culturex.evaluate import score
    from culturex.importers import Failure
    from culturex.importers.references import read_articles
    from culturex.suggest import prepare, suggest, to_dict

    codings, texts = {}, {}
    for found in read_articles(references, files):
        if isinstance(found, Failure):
            report(found)
            continue
        name, article = found
        codings[name], texts[name] = to_dict(suggest(prepare(article))), article.text
    if not codings:
        raise InputError("None of the articles can be read.", "Name their folder with --articles.")
    return score(references, codings, texts)


def evaluate_coder(store: Store, references: Mapping[str, Any], coder: str) -> Report:
    """Return how well the codings of *coder* in the store, as they stand now, agree with *references*.

    An article is found by its source (its file name without the ending). It counts as coded where *coder* has events
    in it that were not rejected, or where it was marked as without events; by a language model also where its reply
    holds none.
    """
    from culturex.evaluate import score
    from culturex.store import completions
    from culturex.store.coders import articles_named, coders

    codings, texts = {}, {}
    replied = completions.articles_of(store.connection, coder.removeprefix(MODEL)) if coder.startswith(MODEL) else set()
    for name, numbers in articles_named(store.connection, references).items():
        if len(numbers) > 1:
            listed = " and ".join(map(str, numbers))
            raise InputError(f"Articles {listed} both go by the name {name}.", "Delete the one that is not meant.")
        stored = store.article(numbers[0])
        coding = _coding_by(store, stored, coder)
        is_empty = stored.state == "no_event" or stored.id in replied
        if coding["events"] or is_empty or (coder == SUGGESTER and stored.state == "skipped"):
            codings[name], texts[name] = coding, stored.article.text
    if not codings:
        known = ", ".join(coders(store.connection)) or "nobody"
        raise InputError(f"None of the articles is coded by {coder!r} in the store.", f"Coders in it: {known}.")
    return score(references, codings, texts)


def _coding_by(store: Store, stored: StoredArticle, coder: str) -> dict[str, Any]:
    """Return the events that *coder* has in an article, as it tells them, in the one JSON shape."""
    from culturex.model.schema import coding_to_dict
    from culturex.store.merging import told_by

    events = [
        told_by(store, r, stored.id) for r in store.events_of(stored.id) if r.coder == coder and r.review != "rejected"
    ]
    return coding_to_dict(stored.article, events)
