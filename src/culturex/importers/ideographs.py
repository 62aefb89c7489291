"""Encodings of Chinese, Japanese and Korean told apart by the characters that they give.

Each of them reads the bytes of the others as characters too, but as rare ones: Korean is written in Hangul almost
alone, Japanese always has kana, and the first plane of the Chinese sets holds the characters in daily use.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

_WIDE = re.compile("[^\x00-\x7f\u3000-\u303f\uff00-\uff5e\u2000-\u206f]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_KANA = re.compile("[\u3041-\u30ff]")
_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
# First bytes of the characters in daily use: GB 2312 level 1 (rows 16 to 55) and Big5 level 1.
_GB_DAILY = range(0xB0, 0xD8)
_BIG5_DAILY = range(0xA4, 0xC7)


def guess(data: bytes) -> str | None:
    """Return the encoding of East Asia that reads *data* as common characters, or None."""
    for codec, read_as, fits in _TRIED:
        try:
            # not final: a sample may end inside a character
            text = codecs.getincrementaldecoder(codec)().decode(data)
        except UnicodeDecodeError:
            continue
        wide = len(_WIDE.findall(text))
        if wide and fits(text, wide):
            return read_as
    return None


def _korean(text: str, wide: int) -> bool:
    return len(_HANGUL.findall(text)) >= 0.9 * wide


def _japanese(text: str, wide: int) -> bool:
    kana, kanji = len(_KANA.findall(text)), len(_IDEOGRAPH.findall(text))
    return kana >= 0.1 * wide and kana + kanji >= 0.9 * wide


def _chinese(codec: str, daily: range) -> Callable[[str, int], bool]:
    def fits(text: str, wide: int) -> bool:
        common = sum(1 for char in _IDEOGRAPH.findall(text) if char.encode(codec)[0] in daily)
        return common >= 0.75 * wide

    return fits


# The strict codec that must read the bytes, the larger set to read them with, and what the text must be like.
_TRIED: tuple[tuple[str, str, Callable[[str, int], bool]], ...] = (
    ("euc_kr", "cp949", _korean),
    ("euc_jp", "euc_jp", _japanese),
    ("cp932", "cp932", _japanese),
    ("gb2312", "gb18030", _chinese("gb2312", _GB_DAILY)),
    ("gbk", "gb18030", _chinese("gbk", _GB_DAILY)),
    ("big5", "big5hkscs", _chinese("big5", _BIG5_DAILY)),
)
