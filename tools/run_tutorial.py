#!/usr/bin/env python3
"""Run the commands of docs/tutorial.md and write their output beneath them.

    tools/run_tutorial.py [PAGE]

In each ``console`` block the lines that begin with ``$ `` are commands (a line that ends with a backslash goes on in
the next); all else in the block is output and is replaced. The commands run one after the other in a fresh folder
that holds a copy of samples/, in a terminal of 110 columns, without colour and with a home folder of their own. A
command that fails stops the run, and the page stays as it was. Runs on systems with pseudo-terminals only.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shutil
import struct
import sys
import tempfile
import termios
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = 110
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def commands(block: str) -> Iterator[str]:
    """Yield the commands of a console *block* as they are written, those of several lines whole."""
    command = ""
    for line in block.splitlines():
        if command or line.startswith("$ "):
            command += line + "\n"
            if not line.endswith("\\"):
                yield command.rstrip("\n")
                command = ""


def run(command: str, folder: Path, home: Path) -> str:
    """Run a shell *command* in a pseudo-terminal and return what it shows; raise SystemExit if it fails."""
    pid, terminal = pty.fork()
    if pid == 0:
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        quiet = {"NO_COLOR": "1", "TERM": "xterm", "LANG": "C.UTF-8", "CULTUREX_CODER": "anna"}
        os.chdir(folder)
        os.execve("/bin/sh", ["sh", "-c", command], {"HOME": str(home), "PATH": path, **quiet})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    shown = b""
    while True:
        try:
            read = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other end is closed
            read = b""
        if not read:
            break
        shown += read
    text = _CONTROL.sub("", shown.decode().replace("\r\n", "\n")).replace(str(home), "/home/anna")
    lines = [line.rpartition("\r")[2].rstrip() for line in text.splitlines()]
    if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]):
        raise SystemExit(f"{command}\nfailed:\n{text}")
    return "\n".join(lines).strip("\n")


def fill(page: str, folder: Path, home: Path) -> str:
    """Return the *page* with the output of its commands, run in *folder*."""

    def block(match: re.Match[str]) -> str:
        parts = [f"{c}\n{run(c.removeprefix('$ '), folder, home)}".rstrip() for c in commands(match[0])]
        return "\n\n".join(parts) + "\n"

    return _BLOCK.sub(block, page)


def main() -> None:
    """Fill the page named on the command line, docs/tutorial.md without one."""
    page = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "tutorial.md"
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "study")
        shutil.copytree(ROOT / "samples", folder / "samples")
        page.write_text(fill(page.read_text("utf-8"), folder, Path(home)), "utf-8")


if __name__ == "__main__":
    main()
