"""Run the command line: ``python -m culturex`` and the ``culturex`` script."""

from __future__ import annotations

import gc


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Imports make thousands of objects that live to the end: looking through them for garbage is a twentieth of
    # the time that a short command takes.
    gc.disable()
    from culturex.cli.app import run

    gc.freeze()
    gc.enable()
    raise SystemExit(run())


if __name__ == "__main__":
    main()
