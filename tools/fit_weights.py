"""Write the weights of a question (``src/culturex/suggest/weights/QUESTION.toml``), fitted to coded pages.

``pip install -r tools/weights/requirements.txt``, then ``python tools/fit_weights.py QUESTION [--also FOLDER ...]``

The question's module in ``tools/weights/`` makes examples of a page: the signs of each answer, as the suggester sees
them, and which answer is right. It also says how small weights are kept (``RIDGE``). Weights are those under which the
right answers are likeliest, found by scipy. They are fitted to the pages of the tests and to the samples, and to those
of further folders: pages (``.txt``) with their reference codings (``.json``), as ``culturex evaluate`` reads them. The
tool also prints how often the likeliest answer is right: on the pages themselves, on pages left out of the fit in turn
(ten parts), and on those of ``--unseen`` folders, which never take part. ``--try`` writes nothing.

The questions build on each other: fit them in the order of ``QUESTIONS``.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from weights.examples import Example, Page, read
from weights.fit import Fitted, fit, right, turns

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "src" / "culturex" / "suggest" / "weights"
TESTS = ROOT / "tests" / "suggest"
FOLDERS = (TESTS / "web", TESTS / "cases", ROOT / "samples" / "codings")
QUESTIONS = (
    "type", "report", "date", "status", "others", "places", "themes", "organizations", "people", "participants",
    "whose",
)  # fmt: skip


def main() -> None:
    """Fit, report and write."""
    asked = _asked(sys.argv[1:])
    question = importlib.import_module(f"weights.{asked.question}")
    ridge = question.RIDGE if asked.ridge is None else asked.ridge
    folders = [*FOLDERS, *(TESTS / name for name in getattr(question, "MORE", ())), *asked.also]
    pages = [p for folder in folders for p in read(folder)]
    examples = [_weighted(p, question.examples(p)) for p in pages]
    fitted = fit(_flat(examples), ridge)
    print(f"{len(pages)} pages, {len(_flat(examples))} examples, {len(fitted)} signs")
    print(f"right: on these pages {right(fitted, _flat(examples)):.3f}, in turn {turns(examples, ridge):.3f}")
    for folder in asked.unseen:
        unseen = [e for p in read(folder) for e in question.examples(p)]
        print(f"right: on {folder.name}, unseen, {right(fitted, unseen):.3f} of {len(unseen)}")
    if not asked.attempt:
        _write(asked.question, fitted, pages, question.__doc__ or "")


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("question", choices=QUESTIONS, help="a module of tools/weights/")
    parser.add_argument("--also", nargs="*", type=Path, default=[], help="further pages with their codings")
    parser.add_argument("--unseen", nargs="*", type=Path, default=[], help="pages that only measure")
    parser.add_argument("--ridge", type=float, help="how small weights are kept (default: what the question says)")
    parser.add_argument("--try", dest="attempt", action="store_true", help="write nothing")
    return parser.parse_args(arguments)


def _weighted(page: Page, examples: Iterable[Example]) -> list[Example]:
    """Return the *examples* of a page, each counting as much more as the page does."""
    return [e._replace(weight=e.weight * page.weight) for e in examples]


def _flat(examples: list[list[Example]]) -> list[Example]:
    return [e for page in examples for e in page]


def _write(question: str, fitted: Fitted, pages: list[Page], about: str) -> None:
    lines = [f"# {line}" for line in about.strip().splitlines()]
    lines += [f"# Written by tools/fit_weights.py {question}, fitted to {len(pages)} coded pages: do not edit.", ""]
    lines += [
        "[signs]",
        *(f'"{name}" = {weight:.3f}' for name, weight in sorted(fitted.items()) if abs(weight) >= 0.0005),
    ]
    (TABLES / f"{question}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
