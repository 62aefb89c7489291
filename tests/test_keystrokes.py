"""The reference codings are typed through the prompts, and the suggestions spare the keys that they should."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# The share of the keys without suggestions that coding with them may take.
MOST = 0.6


def shares(folder: Path, *only: str) -> tuple[float, int, int]:
    """Return the share of keys with suggestions, the events, and the keys of reviewing them where they are right."""
    pytest.importorskip("pexpect")
    sys.path.insert(0, str(ROOT / "bench"))
    try:
        from keystrokes import measure

        aided, unaided, right = measure(folder, only)
    finally:
        sys.path.remove(str(ROOT / "bench"))
    return aided.keys / unaided.keys, aided.events, right


def test_samples_are_coded_exactly_in_fewer_keys(samples: Path) -> None:
    share, events, right = shares(samples.parent, "film-week-planned", "sister-cities-explained")
    assert share < MOST
    assert right == events


@pytest.mark.slow
def test_the_references_are_coded_exactly_in_fewer_keys(reference: Path) -> None:
    share, events, right = shares(reference)
    assert share < MOST
    assert right == events
