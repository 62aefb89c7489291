"""From an article to the prompts for it, and what came back."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from culturex import edtf
from culturex.ask.schema import outline, reply_schema
from culturex.ask.template import Template
from culturex.ask.tokens import estimate
from culturex.errors import InputError
from culturex.text import Span, one_line

if TYPE_CHECKING:
    from culturex.ask.examples import Example
    from culturex.model.article import Article
    from culturex.model.codebook import Codebook

# Tokens of one prompt, by estimate: what models with a window of 16,000 take with room left for the answer.
BUDGET = 12_000
_CODE = re.compile(r"[a-z]{2,3}")
# Tokens that the article itself must have at least.
LEAST = 200
NO_EXAMPLES = "There are none."


@dataclass(frozen=True)
class Prompt:
    """One question about an article, ready to be sent.

    *system* is what is said to the model beforehand (it may be empty), *user* the question, *schema* the JSON schema
    that the answer keeps to. *number* is the stored article's, None for one that is not stored; *fingerprint* the
    sha256 of its text and *span* the stretch of the text that is asked about. A long article is asked about in
    *parts*, of which this is number *part*, from 1. *template* and *version* tell what made it, *left_out* how many
    of the user's examples had no room in it.
    """

    system: str
    user: str
    schema: dict[str, Any] = field(repr=False)
    number: int | None
    fingerprint: str
    span: Span
    part: int
    parts: int
    template: str
    version: str
    left_out: int = 0

    @cached_property
    def tokens(self) -> int:
        """About how many tokens it is (``tokens.estimate``), without the schema."""
        return estimate(self.system) + estimate(self.user)

    @property
    def text(self) -> str:
        """All that is said, for a place where there is but one text: a chat window, a file, the store."""
        return f"{self.system}\n\n{self.user}".strip()

    @cached_property
    def sha256(self) -> str:
        """The hash (hex) of all that is said: the same question has the same hash."""
        return hashlib.sha256(self.text.encode("utf-8", "replace")).hexdigest()

    @property
    def id(self) -> str:
        """What tells it from every other prompt, of letters, digits and hyphens, at most 64: for files and batches.

        ``article-12-9f86d081884c-5e884898da28``: number and fingerprint of the article, version of the template; of a
        part of a long article ``article-12-9f86d081884c-2of3-4000-8000-5e884898da28``, with its first character and
        the one after its last.
        """
        which = f"-{self.part}of{self.parts}-{self.span.start}-{self.span.end}" if self.parts > 1 else ""
        return f"article-{self.number or 0}-{self.fingerprint[:12]}{which}-{self.version}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for a prompt: the model's *text*; or None, and why in *error*, one sentence.

    *asked* and *answered* are UTC times, ISO 8601: *asked* is None where the question never left, both are for a reply
    out of a file. The token counts are the server's, None where it gives none; *cut_off* tells that the text ended at
    the most tokens allowed.
    """

    prompt: Prompt
    text: str | None
    error: str | None = None
    asked: str | None = None
    answered: str | None = None
    tokens_in: int | None = None
    tokens_out: int | None = None
    cut_off: bool = False


def build_prompts(
    article: Article,
    codebook: Codebook,
    template: Template,
    *,
    number: int | None = None,
    examples: Sequence[Example] = (),
    budget: int = BUDGET,
) -> list[Prompt]:
    """Return the prompts for *article*: one, or one for each part where it is longer than *budget* tokens allow.

    Without *examples*, or where none of them fits, the shipped ones are shown. Examples make way for the article: those
    that find no room beside it are left out, the first go before the last. Where a long article is cut does not depend
    on them, so that its parts are the same whenever it is asked about. Raise InputError where *budget* leaves no room
    for the article.
    """
    from culturex.ask import cutting
    from culturex.ask import examples as shown_before

    marks = _marks(article)
    values = {
        "begin": marks[0],
        "end": marks[1],
        "codebook": _definitions(codebook, full=True),
        "codes": _definitions(codebook, full=False),
        "shape": outline(codebook),
        "schema": json.dumps(reply_schema(codebook), ensure_ascii=False),
        "examples": NO_EXAMPLES,
        "part": "",
        "language": article.language if article.language and _CODE.fullmatch(article.language) else "unknown",
        "published": article.published if article.published and edtf.is_valid(article.published) else "unknown",
    }
    frame = template.render(values | {"article": _framed(article, "", marks), "part": _part(10, 10)})
    room = budget - sum(map(estimate, frame))
    if room < LEAST:
        raise InputError(
            f"The template {template.name} takes about {budget - room:,} of {budget:,} tokens.",
            "Allow more with --budget, or take the template short.",
        )
    has_examples = "examples" in template.variables
    shipped, wanted = (shown_before.shipped(codebook), examples) if has_examples else ((), ())
    spans = cutting.parts(article, room)
    if len(spans) > 1:
        spans = cutting.parts(article, max(LEAST, room - shown_before.tokens(shipped)))
    left = room - max(estimate(cutting.shown(article, span)) for span in spans)
    kept = shown_before.fitting(wanted, left)
    values["examples"] = shown_before.render(kept or shown_before.fitting(shipped, left)) or NO_EXAMPLES
    prompts = []
    for part, span in enumerate(spans, 1):
        block = _framed(article, cutting.shown(article, span), marks)
        system, user = template.render(values | {"article": block, "part": _part(part, len(spans))})
        prompts.append(
            Prompt(
                system=system,
                user=user,
                schema=reply_schema(codebook),
                number=number,
                fingerprint=article.sha256,
                span=span,
                part=part,
                parts=len(spans),
                template=template.name,
                version=template.version,
                left_out=len(wanted) - len(kept),
            )
        )
    return prompts


def _part(part: int, parts: int) -> str:
    return "" if parts == 1 else f"This is part {part} of {parts} of a long article."


def _marks(article: Article) -> tuple[str, str]:
    """Return the lines that the article stands between; they differ from text to text and do not occur in it."""
    secret = hashlib.sha256(f"culturex {article.text}".encode("utf-8", "replace")).hexdigest()
    while secret[:16] in article.text:
        secret = hashlib.sha256(secret.encode()).hexdigest()
    return f"<<<ARTICLE {secret[:16]}>>>", f"<<<END {secret[:16]}>>>"


def _framed(article: Article, text: str, marks: tuple[str, str]) -> str:
    facts = {
        "headline": article.title,
        "outlet": article.outlet,
        "published": article.published,
    }
    head = [f"{name}: {one_line(value)}" for name, value in facts.items() if value]
    return "\n".join([marks[0], *head, "", text, marks[1]])


def _definitions(codebook: Codebook, *, full: bool) -> str:
    """Return the values of the codebook with their definitions; in *full* with what counts and what does not."""
    blocks = []
    for vocabulary in ("types", "statuses", "modes", "roles", "themes"):
        lines = [f"{vocabulary}:"]
        for entry in codebook.vocabularies[vocabulary].values():
            more = [("Includes: ", entry.include), ("Not: ", entry.exclude)] if full else []
            said = [entry.definition or entry.label, *(f"{head}{text}" for head, text in more if text)]
            lines.append(f"- {entry.code}: {' '.join(said)}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)
