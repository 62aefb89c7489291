"""A page as the finders of bodies read it: its words, the tables of its language, and what single words tell.

In: a document with its dates, countries, groups and places. Out: answers about words by their index, which every other
module of the package builds on. Nothing here changes but the cover of the words: `Names`, and then `again` and `join`,
cover those of the bodies that they add.
"""

from __future__ import annotations

from culturex.suggest.document import Document
from culturex.suggest.mentions.scan import GEO, Scan
from culturex.suggest.mentions.words.bodies import Tables, tables_for
from culturex.suggest.mentions.words.clues import ELIDING, bare_of
from culturex.suggest.mentions.words.people import fold, office_words, openers_of
from culturex.suggest.mentions.words.people import tables_for as people_tables_for

# How a word ends that owns what follows.
POSSESSIVE = ("'s", "’s")
# The same of one owner or of several.
OWNING = (*POSSESSIVE, "s'", "s’")
# Small words between the capitals of one name.
LINKING = frozenset("de del da do di du des der den la las los le les of and y e el al".split())

# Whom churches are named for together.
_HALLOWED = frozenset(("saints", "souls", "hallows"))
# Words that begin sentences and names alike.
_ORDINALS = frozenset(("first", "second", "third", "new"))
# How the names of fields of study and work end: ethnology, choreography, linguistics.
_TOPIC_ENDINGS = ("logy", "graphy", "nomy", "istics", "metry", "ation", "ture", "ography", "onomics", "omics", "ement")
_LONG_TOPIC = 6
_ARTICLES = frozenset("the its la le les los las el der die das dem den il lo gli o os as".split())


class Page:
    """One document, word by word: *scan* has its columns, *tables* and *people* what its language says of words.

    *offices*, *openers* (of sentences), *common* (plain words), *topics* (fields) and *joiners* ("and") are sets of
    words in small letters.
    """

    def __init__(self, document: Document) -> None:
        language = document.language
        self.document = document
        self.language = language
        self.scan = Scan(document)
        self.tables: Tables = tables_for(language)
        self.people = people_tables_for(language)
        self.offices = office_words(language)
        self.openers = openers_of(language)
        self.common = self.people.words["common"]
        self.topics = self.tables.words["topics"]
        self.joiners = self.tables.words["joiners"]
        # French and Italian join articles to the words behind them.
        self.elides = language in ELIDING

    def bare(self, i: int) -> str:
        """Return word *i* without the article that French and Italian join to it."""
        text = self.scan.texts[i]
        return bare_of(text) if self.elides else text

    def is_opener(self, i: int) -> bool:
        """Tell whether word *i* begins a sentence or a phrase, and no name: small words, "The", "All"."""
        scan = self.scan
        if not scan.is_capital[i] and not scan.texts[i][0].isdigit():
            return True
        lower = scan.lowers[i]
        if lower not in self.openers or self._begins_place(i):
            return False
        if scan.texts[i] == "All" and scan.lowers[i + 1] in _HALLOWED:
            return False  # "All Saints Church"
        if scan.texts[i] == "All" and scan.kinds[i + 1] == "country" and scan.joined[i]:
            return scan.begins_sentence(i)  # "All India Radio"
        if lower in _ORDINALS:  # "at the First Presbyterian Church"
            return scan.begins_sentence(i) or scan.is_title_case(i)
        return scan.texts[i] != "The" or i == 0 or scan.begins_sentence(i)

    def _begins_place(self, i: int) -> bool:
        """Tell whether word *i* begins the name of a country or a town: "New Zealand Film Commission"."""
        mention = self.scan.cover[i]
        return mention is not None and mention.kind in GEO and mention.start == self.scan.starts[i]

    def is_article(self, i: int) -> bool:
        """Tell whether word *i* is an article, also in a headline all in capitals."""
        if self.scan.lowers[i] not in _ARTICLES:
            return False
        text = self.scan.texts[i]
        return not self.scan.is_capital[i] or (text.isupper() and len(text) > 1)

    def past_articles(self, i: int) -> int:
        """Return the first word from *i* on that is no article, of those that only spaces part from the word before."""
        while self.scan.joined[i - 1] and self.is_article(i):
            i += 1
        return i

    def is_topic(self, lower: str) -> bool:
        """Tell whether the word (in small letters) may say what a body is for: a field or any word of the language."""
        if lower in self.topics or lower in self.common:
            return True
        return len(lower) > _LONG_TOPIC and lower.endswith(_TOPIC_ENDINGS)

    def is_given(self, i: int) -> bool:
        """Tell whether word *i* is a given name."""
        return fold(self.scan.texts[i]) in self.people.given

    def is_shouted(self, i: int) -> bool:
        """Tell whether both neighbours of word *i* stand in capitals as well, as in a headline."""
        near = [self.scan.texts[k] for k in (i - 1, i + 1) if 0 <= k < self.scan.count]
        return all(text.isupper() and len(text) > 1 for text in near)

    def has_head(self, begin: int, end: int) -> bool:
        """Tell whether a word from *begin* up to *end* heads names and is no mere field."""
        heads, topics = self.tables.heads, self.topics
        return any(lower not in topics for lower in self.scan.lowers[begin:end] if lower in heads)

    def is_foreign(self, i: int) -> bool:
        """Tell whether a capital word may be part of a name that no table knows."""
        scan, lower = self.scan, self.scan.lowers[i]
        return (
            scan.is_capital[i]
            and lower not in self.offices
            and lower not in self.tables.words["events"]
            and not self.is_topic(lower)
            and lower not in self.people.words["honorifics"]
            and not self.is_opener(i)
            and scan.kinds[i] not in ("date", "region")
        )

    def is_union(self, i: int) -> bool:
        """Tell whether word *i* names a union of states or the United Nations: "EU Office"."""
        scan, mention = self.scan, self.scan.cover[i]
        if scan.lowers[i] == "nations" and scan.lowers[i - 1] == "united":
            return True
        if mention is not None and mention.kind == "region" and (mention.extra or {}).get("form") == "name":
            return True
        return scan.texts[i].isupper() and scan.texts[i] in self.tables.names

    def introduces(self, i: int) -> bool:
        """Tell whether the capital word *i* may stand before a name that it is no part of: an office, "The"."""
        return self.scan.lowers[i] in self.offices or self.is_opener(i) or self.scan.kinds[i] == "country"

    def says_little(self, i: int) -> bool:
        """Tell whether word *i* beside a weak head names nothing: small words, links, whole countries."""
        scan, lower = self.scan, self.scan.lowers[i]
        if not scan.is_capital[i] and not is_capital_inside(scan.texts[i]):
            return True
        if scan.kinds[i] in ("country", "region"):
            return "-" not in scan.texts[i]  # "Deutsch-Polnische Gesellschaft"
        return lower in self.tables.words["links"] or lower in self.tables.words["articles"]


def is_capital_inside(text: str) -> bool:
    """Tell whether a capital follows an elided article.

    >>> is_capital_inside("l'Institut"), is_capital_inside("l'institut"), is_capital_inside("Institut")
    (True, False, False)
    """
    return not text.isalnum() and text.replace("’", "'").partition("'")[2][:1].isupper()


def has_apostrophe(text: str) -> bool:
    """Tell whether an apostrophe stands in *text*.

    >>> has_apostrophe("l’institut"), has_apostrophe("institut")
    (True, False)
    """
    return "'" in text or "’" in text
