"""The words that tell of events: a language's ``events.toml`` compiled, and the cues it finds in an article.

A table entry is a word or a phrase. ``*`` at its end stands for any ending (``exhibition*``), at its beginning for any
beginning (``*austausch*``), so that inflected and compound forms need one entry. In languages that write without
spaces an entry is found anywhere in the running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

from culturex.suggest.document import Document
from culturex.suggest.languages import table
from culturex.suggest.mentions.memory import Memory

# No article that a person wrote has more cues; a text that repeats one word a million times must not cost more.
MOST_CUES = 4_000
_POSSESSIVE = "'s"
# Articles and prepositions that French and Italian join to the next word ("l'inauguration", "dell'accordo").
_ELIDED = frozenset(
    ["l", "d", "s", "n", "c", "j", "m", "t", "qu", "un", "dell", "all", "nell", "sull", "dall", "quest"]
)
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})


# Lists that are asked for the word beside a mention (``words_of``) and make no cues of their own.
_NEIGHBOURS = frozenset(
    {
        "little",
        "term",
        "origin",
        "locative",
        "locative_endings",
        "by",
        "doubt",
        "settlement",
        "reference_page",
        "said",
        "recipient",
        "tongue",
        "post",
        "lend",
        "state_heads",
        "first_day",
        "last_day",
        "day_long",
        "travel",
    }
)


class Cue(NamedTuple):
    """A word or phrase of the tables where it stands in the article.

    *group* is ``noun`` and ``weak`` (names of events), ``act`` and ``thing`` (which tell one together), ``status``,
    ``mode``, ``theme`` or ``cue``; *code* the type, status, mode, theme or name of the list.
    """

    group: str
    code: str
    start: int
    end: int
    sentence: int


# Makes a Cue of a row of its five values without a call of Python's own.
_cue = partial(tuple.__new__, Cue)


class _Entry(NamedTuple):
    words: tuple[str, ...]
    group: str
    code: str
    cover: str


@dataclass(slots=True)  # not frozen and no tuple: the fields of such a class are the quickest to read
class _Form:
    """What a form of a word is and begins: single entries, longer ones by their second word or its stem.

    *alone* tells that it need not look at the word behind it: it is an entry, or begins with a stem.
    """

    alone: bool
    single: tuple[_Entry, ...]
    longer: dict[str, tuple[_Entry, ...]]
    stems: tuple[tuple[str, _Entry], ...]


class Lexicon:
    """The phrases of one language, looked up by their first word."""

    def __init__(self, tables: Mapping[str, Any], *, spaced: bool = True) -> None:
        self._exact: dict[str, list[_Entry]] = {}
        self._stems: dict[str, list[_Entry]] = {}
        self._inner: list[tuple[str, _Entry]] = []
        self._forms: Memory[_Form | None] = Memory(self._form)
        self._running: tuple[re.Pattern[str], dict[str, list[_Entry]]] | None = None
        entries = list(_entries(tables))
        if spaced:
            for entry in entries:
                self._add(entry)
        elif entries:
            self._running = _running(entries)
        self._stem_sizes = sorted({len(stem) for stem in self._stems})

    def _add(self, entry: _Entry) -> None:
        first = entry.words[0]
        if first.startswith("*"):
            self._inner.append((first.strip("*"), entry))
        elif first.endswith("*"):
            self._stems.setdefault(first[:-1], []).append(entry)
        else:
            self._exact.setdefault(first, []).append(entry)

    def cues(self, document: Document) -> list[Cue]:
        """Return the cues of the article's body in order of their beginning, longest first."""
        found = self._found_running(document) if self._running else self._found(document)
        return found[:MOST_CUES]

    def _found(self, document: Document) -> list[Cue]:
        words, body = document.words, document.body
        # Most words tell nothing and have no form. One look-up a word: the tables are far larger than a cache.
        forms = list(self._forms.of(document.lowers))
        bare = [*document.lowers, ""]
        for index, lower in _marked(document.lowers):
            bare[index] = bare_form(lower)
        telling = [(i, f) for i, f in enumerate(forms) if f is not None and (f.alone or bare[i + 1] in f.longer)]
        ends = [s.start for s in document.sentences[1:]] + [len(body) + 1]
        sentence = 0
        covered: dict[str, int] = {}
        found: list[Cue] = []
        for index, form in telling:
            begun = bare[index + 1] in form.longer
            _, _, start, finish = words[index]
            while start >= ends[sentence]:
                sentence += 1
            for entry in _longer(form, bare, index) if begun or form.stems else ():
                end = words[index + len(entry.words) - 1].end
                if covered.get(entry.cover, -1) <= start and "\n" not in body[start:end]:
                    covered[entry.cover] = end
                    found.append(_cue((entry.group, entry.code, start, end, sentence)))
            for _, group, code, cover in form.single:
                if covered.get(cover, -1) <= start:
                    covered[cover] = finish
                    found.append(_cue((group, code, start, finish, sentence)))
            if len(found) > MOST_CUES:
                break
        return found

    def _form(self, word: str) -> _Form | None:
        """Return what *word* may be or begin; None where it tells nothing and is in its bare form."""
        bare = bare_form(word)
        entries = list(self._exact.get(bare, ()))
        for size in self._stem_sizes:
            if size > len(bare):
                break
            entries += self._stems.get(bare[:size], ())
        entries += [entry for inner, entry in self._inner if inner in bare]
        entries.sort(key=_by_length)
        longer: dict[str, tuple[_Entry, ...]] = {}
        stems: list[tuple[str, _Entry]] = []
        for entry in entries:
            if len(entry.words) > 1 and entry.words[1].endswith("*"):
                stems.append((entry.words[1][:-1], entry))
            elif len(entry.words) > 1:
                longer[entry.words[1]] = (*longer.get(entry.words[1], ()), entry)
        if not entries:
            return None
        single = tuple(e for e in entries if len(e.words) == 1)
        return _Form(bool(single or stems), single, longer, tuple(stems))

    def _found_running(self, document: Document) -> list[Cue]:
        assert self._running is not None
        pattern, by_text = self._running
        found: list[Cue] = []
        for match in pattern.finditer(document.body):
            at = document.sentence_index(match.start())
            found += [Cue(e.group, e.code, *match.span(), at) for e in by_text[match.group()]]
            if len(found) > MOST_CUES:
                break
        return found


def _marked(lowers: list[str]) -> list[tuple[int, str]]:
    """Return the words that may have another bare form: those with marks or accents in them."""
    return [(i, lower) for i, lower in enumerate(lowers) if not (lower.isascii() and "'" not in lower)]


def bare_form(form: str) -> str:
    """Return a case-folded word without possessive ending, elided article and the dot that case folding gives İ."""
    if form.isascii() and "'" not in form:
        return form
    plain = form.replace("’", "'").replace("i\u0307", "i")
    if plain.endswith(_POSSESSIVE):
        return plain[:-2]
    head, mark, rest = plain.partition("'")
    return rest if mark and rest and head in _ELIDED else plain


def _longer(form: _Form, bare: list[str], index: int) -> list[_Entry]:
    """Return the phrases that begin with *form* at word *index*, longest first."""
    second = bare[index + 1]
    entries = [e for e in form.longer.get(second, ()) if _goes_on(e.words, bare, index)]
    if form.stems:
        entries += [e for s, e in form.stems if second.startswith(s) and _goes_on(e.words, bare, index)]
        entries.sort(key=_by_length)
    return entries


def _goes_on(phrase: tuple[str, ...], bare: list[str], index: int) -> bool:
    """Tell whether the words from *index* on are those of *phrase*; the first two are known to be."""
    if index + len(phrase) >= len(bare):  # the last of them is the mark of the end
        return False
    for offset in range(2, len(phrase)):
        wanted, word = phrase[offset], bare[index + offset]
        if wanted != word and not (wanted[-1] == "*" and word.startswith(wanted[:-1])):
            return False
    return True


def _by_length(entry: _Entry) -> tuple[int, int]:
    return -len(entry.words), -len(entry.words[0].strip("*"))


def _entries(tables: Mapping[str, Any]) -> Iterator[_Entry]:
    for code, lists in tables.get("type", {}).items():
        for key, group in (("nouns", "noun"), ("weak", "weak"), ("acts", "act"), ("things", "thing")):
            cover = "noun" if group in ("noun", "weak") else f"{group} {code}"
            for phrase in lists.get(key, ()):
                yield from _spellings(phrase, group, code, cover)
    for group in ("status", "mode", "theme", "cue"):
        for code, phrases in tables.get(group, {}).items():
            if group == "cue" and code in _NEIGHBOURS:
                continue
            cover = f"cue {code}" if group == "cue" else group
            for phrase in phrases:
                yield from _spellings(phrase, group, code, cover)


def _spellings(phrase: str, group: str, code: str, cover: str) -> Iterator[_Entry]:
    words = tuple(bare_form(word) for word in phrase.casefold().split())
    yield _Entry(words, group, code, cover)
    if len(words) > 1:  # "sister city" is also printed "sister-city"
        yield _Entry((f"{words[0]}-{words[1]}", *words[2:]), group, code, cover)


def _running(entries: list[_Entry]) -> tuple[re.Pattern[str], dict[str, list[_Entry]]]:
    by_text: dict[str, list[_Entry]] = {}
    for entry in entries:
        by_text.setdefault("".join(entry.words).strip("*"), []).append(entry)
    longest_first = sorted(by_text, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), by_text


@cache
def lexicon(language: str) -> Lexicon:
    """Return the compiled tables of an ISO 639-1 *language*; English where the language has none."""
    tables = table(language, "events") or table("en", "events")
    return Lexicon(tables, spaced=language not in _UNSPACED)


@cache
def words_of(language: str, group: str, code: str) -> frozenset[str]:
    """Return the single words of one list as they are written in the table, for neighbours of a mention."""
    tables = table(language, "events") or table("en", "events")
    return frozenset(str(w).casefold() for w in tables.get(group, {}).get(code, ()))
