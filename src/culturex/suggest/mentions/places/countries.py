"""Countries and groups of countries named in a text: names, adjectives, compounds, capitals used for governments.

Mentions are of the kind ``country`` (value: alpha-2) or ``region`` (value: the canonical name of the group). The rule
says what it is (``countries.name``, ``.adjective``, ``.compound``, ``.capital`` ...), and so does ``extra["form"]``.
The traps (Michael Jordan, the Indian Ocean, an American University of Armenia) are told by the words around, which
are data: languages/*/places.toml.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter

from culturex.places import index
from culturex.places.records import Entry
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.places.capitals import is_government
from culturex.suggest.mentions.places.country_traps import is_trap
from culturex.suggest.mentions.places.gazetteer import Hit, Scan, scan
from culturex.suggest.mentions.places.tables import LINKS, Contested, PlaceTables, tables

_COUNTRY = ("country", "adjective", "demonym")
_GROUP = ("group", "group_adjective")
_COMPOUNDS = frozenset({"prefix", "compound"})
_OF_COUNTRIES = _COMPOUNDS.union(_COUNTRY, _GROUP)
# The mentions of this confidence tell what countries are named.
_SURE = 0.5
# From this weight on a name counts without further hint; below it, the country must be named otherwise as well.
_ENOUGH = 40
_LEAST = 25
_LANGUAGE_CONFIDENCE = 0.4
_CAPITAL_CONFIDENCE = 0.5
# Words in the longest name of a seat ("quai d orsay").
_LONGEST_SEAT = 3
_PLACE = attrgetter("start", "end")
_DASHES = frozenset("-‐‑–—/")


def find(document: Document) -> list[Mention]:
    """Return the countries and groups named in the body, in order."""
    found = scan(document)
    words = tables(document.language)
    reader = _Reader(found, words)
    mentions = [mention for at in range(len(found.hits)) for mention in reader.read(at)]
    mentions += reader.weak(mentions)
    mentions += reader.seats()
    return sorted(mentions, key=_PLACE)


class _Reader:
    """Reads the hits of one text."""

    def __init__(self, found: Scan, words: PlaceTables) -> None:
        self.found, self.words = found, words
        self._weak: list[tuple[Hit, Entry, str]] = []
        self._language_end = 0

    def read(self, at: int) -> list[Mention]:
        """Return what hit number *at* names: nothing, a country or group, or the countries of a compound."""
        hit = self.found.hits[at]
        kinds = hit.means.kinds
        if _OF_COUNTRIES.isdisjoint(kinds):
            return self._government(hit)
        if not _COMPOUNDS.isdisjoint(kinds) and (compound := self._compound(hit)):
            return compound
        countries, groups = hit.of(*_COUNTRY), hit.of(*_GROUP)
        if not countries and not groups:
            return self._government(hit)
        if is_trap(self.found, at, self.words):
            return []
        if groups and (not countries or groups[0].weight > countries[0].weight):
            return self._group(hit, groups[0])
        return self._country(at, self._choose(hit, countries))

    def weak(self, named: list[Mention]) -> list[Mention]:
        """Return the doubtful names whose country is *named* otherwise as well."""
        if not self._weak:
            return []
        sure = {m.value for m in named if m.kind == "country" and m.confidence >= _SURE}
        return [
            _mention(self.found, hit, "country", str(entry.ref), form, 0.5)
            for hit, entry, form in self._weak
            if entry.ref in sure
        ]

    def seats(self) -> list[Mention]:
        """Return the bodies that stand for their country ("the Kremlin")."""
        found = []
        for at in self.found.cued.get("seat", ()):
            for size in range(1, min(_LONGEST_SEAT, self.found.count - at) + 1):
                code = self.words.seats.get(self.found.words(at, at + size))
                if code:
                    start, end = self.found.starts[at], self.found.ends[at + size - 1]
                    text, extra = self.found.text[start:end], {"form": "seat"}
                    found.append(Mention("country", text, start, end, code, "countries.seat", 0.45, extra))
        return found

    # One hit

    def _country(self, at: int, entry: Entry | None) -> list[Mention]:
        hit = self.found.hits[at]
        if entry is None:
            return []
        form = "name" if entry.kind == "country" else entry.kind
        if entry.kind == "adjective" and self._is_language(at):
            self._language_end = hit.end
            if entry.weight < _ENOUGH:
                return []
            return [_mention(self.found, hit, "country", str(entry.ref), "language", _LANGUAGE_CONFIDENCE)]
        if entry.weight < _LEAST:
            return [_mention(self.found, hit, "country", str(entry.ref), form, 0.6)] if self._is_inside(hit) else []
        if entry.weight < _ENOUGH:
            self._weak.append((hit, entry, form))
            return []
        return [_mention(self.found, hit, "country", str(entry.ref), form, min(0.95, entry.weight / 100 + 0.04))]

    def _is_inside(self, hit: Hit) -> bool:
        """Tell whether a common word stands with a capital inside a sentence: "Президент Того" is that of Togo."""
        if "inside_sentences" not in hit.own.lists or not hit.own.is_capital or hit.own.is_upper or not hit.first:
            return False
        return hit.gap_before == " " and not self.found.is_title_case(hit.first)

    def _group(self, hit: Hit, entry: Entry) -> list[Mention]:
        form = "name" if entry.kind == "group" else "adjective"
        if entry.weight < _LEAST:
            return []
        return [_mention(self.found, hit, "region", entry.ref, form, min(0.9, entry.weight / 100))]

    def _choose(self, hit: Hit, entries: list[Entry]) -> Entry | None:
        """Return the country that fits the article where several bear the name."""
        contested = self.words.contested.get(hit.name)
        code = self._decided(contested) if contested else None
        if contested and not code:
            return None
        for entry in entries:
            if code in (None, entry.ref):
                return entry
        # The gazetteer knows the name for other countries only ("Congolese" for CG).
        return entries[0]._replace(ref=code) if code in contested_countries(self.words) else None

    def _decided(self, contested: Contested) -> str | None:
        """Return the country that the words of the article speak for; None where it is none of the candidates."""
        spoken = [self.found.word(at) for at in self.found.cued.get("vote", ())]
        votes = {code: sum([word in words for word in spoken]) for code, words in contested.words.items()}
        best, default = contested.default, contested.default
        for code, number in votes.items():
            if code != default and number > votes.get(best, 0) and number >= contested.margin.get(code, 1):
                best = code
        if best in ("US", "GR", "GB") and best != default:
            return None
        return best or None

    def _is_language(self, at: int) -> bool:
        """Tell whether an adjective means the language: "Russian language", "in English", "course of German at"."""
        hit = self.found.hits[at]
        before, after = hit.before, hit.after
        if self._leads_to_language(at) or (before and "language.nouns" in before.lists):
            return True
        if self._language_end and self.found.text[self._language_end : hit.start] in LINKS:
            return True  # "docente de español, inglés y alemán"
        if before is None:
            return False
        if "language.before" in before.lists:
            return after is None or not after.text[0].isalpha() or "language.behind" in after.lists
        return "language.of" in before.lists and after is not None and "language.behind" in after.lists

    def _leads_to_language(self, at: int) -> bool:
        """Tell whether the word for a language follows hit number *at*, or further adjectives and then that word."""
        hits, text = self.found.hits, self.found.text
        while (after := hits[at].after) is None or "language.words" not in after.lists:
            joined = at + 1 < len(hits) and text[hits[at].end : hits[at + 1].start] in LINKS
            if not joined or "adjective" not in hits[at + 1].means.kinds:
                return False
            at += 1
        return True

    def _government(self, hit: Hit) -> list[Mention]:
        """Return the country of a capital that stands for its government."""
        code = _capital_of(hit)
        if code is None or not is_government(self.found, hit):
            return []
        return [_mention(self.found, hit, "country", code, "capital", _CAPITAL_CONFIDENCE)]

    # Compounds

    def _compound(self, hit: Hit) -> list[Mention]:
        """Return the countries of "Sino-" before a dash, or of "中俄"."""
        if prefixes := hit.of("prefix"):
            gap = self.found.text[hit.end : hit.end + 1]
            if gap in _DASHES and gap and self.found.text[hit.end + 1 : hit.end + 2].isalpha():
                return [_named(self.found, hit.start, hit.end, str(prefixes[0].ref), "compound", 0.9)]
        pairs = hit.of("compound")
        if not pairs:
            return []
        ends = ((hit.start, hit.start + 1), (hit.start + 1, hit.end))
        refs = str(pairs[0].ref).split("|")
        return [_named(self.found, a, b, ref, "compound", 0.7) for (a, b), ref in zip(ends, refs, strict=True)]


@cache
def capitals() -> dict[int, str]:
    """Return GeoNames id = country of all capitals."""
    return {c.capital_id: c.code for c in index().countries() if c.capital_id}


def _capital_of(hit: Hit) -> str | None:
    """Return the country whose well-known capital a hit may name."""
    if hit.means.weight < _ENOUGH:
        return None
    seats = capitals()
    for city in hit.of("city"):
        if city.weight < _ENOUGH:
            break
        if city.ref in seats:
            return seats[int(city.ref)]
    return None


def contested_countries(words: PlaceTables) -> frozenset[str]:
    """Return all countries that a contested name may mean."""
    return frozenset(code for c in words.contested.values() for code in (c.default, *c.words))


@cache  # there are few, and rounding is slow
def _hundredths(confidence: float) -> float:
    return round(confidence, 2)


def _named(found: Scan, start: int, end: int, ref: str, form: str, confidence: float) -> Mention:
    group = ref.removeprefix("group:")
    kind, value = ("country", ref) if group == ref else ("region", group)
    return Mention(kind, found.text[start:end], start, end, value, f"countries.{form}", confidence, {"form": form})


def _mention(found: Scan, hit: Hit, kind: str, value: object, form: str, confidence: float) -> Mention:
    rule = f"{'countries' if kind == 'country' else 'groups'}.{form}"
    text = found.text[hit.start : hit.end]
    return Mention(kind, text, hit.start, hit.end, value, rule, _hundredths(confidence), {"form": form})
