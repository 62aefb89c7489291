"""The words that tell of events: a language's ``events.toml`` compiled, and the cues it finds in an article.

A table entry is a word or a phrase. ``*`` at its end stands for any ending (``exhibition*``), at its beginning for any
beginning (``*austausch*``), so that inflected and compound forms need one entry. In languages that write without
spaces an entry is found anywhere in the running text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, count, islice
from typing import Any, cast

from culturex.suggest.document import Document
from culturex.suggest.entries import Entry, bare_form, by_length, entries_of, is_compound, running_text
from culturex.suggest.languages import table
from culturex.suggest.mentions.memory import Memory

# No sentence that a person wrote has more cues of a group; one word a million times must not cost more. Only a text of
# so many words can have such sentences.
MOST_CUES, _LONG = 300, 3_000
# A word has another bare form only with one of these in it; case folding makes the last of the second.
_MARKS = ("'", "’", "\u0130", "\u0307")
_PAIR, _BEGUN = 2, 3
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})


# Not frozen and no tuple, as the class below: such a class is the quickest to make and to read.
@dataclass(slots=True, eq=False)
class Cue:
    """A word or phrase of the tables where it stands in the article.

    *group* is ``noun`` and ``weak`` (names of events), ``act`` and ``thing`` (which tell one together), ``alone`` (what
    goes with one), ``status``, ``mode``, ``theme`` or ``cue``; *code* the type, status ... or name of the list.
    """

    group: str
    code: str
    start: int
    end: int
    sentence: int


# The cues of an article by sentence and group, in order of their beginning, longest first.
Cues = dict[int, dict[str, list[Cue]]]


# An entry of several words: its rank among those with the same first word, the words behind the third, how many words
# it has, group, code and cover.
_Row = tuple[int, list[str], int, str, str, str]


# The entries of several words that begin with the same two, the longest first, by the third word that they go on with;
# those of just two stand under each third word, and alone under "".
_Longer = dict[str, list[_Row]]


# An entry of several words with a ``*`` in one behind the first: its words, and its row.
_Starred = tuple[tuple[str, ...], _Row]


@dataclass(slots=True)
class _Form:
    """What a form of a word is and begins: single entries, longer ones by their second word, those with a ``*`` in it.

    Of the single entries it keeps group, code and cover; of those with one cover the longest stands. Those with a ``*``
    are filed by the first letter of their second word; those whose second word is but a ``*`` stand under each letter,
    and alone under "".
    """

    single: tuple[tuple[str, str, str], ...]
    longer: dict[str, _Longer]
    starred: dict[str, list[_Starred]]


class Lexicon:
    """The phrases of one language, looked up by their first word."""

    def __init__(self, tables: Mapping[str, Any], *, spaced: bool = True) -> None:
        self._exact: dict[str, list[Entry]] = {}
        self._stems: dict[str, list[Entry]] = {}
        self._inner: list[tuple[str, Entry]] = []
        self._forms: Memory[_Form | None] = Memory(self._form)
        self._plain: dict[tuple[tuple[str, str, str], ...], _Form] = {}
        self._running: tuple[re.Pattern[str], dict[str, list[Entry]]] | None = None
        entries = list(entries_of(tables))
        if spaced:
            for entry in entries:
                self._add(entry)
        elif running := [e for e in entries if e.group != "alone"]:  # those would take the place of others
            self._running = running_text(running)
        # How long the stems are that begin alike, by as many letters as the shortest of all has: a word has few to try.
        self._shortest_stem = min(map(len, self._stems), default=0)
        self._stem_sizes: dict[str, list[int]] = {}
        for stem in sorted(self._stems, key=len):
            sizes = self._stem_sizes.setdefault(stem[: self._shortest_stem], [])
            if len(stem) not in sizes:
                sizes.append(len(stem))

    def _add(self, entry: Entry) -> None:
        first = entry.words[0]
        if first.startswith("*"):
            self._inner.append((first.strip("*"), entry))
        elif first.endswith("*"):
            self._stems.setdefault(first[:-1], []).append(entry)
        else:
            self._exact.setdefault(first, []).append(entry)

    def cues(self, document: Document) -> Cues:
        """Return the cues of the article's body."""
        cues = self._found_running(document) if self._running else self._found(document)
        if len(document.lowers) > _LONG:
            for groups in cues.values():
                for group, found in groups.items():
                    groups[group] = found[:MOST_CUES]
        return cues

    def _found(self, document: Document) -> Cues:
        starts, finishes, body = document.word_starts, document.word_ends, document.body
        bare = _bare_forms(document)
        forms = list(self._forms.of(bare))  # most words tell nothing and have none
        bare.append("")
        bounds = iter([s.start for s in document.sentences[1:]] + [len(body) + 1])
        sentence, bound = 0, next(bounds)
        here: dict[str, list[Cue]] = {}
        cues: Cues = {sentence: here}
        covered: dict[str, int] = {}
        reached = 0  # up to where any phrase covers the words behind its first
        told = cast("list[_Form]", forms)  # those that tell nothing are left out
        for index, form, following in compress(zip(count(), told, bare[1:], strict=False), forms):
            begun: Sequence[_Row] = ()
            if following in form.longer:
                by_third = form.longer[following]
                begun = by_third.get(bare[index + _PAIR]) or by_third[""]
            if form.starred and (phrases := form.starred.get(following[:1]) or form.starred[""]):
                begun = _starred(phrases, begun, bare, index)
            if not (begun or form.single):
                continue
            start, finish = starts[index], finishes[index]
            if start >= bound:
                while start >= bound:
                    sentence, bound = sentence + 1, next(bounds)
                here = cues[sentence] = {}
            for _, rest, size, group, code, cover in begun:
                if rest and bare[index + _BEGUN : index + size] != rest:
                    continue
                end = finishes[index + size - 1]
                if covered.get(cover, -1) <= start and "\n" not in body[start:end]:
                    covered[cover] = end
                    if end > reached:
                        reached = end
                    here.setdefault(group, []).append(Cue(group, code, start, end, sentence))
            for group, code, cover in form.single:
                if start >= reached or covered.get(cover, -1) <= start:
                    cue = Cue(group, code, start, finish, sentence)
                    if group in here:  # quicker than to set a default, and here it counts
                        here[group].append(cue)
                    else:
                        here[group] = [cue]
        return cues

    def _form(self, bare: str) -> _Form | None:
        """Return what a word may be or begin, given its bare form; None where it tells nothing."""
        entries = list(self._exact.get(bare, ()))
        for size in self._stem_sizes.get(bare[: self._shortest_stem], ()):
            if size > len(bare):
                break
            entries += self._stems.get(bare[:size], ())
        entries += [entry for inner, entry in self._inner if inner in bare and is_compound(bare, inner, entry)]
        if not entries:
            return None
        entries.sort(key=by_length)
        single: dict[str, tuple[str, str, str]] = {}
        longer: dict[str, _Longer] = {}
        starred: dict[str, list[_Starred]] = {}
        for rank, (words, group, code, cover) in enumerate(entries):
            if len(words) == 1:
                single.setdefault(f"{cover} {code}" if group == "theme" else cover, (group, code, cover))
            elif any(word.endswith("*") for word in words[1:]):
                row = (rank, list[str](), len(words), group, code, cover)
                starred.setdefault("", [])
                starred.setdefault(words[1][:1].strip("*"), []).append((words, row))
            else:
                filed = longer.setdefault(words[1], {"": []})
                third = words[_PAIR] if len(words) > _PAIR else ""
                filed.setdefault(third, []).append((rank, list(words[_BEGUN:]), len(words), group, code, cover))
        for filed in longer.values():
            for third, rows in filed.items():
                rows += filed[""] if third else ()
        for letter, phrases in starred.items():
            phrases += starred[""] if letter else ()
        alone = tuple(single.values())
        if longer or starred:
            return _Form(alone, longer, starred)
        # Most forms tell one of some hundred things alone: a page then leads to few objects, which stay at hand.
        return self._plain.setdefault(alone, _Form(alone, longer, starred))

    def _found_running(self, document: Document) -> Cues:
        assert self._running is not None
        pattern, by_text = self._running
        cues: Cues = {}
        for match in islice(pattern.finditer(document.body), MOST_CUES):
            sentence = document.sentence_index(match.start())
            for _, group, code, _ in by_text[match.group()]:
                here = cues.setdefault(sentence, {})
                here.setdefault(group, []).append(Cue(group, code, *match.span(), sentence))
        return cues


def _bare_forms(document: Document) -> list[str]:
    """Return the bare forms of the words of an article, most of which are bare as they stand."""
    bare = document.lowers.copy()
    if bare:
        body, starts = document.body, document.word_starts
        for mark in _MARKS:  # each is found at once, which no pattern for all of them is
            at = body.find(mark, starts[0])
            while at >= 0:
                index = bisect_right(starts, at) - 1
                bare[index] = bare_form(bare[index])
                at = body.find(mark, at + 1)
    return bare


def _starred(phrases: Sequence[_Starred], begun: Sequence[_Row], bare: list[str], index: int) -> Sequence[_Row]:
    """Return the phrases *begun* and those of *phrases* with a ``*`` that stand at word *index*, longest first."""
    starred = [row for words, row in phrases if _goes_on(words, bare, index)]
    return sorted([*begun, *starred]) if starred else begun


def _goes_on(phrase: tuple[str, ...], bare: list[str], index: int) -> bool:
    """Tell whether the words behind the first, at *index*, are those of *phrase*, some of which end in ``*``."""
    end = index + len(phrase)
    if end >= len(bare):  # the last of them is the mark of the end
        return False
    for entry, word in zip(phrase[1:], bare[index + 1 : end], strict=True):
        if entry != word and not (entry[-1] == "*" and word.startswith(entry[:-1])):
            return False
    return True


@cache
def lexicon(language: str) -> Lexicon:
    """Return the compiled tables of an ISO 639-1 *language*; English where the language has none."""
    tables = table(language, "events") or table("en", "events")
    return Lexicon(tables, spaced=language not in _UNSPACED)


@cache
def types() -> tuple[str, ...]:
    """Return the types of event that the tables tell."""
    return tuple(table("en", "events")["type"])


@cache
def words_of(language: str, group: str, code: str) -> frozenset[str]:
    """Return the single words of one list as they are written in the table, for neighbours of a mention."""
    tables = table(language, "events") or table("en", "events")
    return frozenset(str(w).casefold() for w in tables.get(group, {}).get(code, ()))
