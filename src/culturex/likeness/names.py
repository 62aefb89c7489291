"""When two names count as the same: in one spelling, in variants of it, and across alphabets."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_MARKS = re.compile("['’‘`\"“”«»]")
_NO_WORD = re.compile(r"[^\w]+")
# As written, and by sound.
_EMPTY = frozenset({"the", "of", "te"})

# What two names of bodies must share to count as the same, from 0 to 1: words of one in the other, words of both in
# all words, letters.
_PART, _WORDS, _LETTERS = 0.5, 0.6, 0.85

# Letters that one sound is written with in one romanization or another, made one: Muhammad, Mohammed; Tchaikovsky,
# Chaikovskii; Dzhaparov, Japarov. Longer ones first; what is left of y and j is i.
_SOUNDS = (
    ("shch", "s"), ("tch", "c"), ("sch", "s"), ("dzh", "i"), ("dj", "i"), ("zh", "z"), ("kh", "h"), ("ch", "c"),
    ("sh", "s"), ("ts", "z"), ("tz", "z"), ("cz", "z"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("w", "v"), ("x", "ks"), ("q", "k"), ("y", "i"), ("j", "i"), ("c", "k"),
    ("iu", "u"), ("ia", "a"), ("ie", "e"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")
# Letters from which on two romanized words may differ in one, and the share of letters that they then must have.
_LONG, _NEAR = 5, 0.8


@lru_cache(maxsize=8192)
def plain(text: str | None) -> str:
    """Return *text* for comparing: no case, diacritics, quotation marks or punctuation, single spaces.

    >>> plain("Musée d’Art  – «Orsay»")
    'musee dart orsay'
    """
    folded = unicodedata.normalize("NFKD", text or "")
    letters = "".join(c for c in folded if not unicodedata.combining(c)).casefold()
    return _NO_WORD.sub(" ", _MARKS.sub("", letters)).strip()


def same_place(one: str | None, other: str | None) -> bool:
    """Tell whether two names of places are the same; "City" at the end does not count."""
    a, b = plain(one), plain(other)
    return bool(a) and (a == b or a.removesuffix(" city") == b.removesuffix(" city"))


def same_person(one: str | None, other: str | None) -> bool:
    """Tell whether two names of people are the same: in any order, or one a part of the other of two words or more."""
    a, b = plain(one).split(), plain(other).split()
    if not a or not b:
        return False
    small, big = sorted((a, b), key=len)
    return sorted(a) == sorted(b) or (len(small) >= 2 and set(small) <= set(big))


def same_organization(one: str | None, other: str | None) -> bool:
    """Tell whether two names of bodies (or titles of people) are the same.

    They are when they are equal; when one holds all words of the other, which has two or more and at least half as
    many; when they share 0.6 of all their words ("the" and "of" left out) or 0.85 of their letters.
    """
    a, b = plain(one), plain(other)
    if not a or not b:
        return False
    if a == b:
        return True
    words, others = set(a.split()) - _EMPTY, set(b.split()) - _EMPTY
    if not words or not others:
        return False
    return _share_words(words, others) or _letters_alike(a, b, _LETTERS)


def _share_words(words: set[str], others: set[str]) -> bool:
    small, big = sorted((words, others), key=len)
    if len(small) >= 2 and small <= big and len(small) / len(big) >= _PART:
        return True
    return share(words, others) >= _WORDS


def _letters_alike(a: str, b: str, least: float) -> bool:
    matcher = SequenceMatcher(None, a, b)
    # The two quick ratios are never below the true one, and most names fail them at once.
    return all(ratio() >= least for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))


def share(one: set[str] | frozenset[str], other: set[str] | frozenset[str]) -> float:
    """Return what two sets have in common as a share of all they have (Jaccard); 1.0 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 1.0


@lru_cache(maxsize=65536)
def sounds(text: str) -> tuple[str, ...]:
    """Return the words of *text* in Latin letters, roughly as they sound, so that spellings of one name meet.

    >>> sounds("Чайковский"), sounds("Tchaikovsky"), sounds("长春")
    (('kaikovski',), ('kaikovski',), ('zangkun',))
    """
    from anyascii import anyascii

    return tuple(word for word in map(_sound, plain(anyascii(text)).split()) if word)


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _TWICE.sub(r"\1", word)


def same_word(one: str, other: str) -> bool:
    """Tell whether two words that ``sounds`` returned are the same, or two spellings of one long word."""
    if one == other:
        return True
    if one[0] != other[0] or len(one) < _LONG or len(other) < _LONG:
        return False
    # The order of the two matters to SequenceMatcher, and must not matter here.
    return _nearly(*sorted((one, other)))


# Titles and names repeat their words, and each is met with the same others again and again.
@lru_cache(maxsize=65536)
def _nearly(one: str, other: str) -> bool:
    return _letters_alike(one, other, _NEAR)


def same_person_by_sound(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of people, given by ``sounds``, can be the same person's.

    They share a word of three letters or more (the surname), and what is left of the shorter one fits the longer one:
    the same word, an initial, or a part of a word (Nathi, Nkosinathi). A single word is no name enough.
    """
    small, big = (one, other) if (len(one), one) <= (len(other), other) else (other, one)
    if len(small) < 2 or {word[0] for word in small}.isdisjoint([word[0] for word in big]):
        return False
    left = list(big)
    whole = 0
    for word in small:
        match = next((w for w in left if same_word(word, w)), None) or next((w for w in left if _fits(word, w)), None)
        if match is None:
            return False
        whole += len(word) >= 3 and same_word(word, match)
        left.remove(match)
    return whole >= 1


def same_organization_by_sound(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of bodies, given by ``sounds``, are the same, as ``same_organization`` does.

    A single word may be another spelling of the other.
    """
    if one == other:
        return bool(one)
    if len(one) == len(other) == 1:
        return same_word(one[0], other[0])
    words, others = set(one) - _EMPTY, set(other) - _EMPTY
    return bool(words and others) and _share_words(words, others)


def _fits(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) if len(short) == 1 else len(short) >= 4 and short in long
