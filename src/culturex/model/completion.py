"""What a language model was asked about an article, and what it replied."""

from __future__ import annotations

from dataclasses import dataclass

# What became of a reply: it was read; it could not be used; there was none (the reason says why).
STATUSES = ("read", "unusable", "failed")
# The reason of a reply that is kept and was not read yet: culturex was stopped in between, or failed at reading it.
UNREAD = "It was kept before it was read; the next run reads it, and asks nothing again."


@dataclass(frozen=True, slots=True)
class Completion:
    """One question to a language model and its reply, as the store keeps it.

    *article* is the number of the article and *article_sha256* the fingerprint of its text; a long article is asked
    about in *parts*, of which this is number *part*, from 1. *model* is the model's name, *template* and
    *template_version* tell which prompt template made the *question*. *status* is one of STATUSES, *reason* says in
    a sentence why a reply cannot be used or there is none; *repairs* and *refusals* say what had to be mended in the
    reply and which of its values were turned away. A reply is kept as it comes, as unusable for the reason UNREAD, and
    that is settled once it was read. *asked* and *answered* are UTC times, ISO 8601; *asked* is None where no question
    was sent: the reply came in a file, or the server could not be reached. The token counts are the server's, None
    where it gave none. *id* is None until it is stored.
    """

    article: int
    article_sha256: str
    part: int
    parts: int
    model: str
    template: str
    template_version: str
    question: str | None
    question_sha256: str
    reply: str | None
    status: str
    reason: str | None = None
    repairs: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    asked: str | None = None
    answered: str | None = None
    tokens_in: int | None = None
    tokens_out: int | None = None
    id: int | None = None

    @property
    def is_unread(self) -> bool:
        """Tell whether the reply is there and still to be read."""
        return self.reply is not None and self.reason == UNREAD
