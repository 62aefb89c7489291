"""Where a model answers: on this computer or network, at an address elsewhere, or unknown."""

from __future__ import annotations

import os
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

LOCAL, REMOTE, UNKNOWN = "local", "remote", "unknown"
# https://github.com/openai/openai-python: the address of its client, and the variable that changes it.
_OPENAI, _OPENAI_VARIABLE = "https://api.openai.com/v1", "OPENAI_BASE_URL"
# Endings of names that are not looked up beyond the own network: RFC 6762 (.local), RFC 6761 (.localhost), RFC 8375
# (.home.arpa), and .internal, which ICANN reserved for private use in 2024.
_OWN_ENDINGS = (".local", ".localhost", ".home.arpa", ".internal")
# Ollama passes questions to models of these names on to its provider (https://docs.ollama.com/cloud).
_PASSED_ON = ("-cloud", ":cloud")


def address_of(model: Any) -> str | None:
    """Return the address that *model*, of llm, sends its questions to; None where it does not tell."""
    for attribute in ("api_base", "base_url"):
        if isinstance(found := getattr(model, attribute, None), str) and found:
            return found
    if type(model).__module__.startswith("llm.default_plugins.openai"):
        return os.environ.get(_OPENAI_VARIABLE) or _OPENAI
    return None


def where(model: Any) -> tuple[str, str | None]:
    """Return LOCAL, REMOTE or UNKNOWN, and the host with its port where there is one.

    A model that wants a key and names no address is remote: its provider is asked over the network.
    """
    address = address_of(model)
    if address is None:
        return (REMOTE, None) if getattr(model, "needs_key", None) else (UNKNOWN, None)
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return REMOTE, None
    named = f"{host}:{port}" if port else host
    if str(getattr(model, "model_name", None) or model.model_id).endswith(_PASSED_ON):
        return REMOTE, named
    return (LOCAL if is_own(host) else REMOTE), named


def is_own(host: str) -> bool:
    """Tell whether *host* is this computer or lies in a private network, by its name or number alone.

    >>> is_own("127.0.0.1"), is_own("192.168.1.5"), is_own("models.local"), is_own("api.example.org")
    (True, True, True, False)
    """
    try:
        number = ip_address(host)
    except ValueError:
        name = host.lower().rstrip(".")
        # A name without a dot is one of the own network: no provider can be reached by it.
        return bool(name) and ("." not in name or name.endswith(_OWN_ENDINGS))
    return number.is_private or number.is_loopback or number.is_link_local
