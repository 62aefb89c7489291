"""Fixtures that several test files share."""

from __future__ import annotations

import gc
import io
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A slow moment of the machine is no fault of a test.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# The programs that tests start are compiled once and not each time, whatever the machine says.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# The tables of all languages live to the end: to look through them for garbage as often as Python does by itself takes
# a quarter of the time of the tests.
gc.set_threshold(50_000, 20, 100)

ROOT = Path(__file__).resolve().parent.parent


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run one worker more than there are cores: a third of the time is waiting for programs in terminals."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores + 1


def reference_folder() -> Path:
    """Return the folder that holds the reference articles and codings, beside the checkout or as the variable says."""
    return Path(os.environ.get("CULTUREX_REFERENCE", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference articles (``articles/``) and codings (``gold/``); the test is skipped without it."""
    folder = reference_folder()
    if not (folder / "articles").is_dir():
        pytest.skip("no reference articles beside this checkout")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample articles."""
    return ROOT / "samples" / "articles"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home and working folder, with nothing of the user's own settings."""
    own = ("DB", "CONFIG", "CONFIDENCE", "MODEL", "MODEL_SECONDS", "MODEL_PRICES")
    others = ("LLM_USER_PATH", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "FORCE_COLOR")
    for name in (*(f"CULTUREX_{name}" for name in own), *others):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CULTUREX_CODER", "tester")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


@dataclass(frozen=True)
class Result:
    """What one command line did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output read as one JSON value."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        """Standard output as lines of cells, the header line first."""
        return [line.split("\t") for line in self.out.splitlines()]


class _Stream(io.TextIOWrapper):
    def isatty(self) -> bool:
        return False


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run one command line of culturex in an empty home: ``run("list", "--json")``; *stdin* is text or bytes."""
    from culturex.cli import app, settings

    def command(*args: object, stdin: str | bytes = b"") -> Result:
        settings._read.cache_clear()
        data = stdin.encode() if isinstance(stdin, str) else stdin
        streams = {
            "stdin": _Stream(io.BytesIO(data), encoding="utf-8"),
            "stdout": _Stream(io.BytesIO(), encoding="utf-8", write_through=True),
            "stderr": _Stream(io.BytesIO(), encoding="utf-8", write_through=True),
        }
        with monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            code = app.run([str(a) for a in args])
        out, err = (streams[name].buffer.getvalue().decode("utf-8") for name in ("stdout", "stderr"))  # type: ignore[attr-defined]
        return Result(code, out, err)

    return command


@pytest.fixture
def store() -> Iterator[Any]:
    """An empty store in memory, open for writing."""
    from culturex.store import Store

    with Store.open(None, coder="tester") as opened:
        yield opened


@pytest.fixture(scope="session")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store that the tests of a library copy."""
    from library import fill

    path = tmp_path_factory.mktemp("library") / "culturex.db"
    fill(path)
    return path


@pytest.fixture
def library(home: Path, _library: Path) -> Path:
    """A store in the working folder with six articles and twelve known events."""
    return Path(shutil.copy(_library, Path.cwd() / "culturex.db"))


@pytest.fixture
def patience() -> Iterator[None]:
    """Fail a test that waits for a key that never comes."""

    def stop(*_: object) -> None:
        raise TimeoutError("no key came")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 60)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)
