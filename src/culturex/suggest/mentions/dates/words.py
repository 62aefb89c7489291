"""The words of dates of a language, each with its letter; ``dates/rows.py`` turns a text into a row of them.

A row such as ``fD-DMY`` (for "from 14-18 November 2022") lets the patterns of ``dates/patterns.py`` serve every
language: a language only says in its ``dates.toml`` which words are months, "from", "last" and so on.

Sections of ``dates.toml`` (forms are lower case; ``jan{uar,ner}`` stands for two forms, a final ``*`` for any ending):
``months_more`` and ``weekdays_more`` (forms beside the generated ``cldr`` ones, 1 = January, 1 = Monday), ``seasons``,
``units``, ``relative`` and ``anaphora`` (``"day-1" = ["yesterday"]``), ``shift`` (last, this, next), ``phase``,
``holidays`` (codes as in ``dates/holidays.py``), ``decades`` (``198X``), ``fixed`` (days), ``parts`` (``quarter1``,
``half1``, and ``part1`` for a half that is one of the year only if the year is named),
``words`` (the small words, see WORDS; ``from_on`` are those that mean "since" or "from"), ``numbers``, ``hundreds``
("nineteen" of years), ``ordinals``, ``eras`` (by the year before their first), ``lunar`` and ``solar`` (months of other
calendars), ``jubilees`` (numbers of years told without one), ``traps``, ``tense``, and the settings
``slashed``, ``also`` (other languages whose words are understood), ``capitalised``, ``weak``, ``prefixes``,
``spaceless``, ``year_back`` (543 where years are Buddhist), ``bare_years`` (years stand without a preposition).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from culturex.suggest.languages import table

# The letter of each sort of word. Punctuation stands for itself; ``x`` is anything else.
WORDS = {
    "from": "f", "between": "b", "to": "t", "until": "t", "and": "&", "of": "o", "the": "a", "in": "i", "on": "w",
    "after": "F", "since": "g", "from_on": "g", "by": "G", "ago": "A", "earlier": "B", "later": "C", "from_now": "Z",
    "every": "V", "year_label": "c", "year_mark": "K", "month_mark": "j", "day_mark": "z", "month_before": "J",
    "anniversary": "s", "own": "a", "decade_mark": "~",
}  # fmt: skip
_MARKS = {
    "year_mark": "year",
    "month_mark": "month",
    "day_mark": "day",
    "until": "until",
    "from_on": "from_on",
    "earlier": "early",
    "later": "late",
    "own": "own",
}
SHIFTS = {"last": ("L", -1), "this": ("H", 0), "next": ("X", 1), "coming": ("Q", 1), "past": ("l", -1)}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_SIGNED = re.compile(r"([a-z]+)([+-]\d+)")
_BRACES = re.compile(r"(.*?)\{(.*?)\}(.*)")

# Words of letters and numbers: whole dates, times, grouped and decimal numbers, plain ones with an ordinal ending. Web
# addresses are swallowed whole, and so are words that hold a number ("G20"). Each begins with one set of characters
# (``\d\d{3}``, not ``\d{4}``): ``re`` skips such an alternative by a look at the first character.
_ADDRESS = r"https?://\S{1,999}|www\.\S{1,999}"
# What makes a number the day of a month: behind it, set apart from it as web pages do ("13 th", "1 er"), or behind a
# hyphen; "х" and "ші" are those of decades.
_APART, _FIRST_APART = ("st", "nd", "rd", "th"), ("er", "º", "°")
_HYPHENED, _OF_DECADES = ("го", "е", "ое", "й", "ти"), ("х", "ші", "ті", "те", "тите")
ORDINAL_ENDINGS = frozenset((*_APART, *_FIRST_APART, *_HYPHENED, "ère", "re", "ª", "e", "ème"))
_NUMBER = (
    r"|\d\d{3}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,2}(?!\d)(?:[-_]\w{1,40})?"
    r"|\d\d?(?:\.[ \u00a0]?\d{1,2}\.[ \u00a0]?|/\d{1,2}/|-\d{1,2}-)(?:\d{4}|\d{2})(?![\d/]|-[a-z])"
    r"|\d\d?:\d{2}(?::\d{2})?"
    r"|\d\d{3}(?=,\d\d:)|\d\d{0,2}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d\d*(?!,(?:19|20)\d\d(?!\d))[.,]\d+"
    rf"|\d\d*(?:-(?:{'|'.join(_HYPHENED + _OF_DECADES)})\b|['’]s\b| (?:{'|'.join(_APART)})\b"
    r"|(?<=\b1) (?:er\b|[º°])|\.º|[A-Za-zºª°èé]{1,20})?"
    r"|['’]\d\d(?:s\b|(?!\w))"
)
_AND_BEFORE_NUMBER = r"|و(?=\d)"  # of one word with it: "5 و6"
_ANY_WORD = r"|[^\W\d_][^\W_]*"
# Numbers in Chinese characters where they are a day, a month before a day, or a year.
HAN = "〇零一二三四五六七八九十百"
_HAN_NUMBER = (
    rf"(?<=月)[{HAN}]{{1,3}}(?=[日号號])|[{HAN}]{{1,3}}(?=月[{HAN}\d]{{1,3}}[日号號])|[〇零一二三四五六七八九]{{4}}(?=年)"
    rf"|(?<=令和|平成|昭和|大正|明治|民国|民國)[{HAN}]{{1,5}}(?=年)"
)
_LATIN_WORD = r"|[a-z\u00e0-\u024f]+"
_WEAK = {"M": "m", "W": "v"}
_TELLING = frozenset("MmWvRÝrqukKjJIdhU^@%~")
_TRAPS = (
    "before_year",
    "after_year",
    "may_follow",
    "of_accounts",
    "of_sport",
    "of_degrees",
    "plurals",
    "until_behind",
    "about",
    "beside_today",
    "year_endings",
)
_STEM_HEAD = 3  # letters of a stem that are its key
# What joins the parts of one word.
_JOINTS = re.compile(r"[-'’‑.]")
_PIECE = re.compile(r"[^\W_]+")
_FIRST_WORD = re.compile(r"[^\W\d_][^\W_]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word means: its letter, its value, and whether it counts only with a capital letter."""

    letter: str
    value: Any = None
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A word: what it means *alone*, the *phrases* (longest first) that begin with it, and what *follow*s in those."""

    alone: Entry | None
    phrases: Sequence[tuple[str, Entry]] = ()
    follow: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """The words of some languages with the pattern that cuts a text into words and numbers.

    *heads* has what each word means and may begin, *stems* the forms with any ending under their first letters,
    *telling* the words that a date in words cannot do without and *inside* all words that stand in one, case-folded.
    *run_on* tells that one of the languages is written without spaces, *year_back* how many years its calendar is
    ahead, *solar* that its years are those of the Iranian calendar. *before_year* and those after it are lists of
    ``traps``.
    """

    pattern: re.Pattern[str]
    heads: Mapping[str, Head]
    stems: dict[str, list[tuple[str, Entry]]]
    telling: frozenset[str]
    inside: frozenset[str]
    run_on: bool
    year_back: int
    solar: bool
    before_year: frozenset[str]
    slashed: str
    after_year: frozenset[str] = frozenset()
    may_follow: frozenset[str] = frozenset()
    of_accounts: frozenset[str] = frozenset()
    of_sport: frozenset[str] = frozenset()
    of_degrees: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    until_behind: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    beside_today: frozenset[str] = frozenset()
    year_endings: frozenset[str] = frozenset()
    bare_years: bool = False

    def stem(self, word: str) -> Entry | None:
        """Return what *word* means by its stem."""
        known = self.stems.get(word[:_STEM_HEAD], ())
        return next((e for stem, e in known if word.startswith(stem) and len(word) <= len(stem) + 6), None)

    def may_tell(self, word: str) -> bool:
        """Tell whether a date may stand at *word*: a telling word, a number, or one with such a part ("mid-May")."""
        if word in self.telling or word[:_STEM_HEAD] in self.stems:
            return True
        return not word.isalpha() and self.may_belong(word)

    def may_belong(self, word: str) -> bool:
        """Tell whether a date may hold *word* (case-folded), or a phrase of dates, or a part of it."""
        parts = (word,) if word.isalpha() else _JOINTS.split(word)
        return any(
            part in self.inside or part[:_STEM_HEAD] in self.stems or not part.isalpha() for part in parts if part
        )


def expand(form: str) -> Iterator[str]:
    """Yield the forms that a form with braces stands for.

    >>> list(expand("январ{ь,я}"))
    ['январь', 'января']
    """
    match = _BRACES.fullmatch(form)
    if not match:
        yield form
        return
    for middle in match[2].split(","):
        yield from expand(match[1] + middle + match[3])


@cache
def vocabulary(languages: tuple[str, ...]) -> Vocabulary:
    """Return the words of *languages* (ISO 639-1), with those each of them names as ``also``; the first one rules."""
    order = list(languages)
    for code in languages:
        order += [other for other in table(code, "dates").get("also", []) if other not in order]
    forms: dict[str, Entry] = {}
    run_on: list[str] = []
    traps: dict[str, set[str]] = {name: set() for name in _TRAPS}
    for code in order:
        data = table(code, "dates")
        own = dict(_entries(data))
        forms = own | forms
        run_on += list(own) if data.get("spaceless") else []
        for name, known in traps.items():
            known.update(form for raw in data.get("traps", {}).get(name, ()) for form in expand(raw))
    slashed = next((t["slashed"] for c in order if "slashed" in (t := table(c, "dates"))), "dmy")
    words, phrases, stems = _sorted_out(forms, frozenset(run_on))
    heads = {word: _head(word, words.get(word), phrases.get(word, ())) for word in (*words, *phrases)}
    tokens = f"|(?P<han>{_HAN_NUMBER})|{_alternation(run_on)}{_LATIN_WORD}" if run_on else _ANY_WORD
    if "و" in table(order[0], "dates").get("prefixes", ()):
        tokens = _AND_BEFORE_NUMBER + tokens
    return Vocabulary(
        pattern=re.compile(_ADDRESS + tokens + _day_before(forms) + _NUMBER),
        heads=heads,
        stems=stems,
        telling=frozenset(map(str.casefold, _telling(forms))) if not run_on else frozenset(),
        inside=frozenset(_APART + _FIRST_APART).union(
            word for form in forms for word in _PIECE.findall(form.casefold())
        ),
        run_on=bool(run_on),
        year_back=table(languages[0], "dates").get("year_back", 0),
        solar="solar" in table(languages[0], "dates"),
        slashed=slashed,
        bare_years=table(languages[0], "dates").get("bare_years", False),
        **{name: frozenset(known) for name, known in traps.items()},
    )


def _day_before(forms: Mapping[str, Entry]) -> str:
    """Return the pattern of a day and month in digits before a dash or a word for "to": "1.7. bis 15.8.2018"."""
    to = sorted(form for form, entry in forms.items() if entry.letter == "t" and form.isalpha())
    words = "".join(rf"|{form}\b" for form in to)
    return rf"|\d\d?\.\d{{1,2}}\.(?=[ \u00a0]?(?:[-–—]{words})[ \u00a0]?\d)"


def _head(word: str, alone: Entry | None, phrases: Sequence[tuple[str, Entry]]) -> Head:
    return Head(alone, phrases, tuple(form[len(word) :] for form, _ in phrases))


def _telling(forms: dict[str, Entry]) -> frozenset[str]:
    """Return the words without which no date is told in words: months, days, units, and the ends of phrases."""
    last = [form.split()[-1] for form, entry in forms.items() if entry.letter in _TELLING]
    # Scripts with vowel signs come out as pieces of words.
    return frozenset(last) | {first.group() for form in last if (first := _FIRST_WORD.match(form))}


_Forms = dict[str, list[tuple[str, Entry]]]


def _sorted_out(forms: dict[str, Entry], run_on: frozenset[str]) -> tuple[dict[str, Entry], _Forms, _Forms]:
    """Return single words, phrases under their first word and stems under their first letters."""
    words: dict[str, Entry] = {}
    phrases: _Forms = {}
    stems: _Forms = {}
    for form in sorted(forms, key=len, reverse=True):
        first = None if form in run_on else _FIRST_WORD.match(form)
        if form.endswith("*"):
            stems.setdefault(form[:_STEM_HEAD], []).append((form[:-1], forms[form]))
        elif first and first.end() < len(form):
            phrases.setdefault(first.group(), []).append((form, forms[form]))
        else:
            words[form] = forms[form]
    return words, phrases, stems


def _entries(data: dict[str, Any]) -> Iterator[tuple[str, Entry]]:
    """Yield each form of a language's table with its meaning; a later one wins."""
    capital = frozenset(data.get("capitalised", ()))
    weak = frozenset(data.get("weak", ()))
    prefixes = ["", *data.get("prefixes", ())]
    for raw, letter, value in _forms(data):
        for form in expand(raw):
            shown = _WEAK.get(letter, letter) if form in weak else letter
            for prefix in prefixes if letter.isalpha() else [""]:
                yield prefix + form, Entry(shown, value, form in capital)
            if "ı" in form:  # capital I of Turkish is lowered to i
                yield form.replace("ı", "i"), Entry(shown, value)


def _forms(data: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    names = data.get("cldr", {})
    for section, letter in (("months_short", "m"), ("weekdays_short", "v"), ("months", "M"), ("weekdays", "W")):
        for value, forms in enumerate(names.get(section, ()), 1):
            yield from ((form, letter, value) for form in forms)
        for key, forms in data.get(f"{section}_more", {}).items():
            yield from ((form, letter, int(key)) for form in forms)
    yield from ((form, "q", SEASONS[key]) for key, forms in data.get("seasons", {}).items() for form in forms)
    yield from ((f, "n", int(key)) for key, forms in data.get("numbers", {}).items() for f in forms)
    yield from ((f, "@", int(key)) for key, forms in data.get("eras", {}).items() for f in forms)
    for calendar in ("lunar", "solar"):
        yield from ((f, "%", (calendar, int(k))) for k, forms in data.get(calendar, {}).items() for f in forms)
    yield from ((f, "^", int(key)) for key, forms in data.get("hundreds", {}).items() for f in forms)
    yield from ((f, "p", int(key)) for key, forms in data.get("ordinals", {}).items() for f in forms)
    yield from ((f, "k" if k == "year" else "u", k) for k, forms in data.get("units", {}).items() for f in forms)
    for section, letter in (("relative", "R"), ("anaphora", "r")):
        for key, forms in data.get(section, {}).items():
            if match := _SIGNED.fullmatch(key):
                told = "Ý" if letter == "R" and match[1] == "year" else letter
                yield from ((form, told, (match[1], int(match[2]))) for form in forms)
    yield from ((f, "h", key) for key, forms in data.get("holidays", {}).items() for f in forms)
    yield from ((f, "d", key) for key, forms in data.get("decades", {}).items() for f in forms)
    yield from ((f, "I", tuple(map(int, k.split("-")))) for k, forms in data.get("fixed", {}).items() for f in forms)
    yield from ((f, "U", (k[:-1], int(k[-1]))) for k, forms in data.get("parts", {}).items() for f in forms)
    yield from ((f, *SHIFTS[key]) for key, forms in data.get("shift", {}).items() for f in forms)
    yield from ((form, "e", key) for key, forms in data.get("phase", {}).items() for form in forms)
    yield from ((f, WORDS[key], _MARKS.get(key)) for key, forms in data.get("words", {}).items() for f in forms)
    yield from ((form, "x", None) for form in data.get("traps", {}).get("phrases", ()))


def _alternation(forms: list[str]) -> str:
    """Return a pattern of the forms of languages written without spaces, grouped by first letter."""
    groups: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        groups.setdefault(form[0], []).append(re.escape(form[1:]))
    return "(?:" + "|".join(f"{re.escape(head)}(?:{'|'.join(tails)})" for head, tails in groups.items()) + ")"
