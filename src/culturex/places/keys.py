"""Keys: how a name is folded before it is looked up, so that spelling variants meet.

``key("Côte d'Ivoire") == key("COTE D’IVOIRE") == "cote d ivoire"``. The builder of the gazetteer and every lookup
use the same function. Scripts that write without spaces (Chinese, Japanese, Korean, Thai, Lao, Burmese, Khmer) come
out one character a word, so that a name is found inside a run of text.
"""

from __future__ import annotations

import re
import unicodedata

# One character a word: kana, Han, Hangul, Thai, Lao, Burmese, Khmer; Han also as the doubles that folding makes one.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\U0002f800-\U0002fa1f"
)
# Combining marks and Indic vowel signs that belong to a word but are no letters for ``re``.
JOINED = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff"
_TOKEN = f"([{UNSPACED}]|(?:[^\\W_{UNSPACED}]|[{JOINED}])+|&)"
_SPECIAL = f"[{UNSPACED}{JOINED}]"
_PLAIN_TOKEN = r"([^\W_]+|&)"
_ASCII_TOKEN = r"([A-Za-z0-9]+|&)"

# Marks that a reader takes for decoration: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels and hamza.
# The marks of the Cyrillic letters й and ї stay: they are letters of their own.
_MARKS = (
    "[\u0300-\u0305\u0307\u0309-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u02b0-\u02ff\u0640]+"
    "|(?<!и)\u0306|(?<!і)\u0308"
)
_FOLDED = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "e", "ħ": "h",
        "ŋ": "n", "ɵ": "o", "ё": "е", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "&": "and",
        **{chr(0xFF41 + i): chr(ord("a") + i) for i in range(26)},
    }
)  # fmt: skip


def fold(word: str) -> str:
    """Return one word without case, accents and look-alike letters.

    >>> fold("Türkiye"), fold("Ёлка"), fold("GROß")
    ('turkiye', 'елка', 'gross')
    """
    lowered = word.casefold()
    if lowered.isascii():
        return "and" if lowered == "&" else lowered
    bare = re.sub(_MARKS, "", unicodedata.normalize("NFD", lowered))
    return unicodedata.normalize("NFC", bare.translate(_FOLDED))


def _pattern(text: str) -> re.Pattern[str]:
    """Compile at the first use: short commands need the simpler pattern only."""
    if text.isascii():
        return re.compile(_ASCII_TOKEN)
    return re.compile(_TOKEN if re.search(_SPECIAL, text) else _PLAIN_TOKEN)


def cut(text: str) -> list[str]:
    """Return *text* cut into gaps and words in turn, beginning and ending with a gap, which may be empty.

    >>> cut("Guinea-Bissau.")
    ['', 'Guinea', '-', 'Bissau', '.']
    """
    return _pattern(text).split(text)


def words(text: str) -> list[str]:
    """Return the folded words of *text*.

    >>> words("Bosnia & Herzegovina"), words("U.S."), words("中国")
    (['bosnia', 'and', 'herzegovina'], ['u', 's'], ['中', '国'])
    """
    folded = (fold(found) for found in _pattern(text).findall(text))
    return [word for word in folded if word]


def key(text: str) -> str:
    """Return the key of a name: its folded words with a space between them.

    >>> key("Guinea-Bissau"), key("N’Djaména"), key("Ermenistan'ın")
    ('guinea bissau', 'n djamena', 'ermenistan in')
    """
    return " ".join(words(text))
