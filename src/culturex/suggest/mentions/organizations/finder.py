"""Find named bodies: each way of naming one has a finder of its own; here they take their turns, word by word.

In: a document with its dates, countries, groups and places. Out: the mentions of bodies, in order.
"""

from __future__ import annotations

from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.organizations import arabic, han, states
from culturex.suggest.mentions.organizations.again import repeat
from culturex.suggest.mentions.organizations.forms import Forms
from culturex.suggest.mentions.organizations.heads import Heads
from culturex.suggest.mentions.organizations.join import acronyms, bare_embassy, join
from culturex.suggest.mentions.organizations.judge import Judge
from culturex.suggest.mentions.organizations.named import Named
from culturex.suggest.mentions.organizations.names import Names
from culturex.suggest.mentions.organizations.page import Page, is_capital_inside
from culturex.suggest.mentions.organizations.phrases import Phrases
from culturex.suggest.mentions.organizations.plural import Plural
from culturex.suggest.mentions.organizations.quoted import Quoted
from culturex.suggest.mentions.organizations.reach import Reach
from culturex.suggest.mentions.organizations.short import Short
from culturex.suggest.mentions.organizations.slavic import Slavic
from culturex.suggest.mentions.organizations.small import Small
from culturex.suggest.mentions.words.bodies import Head
from culturex.suggest.mentions.words.looks import beginnings, looks
from culturex.suggest.once import once


def find(document: Document) -> list[Mention]:
    """Return the bodies named in *document*, in order; each later mention carries the name of the fullest one."""
    found = han.find(document) + arabic.find(document)
    if document.words:
        found += _Finder(document).run()
    found += states.find(document, found)
    found.sort(key=lambda m: (m.start, -m.end))
    return found


class _Finder:
    """Finds the bodies of one document that are named in scripts with capitals."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.page = page = Page(document)
        self.names = names = Names(page)
        self.reach = reach = Reach(page)
        plural = Plural(page, names, reach)
        self.judge = Judge(page, names)
        self.quoted = Quoted(page, names)
        self.named = Named(page, names)
        self.short = Short(page, names)
        self.phrases = Phrases(page, names, reach, self.short)
        self.small = Small(page, names, reach, self.quoted, self.named, plural)
        self.heads = Heads(page, names, reach, self.quoted, plural, self.judge)

    # Few pages have what these two find.
    @once
    def slavic(self) -> Slavic:
        return Slavic(self.page, self.names)

    @once
    def forms(self) -> Forms:
        return Forms(self.page, self.names, self.reach.left, self.quoted)

    def run(self) -> list[Mention]:
        names, scan = self.names, self.page.scan
        shorts: list[int] = []
        told = looks(self.document)
        for i in beginnings(self.document):
            clue = told[i].clue
            if clue is None or i < names.done:
                continue
            if clue.phrases is not None and self.phrases.find(i, clue.phrases):
                continue
            if clue.known and self.short.stands_alone(i, i):
                self.short.keep_known(i)
            elif clue.head is not None:
                self._find_headed(i, clue.head)
            else:
                if clue.quoted:
                    self.quoted.find(i)
                if clue.form:
                    self.forms.find(i)
                if clue.acronym:
                    shorts.append(i)
                if clue.agency:
                    self.forms.find_agency(i)
                if clue.leader:
                    self.named.find_led(i)
        self.short.spell_out(shorts)
        repeat(self.page, names.found)
        acronyms(scan, names.found, self.page.tables.heads)
        self.short.keep_acronyms(shorts)
        bare_embassy(scan, names.found, self.judge.bare)
        join(scan, names.found)
        return names.found

    def _find_headed(self, i: int, head: Head) -> None:
        """Find the name that word *i* heads, as its language and its letters have it."""
        scan = self.page.scan
        if self.heads.is_of_other(i, head):
            return
        if head.order == "slavic":
            self.slavic.find(i, head)
        elif scan.is_capital[i] or is_capital_inside(scan.texts[i]):
            self.heads.find(i, head)
        else:
            self.small.find(i, head)
