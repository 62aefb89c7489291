"""Write the weights of a question (``src/culturex/suggest/weights/QUESTION.toml``), fitted to coded pages.

``pip install -r tools/weights/requirements.txt``, then ``python tools/fit_weights.py type tests/suggest/web``

Each folder holds pages (``.txt``) with their reference codings beside them (``.json``), in the shape that
``culturex evaluate`` reads. The question's module in ``tools/weights/`` makes examples of a page: the signs of each
answer, as the suggester sees them, and which answer is right. Weights are those under which the right answers are
likeliest, kept small (ridge), found by scipy. The tool also prints how often the likeliest answer is right: on the
pages themselves, on pages left out of the fit in turn (ten parts), and on those of ``--unseen`` folders, which never
take part. ``--try`` writes nothing.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from weights.examples import Example, Page, read
from weights.fit import Fitted, fit, right, turns

TABLES = Path(__file__).resolve().parent.parent / "src" / "culturex" / "suggest" / "weights"


def main() -> None:
    """Fit, report and write."""
    asked = _asked(sys.argv[1:])
    question = importlib.import_module(f"weights.{asked.question}")
    pages = [p for folder in asked.folders for p in read(folder)]
    examples = [list(question.examples(p)) for p in pages]
    fitted = fit(_flat(examples), asked.ridge)
    print(f"{len(pages)} pages, {len(_flat(examples))} examples, {len(fitted)} signs")
    print(f"right: on these pages {right(fitted, _flat(examples)):.3f}, in turn {turns(examples, asked.ridge):.3f}")
    for folder in asked.unseen:
        unseen = [e for p in read(folder) for e in question.examples(p)]
        print(f"right: on {folder.name}, unseen, {right(fitted, unseen):.3f} of {len(unseen)}")
    if not asked.attempt:
        _write(asked.question, fitted, pages, question.__doc__ or "")


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("question", help="a module of tools/weights/: type, status ...")
    parser.add_argument("folders", nargs="+", type=Path, help="pages with their codings")
    parser.add_argument("--unseen", nargs="*", type=Path, default=[], help="pages that only measure")
    parser.add_argument("--ridge", type=float, default=5.0, help="how small weights are kept (default: 5)")
    parser.add_argument("--try", dest="attempt", action="store_true", help="write nothing")
    return parser.parse_args(arguments)


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
