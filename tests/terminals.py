"""Programs in terminals: how a test waits for their end."""

from __future__ import annotations

import time
from typing import Any

# Seconds after which a program that has left its terminal and does not end is ended.
PATIENCE = 30.0


def finish(child: Any) -> None:
    """Close the terminal of *child* (a pexpect.spawn) as soon as the program has ended, and no later."""
    until = time.monotonic() + PATIENCE
    while child.isalive() and time.monotonic() < until:
        time.sleep(0.002)
    # pexpect waits a tenth of a second between closing a terminal and asking whether the program lives.
    child.ptyproc.delayafterclose = 0
    child.close(force=True)
