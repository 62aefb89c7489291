"""Sentences of conflict, crime, sport and trade, and such as only sound like events, report none."""

from __future__ import annotations

from pathlib import Path

from culturex.suggest import prepare, suggest

SENTENCES = (Path(__file__).parent / "silent.txt").read_text("utf-8").splitlines()


def test_nearly_all_are_passed_over_in_silence() -> None:
    told = [s for s in SENTENCES if suggest(prepare(s)).events]
    assert len(told) <= 0.03 * len(SENTENCES), told
