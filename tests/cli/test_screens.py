"""Sessions look as they did: pictures of screens in tmux, made by tools/take_screens.py."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
_COLOUR = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7])[;m]")


def _tool() -> ModuleType:
    import sys

    spec = importlib.util.spec_from_file_location("take_screens", ROOT / "tools" / "take_screens.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


screens = _tool()


@pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")
@pytest.mark.parametrize("colour", [True, False], ids=["colour", "no-color"])
@pytest.mark.parametrize("width", screens.WIDTHS)
def test_screens_are_as_they_were(width: int, colour: bool) -> None:
    files = {scene: screens.FOLDER / screens.name_of(scene, width, colour=colour) for scene in screens.SCENES}
    wanted = {scene: file.read_text("utf-8") for scene, file in files.items()}
    taken = screens.take(width, colour=colour, wanted=wanted)
    styled = taken.pop("card-styled")
    assert bool(_COLOUR.search(styled)) == colour
    assert list(taken) == list(wanted)
    for scene, shown in taken.items():
        assert shown == wanted[scene], scene


@pytest.mark.parametrize("picture", sorted(screens.FOLDER.glob("*.txt")), ids=lambda p: p.stem)
def test_no_line_is_wider_than_the_screen(picture: Path) -> None:
    from rich.cells import cell_len

    width = int(picture.stem.split("-")[1])
    assert max(cell_len(line) for line in picture.read_text("utf-8").splitlines()) <= width
