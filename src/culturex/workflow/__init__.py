"""The verbs: what a command, a script or a test asks for, from files to stored events.

The way of the data is one way: file -> Article -> suggested events -> a Decider -> Event -> Store. Nothing here prints
or asks; who wants to watch gives a *report* function, who decides is a Decider. Names load on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from culturex.lazy import loader

if TYPE_CHECKING:
    from culturex.workflow.applying import Applied, apply_decisions
    from culturex.workflow.batch import CERTAIN, Confident, Looked, accept_certain
    from culturex.workflow.coding import add_by_hand, delete, edit_event, no_event, replace_edited
    from culturex.workflow.deciding import Card, Decider, Decision
    from culturex.workflow.drafting import begun, forget_draft, keep_begun, keep_draft
    from culturex.workflow.evaluating import evaluate_coder, evaluate_suggester, references_in
    from culturex.workflow.importing import Outcome, import_articles
    from culturex.workflow.joining import Pair, choices, choose, duplicates, known_like, likeliest, link, merge, split
    from culturex.workflow.recording import Recorder, review_all
    from culturex.workflow.suggesting import articles_in_order, known_from, least_certain_first, suggest_for, tag_auto
    from culturex.workflow.tagging import review_with, tag_with
    from culturex.workflow.tally import Tally

_HOME = {
    "Applied": "applying",
    "apply_decisions": "applying",
    "Recorder": "recording",
    "review_all": "recording",
    "CERTAIN": "batch",
    "Confident": "batch",
    "Looked": "batch",
    "accept_certain": "batch",
    "add_by_hand": "coding",
    "delete": "coding",
    "edit_event": "coding",
    "no_event": "coding",
    "replace_edited": "coding",
    "Card": "deciding",
    "Decider": "deciding",
    "Decision": "deciding",
    "begun": "drafting",
    "forget_draft": "drafting",
    "keep_begun": "drafting",
    "keep_draft": "drafting",
    "review_with": "tagging",
    "tag_with": "tagging",
    "evaluate_coder": "evaluating",
    "evaluate_suggester": "evaluating",
    "references_in": "evaluating",
    "Outcome": "importing",
    "import_articles": "importing",
    "Pair": "joining",
    "choices": "joining",
    "choose": "joining",
    "duplicates": "joining",
    "known_like": "joining",
    "likeliest": "joining",
    "link": "joining",
    "merge": "joining",
    "split": "joining",
    "articles_in_order": "suggesting",
    "known_from": "suggesting",
    "least_certain_first": "suggesting",
    "suggest_for": "suggesting",
    "tag_auto": "suggesting",
    "Tally": "tally",
}

__all__ = [
    "CERTAIN",
    "Applied",
    "Card",
    "Confident",
    "Decider",
    "Decision",
    "Looked",
    "Outcome",
    "Pair",
    "Recorder",
    "Tally",
    "accept_certain",
    "add_by_hand",
    "apply_decisions",
    "articles_in_order",
    "begun",
    "choices",
    "choose",
    "delete",
    "duplicates",
    "edit_event",
    "evaluate_coder",
    "evaluate_suggester",
    "forget_draft",
    "import_articles",
    "keep_begun",
    "keep_draft",
    "known_from",
    "known_like",
    "least_certain_first",
    "likeliest",
    "link",
    "merge",
    "no_event",
    "references_in",
    "replace_edited",
    "review_all",
    "review_with",
    "split",
    "suggest_for",
    "tag_auto",
    "tag_with",
]

__getattr__ = loader(__name__, _HOME)
