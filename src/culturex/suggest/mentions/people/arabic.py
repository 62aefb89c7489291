"""Find people in Arabic script: the name behind an office or a form of address, "وزير الثقافة مصطفى الرواشدة"."""

from __future__ import annotations

from typing import Any

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.arabic import Held, bare_forms, fold, names, without_article, words
from culturex.suggest.mentions.people.values import named
from culturex.suggest.mentions.scan import squeezed

# So many words lead from an office to its holder, and so many make a name.
_MOST_OFFICE, _MOST_NAME = 12, 3
_AT = fold("لدى")
_IN = frozenset((fold("في"), _AT))
# Verbs of the present begin so, and few names do.
_VERBS = ("ي", "ت")
_SHORT = 3


def find(document: Document) -> list[Mention]:
    """Return the people named in Arabic script; none where the language has no table of them."""
    table = names(document.language)
    return _Finder(document, table["people"]).run() if table else []


class _Finder:
    def __init__(self, document: Document, lists: dict[str, frozenset[str]]) -> None:
        self.text = document.body
        self.words = words(document)
        self.lists = lists
        self.bodies = Held(document.mentions, ("organization",))
        self.places = Held(document.mentions)
        self.countries = Held(document.mentions, ("country", "region"))
        self.dates = Held(document.mentions, ("date",))

    def run(self) -> list[Mention]:
        found: dict[str, dict[str, Any]] = {}
        mentions: list[Mention] = []
        done = 0
        for i in range(len(self.words)):
            if i < done or not (self._is_office(i) or self._is_address(i)):
                continue
            begin, office_end, body = self._office(i)
            end = self._name(begin)
            if end == begin:
                continue
            start, stop = self.words[begin].start, self.words[end - 1].end
            name = squeezed(self.text[start:stop])
            title = self._title(i, office_end) if office_end > i else None
            after = end
            if title is None and end < len(self.words) and self.words[end - 1].joined and self._is_office(end):
                after, office_end, body = self._office(end)  # "جابر عصفور وزير الثقافة"
                title = self._title(end, office_end).partition(" في ")[0]
            value = found.setdefault(name, named(name))
            value["title"] = value["title"] or title
            if body is not None:
                value["affiliation"] = value["affiliation"] or body.value["name"]
                value["country"] = value["country"] or body.value["country"]
            known = self.words[begin].plain in self.lists["given_names"]
            score = 0.85 if known else 0.6
            mentions.append(Mention("person", self.text[start:stop], start, stop, value, "people.arabic", score, {}))
            done = after
        return mentions

    def _is_office(self, i: int) -> bool:
        return any(without_article(form) in self.lists["titles"] for _, form in bare_forms(self.words[i].plain))

    def _is_address(self, i: int) -> bool:
        return any(form in self.lists["honorifics"] for _, form in bare_forms(self.words[i].plain))

    def _office(self, i: int) -> tuple[int, int, Mention | None]:
        """Return where a name may begin behind the office at word *i*, where the office ends, and its body."""
        at = office_end = i
        body: Mention | None = None
        while at < min(len(self.words), i + _MOST_OFFICE):
            if at > i and not self.words[at - 1].joined:
                break
            word = self.words[at]
            held = self.bodies.at(word)
            if self._is_address(at):
                at += 1
            elif held is not None:
                body = body or held
                at = self._behind(at, held)
            elif (step := self._step(at, i)) > 0:
                at += step
                office_end = at if body is None else office_end
            elif (land := self.countries.at(word)) is not None and at == office_end:
                at = office_end = self._behind(at, land)
            else:
                break
        return at, office_end, body

    def _step(self, at: int, head: int) -> int:
        """Return how many words from word *at* on belong to the office whose first word is *head*; 0 for none."""
        word = self.words[at]
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        if word.plain in _IN:  # "in" a country or a town, "with" the kingdom
            seat = following is not None and (
                self.places.at(following) or (word.plain == _AT and following.is_definite)
            )
            return 2 if seat else 0
        if self.dates.at(word) is not None or (at > head and word.plain in self.lists["stops"]):
            return 0
        if at > head and word.plain.startswith("وال") and self._is_office(at):
            return 0  # somebody else
        inner = word.is_definite or word.plain in self.lists["inner"]
        return int(inner or self._is_office(at) or self._is_field(at))

    def _is_field(self, i: int) -> bool:
        """Tell whether "and" joins one more field or office at word *i*: "وزير الثقافة والسياحة"."""
        plain = self.words[i].plain
        return plain.startswith(("وال", "ول")) and len(plain) > _SHORT + 1

    def _behind(self, i: int, mention: Mention | None) -> int:
        end = i + 1
        while mention is not None and end < len(self.words) and self.words[end].start < mention.end:
            end += 1
        return end

    def _title(self, first: int, end: int) -> str:
        forms = bare_forms(self.words[first].plain)
        cut = next((k for k, form in forms if without_article(form) in self.lists["titles"]), 0)
        text = squeezed(self.text[self.words[first].start + cut : self.words[end - 1].end])
        return "ال" + text[2:] if text.startswith("لل") else text

    def _name(self, begin: int) -> int:
        """Return the end of the name that begins at word *begin*; *begin* where none does."""
        if begin >= len(self.words) or not begin or not self._may_name(begin) or self.words[begin].is_definite:
            return begin
        if not self.words[begin - 1].joined and self.text[self.words[begin - 1].end :][:2] not in ("، ", ". "):
            return begin
        end, count = begin + 1, 1
        while end < len(self.words) and self.words[end - 1].joined and count < _MOST_NAME:
            if self.words[end].plain in self.lists["particles"]:
                end += 1
                continue
            if not self._may_name(end) or (count > 1 and not self._ends_at(end)):
                break
            end, count = end + 1, count + 1
        second = self.words[begin + 1] if count > 1 else None
        if second is not None and second.is_definite and self.words[begin].plain not in self.lists["given_names"]:
            return begin  # a noun and what it governs: "مجالات التعاون"
        while end > begin and self.words[end - 1].plain in self.lists["particles"]:
            end -= 1
        return end if count > 1 else begin

    def _may_name(self, i: int) -> bool:
        word = self.words[i]
        plain = word.plain
        if plain in self.lists["given_names"]:
            return True
        if plain in self.lists["stops"] or self._is_office(i) or self.dates.at(word) or self.bodies.at(word):
            return False
        if plain.startswith("و") and (plain[1:] in self.lists["stops"] or plain[1:3] == "ال"):
            return False
        verb = plain.startswith(_VERBS) and len(plain) > _SHORT and not word.is_definite
        return not verb and len(plain) >= _SHORT

    def _ends_at(self, i: int) -> bool:
        """Tell whether a third word ends a name: a pause or a small word follows, or it is a family name."""
        word = self.words[i]
        if word.is_definite or not word.joined or i + 1 >= len(self.words):
            return True
        return self.words[i + 1].plain in self.lists["stops"] or self._is_office(i + 1)
