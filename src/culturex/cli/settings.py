"""Settings: from the environment, then from a file in the user's configuration folder, then the default."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from culturex.errors import InputError


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its name in the file, its variable, and what it does."""

    name: str
    variable: str
    help: str


SETTINGS = (
    Setting("db", "CULTUREX_DB", "The store to use where --db is not given."),
    Setting("coder", "CULTUREX_CODER", "The name that your codings carry; your login name otherwise."),
    Setting("confidence", "CULTUREX_CONFIDENCE", "0 to 1: tag and review accept without asking from here on."),
    Setting("model", "CULTUREX_MODEL", "The language model that tag --model default asks; none otherwise."),
    Setting("model_seconds", "CULTUREX_MODEL_SECONDS", "Seconds that a model has for one answer; 300 otherwise."),
    Setting("model_prices", "CULTUREX_MODEL_PRICES", "MODEL IN OUT CURRENCY; ...: price of a million tokens."),
)


def file() -> Path:
    """Return the path of the settings file, whether it exists or not."""
    if os.environ.get("CULTUREX_CONFIG"):
        return Path(os.environ["CULTUREX_CONFIG"])
    base = os.environ.get("XDG_CONFIG_HOME")
    if os.name == "posix" and base:
        return Path(base) / "culturex" / "config.toml"
    from platformdirs import user_config_path

    return user_config_path("culturex", appauthor=False) / "config.toml"


@cache
def _read(path: Path) -> dict[str, str]:
    try:
        text = path.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise InputError(f"The settings file {path} cannot be read: {why}.") from None
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"The settings file {path} is no valid TOML: {error}.") from None
    known = {s.name for s in SETTINGS}
    strange = [k for k in data if k not in known]
    if strange:
        raise InputError(f"The settings file {path} sets {strange[0]!r}.", f"Allowed: {', '.join(sorted(known))}.")
    for name, value in data.items():
        if not isinstance(value, str):
            raise InputError(f"The settings file {path} sets {name} to what is no text.", f'Write {name} = "...".')
    return data


def lookup(name: str) -> tuple[str | None, str]:
    """Return the value of a setting and where it comes from."""
    setting = next(s for s in SETTINGS if s.name == name)
    if os.environ.get(setting.variable):
        return os.environ[setting.variable], setting.variable
    path = file()
    found = _read(path).get(name)
    if found:
        return found, str(path)
    if name == "coder":
        return _login(), "login name"
    return None, "default"


def value(name: str) -> str | None:
    """Return the value of a setting, or None."""
    return lookup(name)[0]


def _login() -> str | None:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None
