"""Measure culturex as a user meets it: whole commands, byte-compiled, as ratios to ``python -c pass`` and as rates.

Usage: python bench/run.py [--articles 10000] [--runs 11]

Each command runs in turn with ``python -c pass``, so that a slow moment of the machine strikes both; the medians of the
ratios are printed. The rates are of one core and include the start of the program.
"""

from __future__ import annotations

import argparse
import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from articles import make

CULTUREX = [sys.executable, "-m", "culturex"]
# Events in the store of the start-up runs.
EVENTS = 1000


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return the wall time of one run of *command*, its output thrown away; raise where it fails."""
    begun = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - begun


def seconds_in_terminal(command: list[str], environment: dict[str, str]) -> float:
    """Return the wall time of one run of *command* in a pseudo-terminal."""
    begun = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(command[0], command, environment)
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:  # Linux says so when the other end is closed
        pass
    os.waitpid(pid, 0)
    os.close(terminal)
    return time.perf_counter() - begun


def ratio(
    command: list[str], environment: dict[str, str], runs: int, timed: Callable[[list[str], dict[str, str]], float]
) -> float:
    """Return the median of the times of *command* over those of ``python -c pass``, run in turn."""
    floor = [sys.executable, "-c", "pass"]
    timed(command, environment)
    return statistics.median(timed(command, environment) / seconds(floor, environment) for _ in range(runs))


def main() -> None:
    """Print the ratios and the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args()
    # Measuring the compiler is no use: compiled modules are kept, as in an installed program.
    plain = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {
        "TERM": "xterm",
        "COLUMNS": "120",
    }
    with tempfile.TemporaryDirectory() as folder:
        environment = plain | {"HOME": folder, "CULTUREX_DB": f"{folder}/culturex.db"}
        make(Path(folder, "articles"), options.articles)
        spent = seconds([*CULTUREX, "import", f"{folder}/articles"], environment)
        print(f"import            {options.articles / spent:8.0f} articles a second")
        spent = seconds([*CULTUREX, "tag", "--auto"], environment)
        print(f"tag --auto        {options.articles / spent:8.0f} articles a second")
        small = plain | {"HOME": folder, "CULTUREX_DB": f"{folder}/small.db"}
        make(Path(folder, "few"), EVENTS // 2)
        seconds([*CULTUREX, "import", f"{folder}/few"], small)
        seconds([*CULTUREX, "tag", "--auto"], small)
        print(f"--help            {ratio([*CULTUREX, '--help'], small, options.runs, seconds):8.1f} x python -c pass")
        listing = [*CULTUREX, "list", "--limit", str(EVENTS)]
        print(f"list, in a pipe   {ratio(listing, small, options.runs, seconds):8.1f} x python -c pass")
        times = ratio(listing, small, options.runs, seconds_in_terminal)
        print(f"list, as a table  {times:8.1f} x python -c pass")


if __name__ == "__main__":
    main()
