"""Run the command line: ``python -m culturex`` and the ``culturex`` script."""

from __future__ import annotations


def main() -> None:
    """Run the command line and leave with its exit code."""
    from culturex.cli.app import run

    raise SystemExit(run())


if __name__ == "__main__":
    main()
