"""The built-in suggester: an article in, events with their evidence out. No network, no model file.

``suggest(article)`` returns a Suggestion; ``culturex suggest`` prints it. The way of the data: a Document is made of
the article once (words, sentences, furniture, language); each finder in ``mentions`` reads the Document and returns
Mentions; ``events`` joins mentions into events whose every value points back at the words it came from. ``prepare``
makes an Article of a text; ``explain`` says why a value is there or not; ``to_dict`` gives the JSON shape.

Names load on first use: importing pages needs none of the event rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from culturex.lazy import loader

if TYPE_CHECKING:
    from culturex.suggest.events import Suggestion, suggest, suggest_all
    from culturex.suggest.intake import prepare
    from culturex.suggest.known import Known
    from culturex.suggest.reasons import explain
    from culturex.suggest.shape import to_dict

_FACE = {
    "suggest": "events",
    "suggest_all": "events",
    "Suggestion": "events",
    "explain": "reasons",
    "prepare": "intake",
    "Known": "known",
    "to_dict": "shape",
}

__all__ = ["Known", "Suggestion", "explain", "prepare", "suggest", "suggest_all", "to_dict"]

__getattr__ = loader(__name__, _FACE)
