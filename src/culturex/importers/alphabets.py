"""Single-byte encodings told apart by the words that they give: which one makes words of some language?

A letter outside ASCII fits where its whole word is written in one language's alphabet, in small letters, in capitals
or with a capital first; and in a script other than Latin, that script's commonest letters must be common. The
encoding under which most letters fit is the one. Punctuation that all these encodings share does not count.
The alphabets are the main exemplar characters of Unicode CLDR; capitals are made from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_BELARUSIAN = "абвгдеёжзійклмнопрстуўфхцчшыьэюя"
_SERBIAN = "абвгдђежзијклљмнњопрстћуфхцчџш"
_MACEDONIAN = "абвгдѓежзѕијклљмнњопрстќуфхцчџш"
_KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"
_HEBREW = "אבגדהוזחטיכךלמםנןסעפףצץקרשת"
_ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگی"
_THAI = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))))
_POLISH = "ąćęłńóśźż"
_CZECH = "áčďéěíňóřšťúůýž"
_SLOVAK = "áäčďéíľĺňóôŕšťúýž"
_CROATIAN = "čćđšž"
_HUNGARIAN = "áéíóöőúüű"
_WESTERN = (
    "àâæçéèêëîïôœùûüÿ",  # French
    "äöüß",  # German
    "áéíñóúü",  # Spanish
    "áàâãçéêíóôõúü",  # Portuguese
    "àèéìíòóù",  # Italian
    "æøåé",  # Danish, Norwegian
    "åäöé",  # Swedish, Finnish
    "ëïéèöü",  # Dutch, Albanian
    "àçèéíïòóúü",  # Catalan
)

# Python's codec -> the letters outside ASCII of each language that was written in it. Where two encodings give the
# same words, the one that stands first is taken: the order is that of their use.
ALPHABETS: dict[str, tuple[str, ...]] = {
    "cp1252": _WESTERN,
    "cp1251": (_RUSSIAN, _UKRAINIAN, _BELARUSIAN, _SERBIAN, _MACEDONIAN),
    "cp1254": ("çğıöşüâîûİ",),
    "cp1250": (_POLISH, _CZECH, _SLOVAK, _HUNGARIAN, "ăâîşţ", _CROATIAN),
    "iso8859_2": (_POLISH, _CZECH, _SLOVAK, _HUNGARIAN, _CROATIAN),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"),
    "cp1255": (_HEBREW,),
    "koi8_r": (_RUSSIAN,),
    "koi8_u": (_UKRAINIAN, _BELARUSIAN),
    "cp866": (_RUSSIAN, _BELARUSIAN),
    "iso8859_5": (_RUSSIAN, _BELARUSIAN, _SERBIAN, _MACEDONIAN),
    "mac_cyrillic": (_RUSSIAN, _UKRAINIAN),
    "kz1048": (_KAZAKH,),
    "cp1253": (_GREEK,),
    "iso8859_7": (_GREEK,),
    "cp1256": (_ARABIC,),
    "cp874": (_THAI,),
    "mac_roman": _WESTERN[:5],
}
# The commonest letters of a script: more than half of a text in any of its languages, far fewer of a misread one.
_COMMON = {_GREEK: "αοιετσνηυρ", _HEBREW: "יוהלארתמבש", _ARABIC: "الينمرتوبهة", _THAI: "านรอกเงมยลวดทส่้ัี"}
_COMMON_CYRILLIC = "оеаинтсрлвыі"
_ENOUGH = 0.9
_ENOUGH_COMMON = 0.5
_PUNCTUATION = "\u00a0«»„“”‘’‚–—…№§°·©®´¿¡"
_FOREIGN = re.compile(f"[^\x00-\x7f{_PUNCTUATION}]")
_SAMPLE = 4096  # bytes of words with letters outside ASCII that are looked at


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """What matches a word written as the language writes it; its letters outside ASCII; the commonest of these."""

    word: re.Pattern[str]
    letter: re.Pattern[str]
    common: re.Pattern[str] | None


def guess(data: bytes) -> str | None:
    """Return the single-byte encoding that makes words of *data*, or None where none does convincingly."""
    sample = b" ".join(_words(data))
    if not _FOREIGN.search(sample.decode("cp1252", "replace")):
        return "cp1252"  # curly quotes and dashes alone
    best, best_score = None, _ENOUGH
    for codec, alphabets in _alphabets().items():
        try:
            text = sample.decode(codec)
        except UnicodeDecodeError:
            continue
        score = max(_score(text, alphabet) for alphabet in alphabets)
        if score > best_score:
            best, best_score = codec, score
    return best


def _words(data: bytes) -> Iterator[bytes]:
    """Yield what stands between white space and holds bytes outside ASCII, up to the size of a sample."""
    size = 0
    for match in re.finditer(rb"\S{1,200}", data):
        if not match.group().isascii():
            yield match.group()
            size += len(match.group())
            if size > _SAMPLE:
                return


def _score(text: str, alphabet: _Alphabet) -> float:
    """Return the share of letters outside ASCII that fit."""
    fitting = alphabet.letter.findall("".join(alphabet.word.findall(text)))
    foreign = len(_FOREIGN.findall(text))
    if not foreign or not fitting:
        return 0.0
    if alphabet.common and len(alphabet.common.findall("".join(fitting))) < _ENOUGH_COMMON * len(fitting):
        return 0.0
    return len(fitting) / foreign


@cache
def _alphabets() -> dict[str, tuple[_Alphabet, ...]]:
    return {codec: tuple(map(_alphabet, letters)) for codec, letters in ALPHABETS.items()}


@cache
def _alphabet(letters: str) -> _Alphabet:
    capitals = "".join(c for letter in letters if len(c := letter.upper()) == 1 and c not in letters)
    latin = letters[0] < "\u0250"
    low, up = (letters + "a-z", capitals + "A-Z") if latin else (letters, capitals)
    shape = f"[{up}]?[{low}]+|[{up}]+" if up else f"[{low}]+"
    common = _COMMON_CYRILLIC if "а" in letters else _COMMON.get(letters)
    return _Alphabet(
        re.compile(f"(?<![^\\W\\d_])(?:{shape})(?![^\\W\\d_])"),
        re.compile(f"[{letters}{capitals}]"),
        re.compile(f"[{common}{common.upper()}]") if common else None,
    )
