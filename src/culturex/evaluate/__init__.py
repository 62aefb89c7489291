"""How well codings agree with reference codings of the same articles: figures, and every miss.

``score(references, codings, texts)`` takes codings in the one JSON shape by the name of the article and returns a
Report: a Figure for each measure of ``MEASURES``, OVERALL (the mean of the main ones), and the misses behind them. It
reads no file and knows no store; where codings come from is the caller's affair.
"""

from __future__ import annotations

from culturex.evaluate.measures import MEASURES, Measure
from culturex.evaluate.report import Figure, Miss, Report, check, score

__all__ = ["MEASURES", "Figure", "Measure", "Miss", "Report", "check", "score"]
