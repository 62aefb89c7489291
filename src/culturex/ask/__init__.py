"""Language models: an article in, the prompts for it; a reply in, events whose every value was held against the text.

Nothing here asks a model, reads a store or needs a network. The way of the data::

    Template + Article + Codebook + Examples --build_prompts--> Prompts    (asking, template, examples, cutting)
    Prompt --a model, a person with a chat window, a batch--> reply
    reply --read_reply--> raw events, and what had to be mended            (reply)
    raw events + Article --verify--> Events with Evidence, and refusals    (verify, locating, saying)
    Events of the parts of an article --merge--> Events of the article     (merging)

``workflow.asking`` is the way with a store: ``prompts_for(store, article, template)`` gives the prompts,
``take_reply(store, answer, model=...)`` keeps one reply and reads it, ``take_article(store, article, readings,
model=...)`` stores the events of an article as unreviewed. Whoever brings replies, over the network or by files, goes
through these three. ``compare`` and ``fill`` put a model's events beside the suggester's; ``model.support`` says which
values of a stored event nothing supports.

An article is hostile: its text enters a prompt as data between marks that it cannot contain, and a reply is only ever
parsed as data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from culturex.lazy import loader

if TYPE_CHECKING:
    from culturex.ask.asking import Answer, Prompt, build_prompts
    from culturex.ask.comparing import compare, fill
    from culturex.ask.examples import Example
    from culturex.ask.merging import merge
    from culturex.ask.reply import Reply, read_reply
    from culturex.ask.schema import reply_schema
    from culturex.ask.template import Template
    from culturex.ask.tokens import estimate
    from culturex.ask.verifying import Verified, verify

_FACE = {
    "Answer": "asking",
    "Prompt": "asking",
    "build_prompts": "asking",
    "compare": "comparing",
    "fill": "comparing",
    "Example": "examples",
    "merge": "merging",
    "Reply": "reply",
    "read_reply": "reply",
    "reply_schema": "schema",
    "Template": "template",
    "estimate": "tokens",
    "Verified": "verifying",
    "verify": "verifying",
}

__all__ = [
    "Answer",
    "Example",
    "Prompt",
    "Reply",
    "Template",
    "Verified",
    "build_prompts",
    "compare",
    "estimate",
    "fill",
    "merge",
    "read_reply",
    "reply_schema",
    "verify",
]

__getattr__ = loader(__name__, _FACE)
