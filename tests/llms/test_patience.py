"""When a question is asked again, and after what pause."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from culturex.llms.client import open_model
from culturex.llms.patience import Patience, StoppedError
from culturex.llms.trouble import BUSY, FAILED, ModelError
from loopback import Loopback, Scripted

Serve = Callable[..., Loopback]


def ask(patience: Patience | None = None, seconds: float = 5) -> str:
    model = open_model("loop", seconds=seconds)
    return (patience or Patience()).ask(lambda: model.ask("?")).text


def test_a_busy_server_is_asked_again(serve: Serve) -> None:
    server = serve([Scripted(status=429), "Yes"])
    assert (ask(), len(server.asked)) == ("Yes", 2)


def test_the_pause_that_the_server_asks_for_is_kept(serve: Serve) -> None:
    serve([Scripted(status=429, headers={"Retry-After": "0.7"}), "Yes"])
    begun = time.monotonic()
    ask()
    assert time.monotonic() - begun >= 0.7


def test_every_other_question_waits_as_well(serve: Serve) -> None:
    server = serve([Scripted(status=429, headers={"Retry-After": "0.7"}), "Yes"])
    patience = Patience()
    first = threading.Thread(target=ask, args=(patience,))
    first.start()
    while not server.asked:
        time.sleep(0.01)
    time.sleep(0.2)
    begun = time.monotonic()
    ask(patience)
    first.join()
    assert time.monotonic() - begun > 0.2


def test_a_server_that_fails_three_times_is_given_up(serve: Serve) -> None:
    server = serve(Scripted(status=500, error="broken"))
    with pytest.raises(ModelError, match="500 Internal Server Error: broken"):
        ask()
    assert len(server.asked) == 3


def test_a_server_that_fails_twice_gets_its_third_chance(serve: Serve) -> None:
    serve([Scripted(status=500), Scripted(status=502), "Yes"])
    assert ask() == "Yes"


def test_a_hang_is_asked_once_more(serve: Serve) -> None:
    serve([Scripted("late", hang=30), "Yes"])
    assert ask(seconds=0.3) == "Yes"


@pytest.mark.parametrize("status", [400, 401, 404, 422])
def test_what_will_be_no_better_is_not_asked_again(serve: Serve, status: int) -> None:
    server = serve(Scripted(status=status))
    with pytest.raises(ModelError):
        ask()
    assert len(server.asked) == 1


def test_a_server_that_wants_an_hour_is_left_alone() -> None:
    error = ModelError("busy", BUSY, wait=3600.0)
    assert (error.is_passing, error.is_final) == (False, True)


def test_pauses_grow_and_differ(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    patience = Patience()
    monkeypatch.setattr(patience, "_rest", pauses.append)

    def busy() -> None:
        raise ModelError("busy", BUSY)

    with pytest.raises(ModelError):
        patience.ask(busy)
    grown = pauses[1::2]  # every other one is before a question, and none
    assert len(grown) == 5
    assert grown == sorted(grown)
    assert grown[-1] > 8 * 0.01


def test_a_wish_to_stop_ends_the_pause() -> None:
    wish = threading.Event()
    threading.Timer(0.1, wish.set).start()

    def failing() -> None:
        raise ModelError("broken", FAILED, wait=60.0)

    begun = time.monotonic()
    with pytest.raises(StoppedError):
        Patience(wish.is_set).ask(failing)
    assert time.monotonic() - begun < 5
