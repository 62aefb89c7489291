"""What asking a model costs, where the user has written down its price."""

from __future__ import annotations

from dataclasses import dataclass

from culturex.cli import settings
from culturex.errors import InputError

_EXAMPLE = 'Write, for each model, MODEL IN OUT CURRENCY, with ; between: "small-1 0.15 0.60 USD".'


@dataclass(frozen=True, slots=True)
class Price:
    """The price of a million tokens of questions and of replies, in a *currency*."""

    questions: float
    replies: float
    currency: str

    def of(self, question_tokens: int, reply_tokens: int) -> str:
        """Return what so many tokens cost, as text."""
        cost = (question_tokens * self.questions + reply_tokens * self.replies) / 1_000_000
        return f"{cost:.2f} {self.currency}" if cost >= 0.01 or not cost else f"less than 0.01 {self.currency}"


def price_of(model: str) -> Price | None:
    """Return the price of *model* in the setting model_prices; None where it has none there.

    Raise InputError where the setting cannot be read.
    """
    for entry in (settings.value("model_prices") or "").split(";"):
        words = entry.split()
        if not words:
            continue
        match words:
            case [name, questions, replies, currency] if _is_price(questions) and _is_price(replies):
                if name == model:
                    return Price(float(questions), float(replies), currency)
            case _:
                raise InputError(f"The setting model_prices has an entry {entry.strip()!r}.", _EXAMPLE)
    return None


def _is_price(text: str) -> bool:
    try:
        return 0 <= float(text) < float("inf")
    except ValueError:
        return False
