"""Find bodies in Arabic script by the word that heads their names and what it governs, "وزارة الثقافة"."""

from __future__ import annotations

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.arabic import Held, Word, bare_forms, fold, names, without_article, words
from culturex.suggest.mentions.scan import squeezed

_MOST = 8
# Before the country or town of a post: "سفارة اليابان في عمان".
_IN = frozenset(map(fold, ("في", "لدى")))
_AND = "و"
_SHORT = 4


def find(document: Document) -> list[Mention]:
    """Return the bodies named in Arabic script; none where the language has no table of them."""
    table = names(document.language)
    if not table:
        return []
    return _Finder(document, table).run()


class _Finder:
    def __init__(self, document: Document, table: dict[str, dict[str, frozenset[str]]]) -> None:
        bodies, people = table["bodies"], table["people"]
        self.text = document.body
        self.words = words(document)
        self.held = Held(document.mentions)
        self.kinds = {word: kind for kind in ("post", "unit", "school", "house", "group") for word in bodies[kind]}
        self.weak, self.fields = bodies["weak"], bodies["fields"]
        self.stops = people["stops"] | people["honorifics"]
        self.titles, self.realms = people["titles"], people["inner"]

    def run(self) -> list[Mention]:
        found: list[Mention] = []
        done = 0
        for i in range(len(self.words)):
            if i >= done and self.held.at(self.words[i]) is None and (head := self._head(i)) is not None:
                cut, base, definite = head
                end = self._end(i, base, definite)
                if end > i + 1:
                    found.append(self._mention(i, end, cut, base))
                    done = end
        return found

    def _head(self, i: int) -> tuple[int, str, bool] | None:
        """Return the letters before the head in word *i*, the head itself, and whether it has the article."""
        for cut, form in bare_forms(self.words[i].plain):
            bare = without_article(form)
            if bare in self.kinds:
                return cut, bare, bare != form
        return None

    def _end(self, i: int, base: str, definite: bool) -> int:
        """Return the end of the name whose head is word *i*; ``i + 1`` where nothing specifies it."""
        end = i + 1
        while end < min(len(self.words), i + _MOST) and self.words[end - 1].joined:
            word = self.words[end]
            first = end == i + 1
            if word.plain in self.stops and not (word.plain in _IN and self.kinds[base] == "post" and not first):
                break
            if (land := self.held.at(word)) is not None and land.end > word.end:
                end = self._behind(end, land)
                continue
            if word.plain in _IN:
                place = self.held.at(self.words[end + 1]) if end + 1 < len(self.words) and word.joined else None
                end = self._behind(end + 1, place) if place else end
                break
            if definite and self._is_purpose(end):
                end += 2
                continue
            if not (self._goes_on(end) or (first and not definite and self._governs(word, base))):
                break
            end += 1
        return end

    def _behind(self, i: int, mention: Mention) -> int:
        while i < len(self.words) and self.words[i].start < mention.end:
            i += 1
        return i

    def _governs(self, word: Word, base: str) -> bool:
        """Tell whether a head may govern a *word* without an article: "معهد ثربانتس", "جامعة غرناطة"."""
        if self.held.at(word) is not None:
            return True
        return base not in self.weak and without_article(word.plain) not in self.titles and len(word.plain) > 2

    def _goes_on(self, i: int) -> bool:
        """Tell whether word *i* goes on with a name: it has the article, or "and" and a field."""
        word = self.words[i]
        if word.plain.startswith(_AND) and word.plain[1:] in self.fields:
            return True
        if not word.is_definite:
            return self.words[i - 1].plain in self.realms and self.held.at(word) is not None
        bare = without_article(word.plain)
        return bare not in self.titles and word.plain not in self.stops

    def _is_purpose(self, i: int) -> bool:
        """Tell whether "for" and a noun that governs another begin at word *i*: "المجلس الأعلى لتنظيم الإعلام"."""
        word = self.words[i]
        governs = word.joined and i + 1 < len(self.words) and self.words[i + 1].is_definite
        return word.plain.startswith("ل") and not word.is_definite and governs and len(word.plain) > _SHORT

    def _mention(self, first: int, end: int, cut: int, base: str) -> Mention:
        start, stop = self.words[first].start + cut, self.words[end - 1].end
        text = self.text[start:stop]
        name = "ال" + text[2:] if text.startswith("لل") else text
        country = next((h.value for w in self.words[first:end] if (h := self.held.at(w)) and h.kind == "country"), None)
        value = {"name": squeezed(name), "role": None, "country": country}
        extra = {"head": base, "kind": self.kinds[base]}
        return Mention("organization", text, start, stop, value, "organizations.arabic", 0.7, extra)
