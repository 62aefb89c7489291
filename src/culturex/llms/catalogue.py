"""The models that llm and its plugins know, and what each can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from culturex.llms.address import where
from culturex.llms.library import library, registered


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be told of a model without asking it.

    *where* is local, remote or unknown, *host* the host it answers at if known; *key* the name of the key that it
    wants in llm, None where it wants none, and *has_key* whether llm has it; *plugin* the package that brings it.
    """

    name: str
    aliases: tuple[str, ...]
    where: str
    host: str | None
    schema: bool
    streaming: bool
    key: str | None
    has_key: bool
    plugin: str

    @property
    def is_ready(self) -> bool:
        """Tell whether nothing is missing to ask it."""
        return self.key is None or self.has_key


def catalogue() -> list[Facts]:
    """Return the models that llm knows, those that are ready first, else in llm's order.

    Raise InputError where llm is not installed, or its configuration is broken.
    """
    llm = library()
    facts = [_facts(llm, found.model, found.aliases) for found in registered()]
    return sorted(facts, key=lambda one: not one.is_ready)


def _facts(llm: Any, model: Any, aliases: list[str]) -> Facts:
    place, host = where(model)
    return Facts(
        name=model.model_id,
        aliases=tuple(aliases),
        where=place,
        host=host,
        schema=bool(model.supports_schema),
        streaming=bool(model.can_stream),
        key=model.needs_key,
        has_key=_has_key(llm, model),
        plugin=type(model).__module__.partition(".")[0].replace("_", "-"),
    )


def _has_key(llm: Any, model: Any) -> bool:
    """Tell whether *model* has its key; the key itself goes nowhere."""
    if not model.needs_key:
        return False
    try:
        return bool(model.get_key())
    except llm.NeedsKeyException:
        return False
