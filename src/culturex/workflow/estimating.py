"""What a run over many articles will take, before anything is asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from culturex.ask.tokens import estimate
from culturex.errors import InputError
from culturex.store import completions
from culturex.store.store import Store

if TYPE_CHECKING:
    from culturex.ask.asking import Prompt
    from culturex.llms.client import LanguageModel
    from culturex.workflow.by_model import Wish

# Tokens of a reply where the model has not replied in this store yet: an event and a half with a quote for each value.
REPLY = 900


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many *articles* are to be asked about, in so many *questions*.

    *question_tokens* and *reply_tokens* are about what these have and what comes back; *known* articles were answered
    before and cost nothing.
    """

    articles: int
    known: int
    questions: int
    question_tokens: int
    reply_tokens: int


def estimate_run(store: Store, articles: Sequence[int], model: LanguageModel, wish: Wish) -> Estimate:
    """Return what asking *model* about *articles* will take, as far as it can be told without asking.

    A reply is taken to be as long as those of this model in the store, on average.
    """
    asked = known = questions = tokens = 0
    for number in articles:
        try:
            prompts = wish.prompts(store, number)
        except InputError:
            continue  # the run tells of it
        left = [p for p in prompts if wish.again or not _is_answered(store, p, model.name)]
        known += not left
        asked += bool(left)
        questions += len(left)
        tokens += sum(p.tokens for p in left)
        if left and model.takes_schema:
            tokens += len(left) * estimate(json.dumps(left[0].schema))
    reply = completions.mean_reply(store.connection, model.name) or REPLY
    if wish.most_tokens is not None:
        reply = min(reply, wish.most_tokens)
    return Estimate(asked, known, questions, tokens, questions * reply)


def _is_answered(store: Store, prompt: Prompt, model: str) -> bool:
    """Tell whether *model* answered *prompt* before, without reading the answer."""
    found = completions.answered(
        store.connection,
        article_sha256=prompt.fingerprint,
        part=prompt.part,
        parts=prompt.parts,
        model=model,
        template_version=prompt.version,
    )
    return found is not None
