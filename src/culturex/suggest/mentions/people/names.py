"""Read names of people as runs of capitalised words: where one begins, how far it goes."""

from __future__ import annotations

from culturex.suggest.mentions.people.title_words import ADDRESSED, FATHERS, GIVEN_TOO, RANKED, REIGNING, is_given
from culturex.suggest.mentions.scan import Scan
from culturex.suggest.mentions.words.forms import without_possessive
from culturex.suggest.mentions.words.looks import INITIALS, looks
from culturex.suggest.mentions.words.people import PeopleTables, fold

_MOST_WORDS = 9
# "Assoc. Prof. Dr. Eng." is as far as it goes.
MOST_HONORIFICS = 6
# How verbs end that may begin a sentence before a name.
_VERB_ENDINGS: dict[str, tuple[str, ...]] = {
    "es": ("ron", "ó", "aban", "ían", "an", "rá", "rán"),
    "pt": ("ram", "ou", "avam", "iam", "am", "rá", "eu", "iu"),
    "it": ("ono", "ano", "ava", "anno"),
}
# Numbers of rulers and chiefs.
_NUMERALS = frozenset(["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XVI"])
# What stands behind "N." before a number.
_ORDINAL = ("º", "ª", "°")
# The ends of degrees and what goes before: "Ph.D.", "Dr. phil."
_DEGREES = {"d.": ("ph",)} | dict.fromkeys("phil sc med jur iur rer nat oec techn".split(), ("dr", "mr", "mag", "rer"))
_LONG_ACRONYM = 6
# Quotation marks around nicknames.
_OPENING = frozenset((' "', " “", " ‘"))
_CLOSING = frozenset(('" ', "” ", "’ "))
# What is no part of a name, and countries that are given names, too.
_NEVER = frozenset({"organization", "date", "region"})
_NAMESAKES = frozenset({"jordan", "chad", "georgia", "israel", "india"})
# What links names in headlines, with a capital there, and is part of none: "Anna Berg With Paul Lane".
_LINKING = frozenset("with from and for at by as of on after before".split())
_MONTH_NAMES = frozenset(("april", "may", "june", "august"))
# What may join two family names, and the languages in which it says "and" as well.
_SURNAME_JOINERS = {"e": ("pt", "it"), "y": ("es",), "i": ("ca", "pl", "hr", "sr", "ru", "uk")}
# Small words that are particles of some names and the articles or the "and" of these languages.
_NO_PARTICLES = {
    "de": frozenset(("das", "dos", "und", "des")),
    "pt": frozenset(("al", "el")),
    "it": frozenset(("al", "as", "ad")),
}
# At the end of a name it is a street ("Remington St"), not the saint of "Emily St. John".
_STREET = "st"
# Particles that begin no row of them, since alone they are articles: "von der Leyen", but "Wagen der Feuerwehr".
_ARTICLES_OF = {"de": frozenset(("der", "den", "die"))}
# The Arabic article before family names.
_ARTICLES = frozenset(["al", "el", "ad", "ar", "as", "ash", "at", "az", "an"])


class Names:
    """Reads the names of one document."""

    def __init__(self, scan: Scan, people: PeopleTables):
        self.scan = scan
        self.people = people
        # Where the last run ended that turned out to be no name ("Victor Hugo Street").
        self.passed = 0
        self.particles = people.words["particles"] - _NO_PARTICLES.get(scan.document.language, frozenset())
        self.articles = _ARTICLES_OF.get(scan.document.language, frozenset())
        self.looks = looks(scan.document)
        self.large_nouns = scan.document.language == "de"
        self.verb_endings = _VERB_ENDINGS.get(scan.document.language, ())

    def end_of(self, first: int, *, titled: bool = False) -> int | None:
        """Return the end of the name that begins at word *first*, or None where none can begin there."""
        scan = self.scan
        if not self._begins(first, titled):
            return None
        follows_small = titled and first + 1 < scan.count and not scan.is_capital[first + 1]
        if follows_small and not self._is_particle(first + 1) and scan.is_title_case(first):
            return None
        end = first + 1
        capitals = 1
        while end < scan.count and end - first < _MOST_WORDS and (stop := self._next(first, end)) > end:
            capitals += 1
            end = stop
            if self._is_closed(end - 1):
                break
        if capitals == 1 and not self._is_enough(first, titled):
            return None
        if scan.texts[end] in _NUMERALS and scan.joined[end - 1]:
            end += 1  # of a ruler or chief: "Akosua Frema II"
        blocked = self._blocked(first, end)
        if blocked:
            self.passed = blocked
            return None
        return end

    def _next(self, first: int, end: int) -> int:
        """Return the end of the next word of the name in words *first* to *end*, with the small words before it.

        That is *end* where none follows.
        """
        scan = self.scan
        if not scan.joined[end - 1]:
            if self._is_nickname(end):
                return end + 2
            if not self._is_split_initial(end - 1):
                return end
        text = scan.texts[end]
        if not scan.is_capital[end]:
            if text in _SURNAME_JOINERS:
                return end + 2 if self._is_joined_surname(first, end) else end
            if scan.lowers[end] in self.particles:
                return self._behind_particles(end)
            if text.isalpha() or not (self._is_arabic(text) or self._is_elided(end)):
                return end
        if self.large_nouns and end - first > 1 and scan.lowers[end] in self.people.words["topics"]:
            return end  # "unter Leitung von Anna Berg Werke von Bach"
        if text == "I" and end - first > 1 and scan.document.language == "en":
            return end  # "With Dr. Ann Berg I shall go": rulers are counted by one name, "Elizabeth I"
        return end + 1 if self._continues(end) or self._is_shouted_particle(first, end) else end

    def _behind_particles(self, begin: int) -> int:
        """Return the end of the capital word that particles from word *begin* on lead to; *begin* if there is none."""
        scan, at = self.scan, begin + 1
        if scan.lowers[begin] in self.articles:
            return begin
        while scan.joined[at - 1] and self._is_particle(at):
            at += 1
        return at + 1 if scan.joined[at - 1] and scan.is_capital[at] and self._continues(at) else begin

    def _is_closed(self, i: int) -> bool:
        """Tell whether word *i* ends its name: it is in the possessive or has the ending of a case."""
        lower = self.scan.lowers[i]
        return not lower.isalnum() and (lower.endswith(("'s", "’s")) or self._is_suffixed(lower))

    def _is_enough(self, i: int, titled: bool) -> bool:
        """Tell whether word *i* alone may be a name."""
        text = self.scan.texts[i]
        if (not titled and "." not in text) or self._is_acronym(text):
            return False
        if text[-1] == "." and max(map(len, text.split("."))) == 1:
            return False  # "e. V.", "N.B."
        return self.looks[i].given or self.scan.lowers[i] not in self.people.plain

    def _is_suffixed(self, lower: str) -> bool:
        """Tell whether a word ends in a case behind an apostrophe: "Nazarov'u"."""
        _, mark, ending = lower.replace("’", "'").rpartition("'")
        return bool(mark) and ending in self.people.words["suffixes"]

    def _is_nickname(self, i: int) -> bool:
        """Tell whether word *i* stands in quotation marks inside a name: 'Warren "Woody" Hoburg'."""
        scan = self.scan
        quoted = scan.gaps[i - 1] in _OPENING and scan.gaps[i] in _CLOSING
        return quoted and scan.is_capital[i] and scan.is_capital[i + 1] and self._continues(i + 1)

    def _is_split_initial(self, i: int) -> bool:
        """Tell whether word *i* is an initial of two letters, with its stop: "Ts. Davaasuren"."""
        return self.scan.texts[i] in INITIALS and self.scan.gaps[i] in (". ", ".")

    def _begins(self, i: int, titled: bool) -> bool:
        look, kind, text = self.looks[i], self.scan.kinds[i], self.scan.texts[i]
        if kind in _NEVER or (look.barred and not self._is_namesake(i)):
            return False
        if (len(text) == 1 and not self._is_bare_initial(i)) or (not titled and text.endswith(("'s", "’s"))):
            return False
        if self.verb_endings and self._is_verb_first(i):
            return False
        if look.opener and not look.barred and self.scan.begins_sentence(i):
            return False
        if (look.plain or (self.large_nouns and not look.given)) and not titled and self._leads_to_name(i):
            return False
        if kind == "country":
            return (look.given and not self._is_adjective(i)) or self.scan.lowers[i] in _NAMESAKES
        return not look.blocked or self._is_month_name(i)

    def _is_month_name(self, i: int) -> bool:
        """Tell whether a month is a given name, behind a form of address: "Ms. June Berg"."""
        named = self.scan.lowers[i] in _MONTH_NAMES and i > 0 and self.looks[i - 1].honorific
        return named and self.scan.joined[i] and self.scan.is_capital[i + 1]

    def may_begin(self, i: int) -> bool:
        """Tell whether a name may begin with word *i*, whatever stands around it."""
        if self.looks[i].barred:
            return self._is_namesake(i)
        return self.scan.lowers[i] not in _DEGREES or not self.is_honorific(i)

    def _is_namesake(self, i: int) -> bool:
        """Tell whether an office, a form of address or an acronym is a name here."""
        scan, word = self.scan, self.scan.words[i]
        if not scan.joined[i] or not word.is_capital:
            return False
        following = scan.words[i + 1]
        if word.lower in self.people.titles:
            if word.lower in GIVEN_TOO:
                return is_given(scan, self.looks, i)
            # "Sultan bin Turki", "astronaut Sultan Al Neyadi"
            ranked = word.lower in RANKED and i > 0 and self.looks[i - 1].head and scan.joined[i - 1]
            addressed = word.lower in ADDRESSED and i > 0 and self.looks[i - 1].honorific
            addressed = addressed and scan.lowers[i - 1] not in REIGNING
            return following.lower in FATHERS or ((ranked or addressed) and following.is_capital)
        if self.looks[i].honorific:
            return word.lower == "tan" and following.is_capital and not self.is_honorific(i)
        if self.looks[i].opener:
            # "General Secretary To Lam", "Mr. Per Berg"
            led = i > 0 and (self.looks[i - 1].head or self.looks[i - 1].honorific)
            named = word.lower in self.people.words["openers_too"] and not scan.begins_sentence(i)
            return led and named and following.is_capital and not self.looks[i + 1].barred
        # "Governor ABE Yuriko": a family name in capitals.
        if not (word.text.isupper() and word.text.isalpha() and len(word.text) > 1) or not i:
            return False
        led = self.looks[i - 1].head or self.looks[i - 1].honorific
        return led and following.is_capital and not following.text.isupper() and not self.looks[i + 1].plain

    def _leads_to_name(self, i: int) -> bool:
        """Tell whether a given name and more follow a word of the language: "Entertainer Steve Harvey"."""
        scan = self.scan
        if self.large_nouns and scan.lowers[i + 1] == "von" and scan.joined[i]:
            i += 1  # "zum Amtsantritt von Carola Berg"
        if i + 2 >= scan.count or not (scan.joined[i] and scan.joined[i + 1]):
            return False
        following = self.looks[i + 1]
        given = following.given or fold(scan.texts[i + 1].partition("-")[0]) in self.people.given
        return given and not following.plain and scan.is_capital[i + 2]

    def _is_verb_first(self, i: int) -> bool:
        """Tell whether a sentence begins with its verb: "Intervinieron Darío Villanueva y ..."."""
        scan = self.scan
        opens = scan.begins_sentence(i) and scan.lowers[i].endswith(self.verb_endings)
        return opens and not self.looks[i].given

    def _is_bare_initial(self, i: int) -> bool:
        """Tell whether a single letter without a stop begins a name: "S Jaishankar", "G D Sharma"."""
        scan, before = self.scan, i - 1
        if scan.lowers[i] in ("a", "i", "o", "e", "y", "x") or not (scan.joined[i] and scan.is_capital[i + 1]):
            return False
        named = scan.joined[before] and scan.is_capital[before] and scan.lowers[before] not in self.people.titles
        if named and not self.is_honorific(before):
            return False
        size = len(scan.texts[i + 1])
        return scan.lowers[i + 1] not in self.people.plain and (size == 1 or size > 3)

    def _continues(self, i: int) -> bool:
        look, kind = self.looks[i], self.scan.kinds[i]
        if (
            look.closed
            or kind in _NEVER
            or self.scan.texts[i].endswith(_ORDINAL)
            or self.scan.lowers[i] in _LINKING
            or (kind == "country" and self._is_adjective(i))
        ):
            return False
        return not (look.plain and self.scan.is_title_case(i))

    def _is_acronym(self, text: str) -> bool:
        """Tell whether a single word is an acronym: "USTM", "MoFA"."""
        bare = without_possessive(text)
        if (
            "." in bare
            or "-" in bare
            or "'" in bare
            or "’" in bare
            or bare.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Van"))
        ):
            return False
        return len(bare) <= _LONG_ACRONYM and sum(c.isupper() for c in bare) > 1

    def is_honorific(self, i: int) -> bool:
        """Tell whether word *i* is a form of address ("HE" in capitals, never "he")."""
        lower = self.scan.lowers[i]
        if not self.looks[i].honorific:
            return lower in _DEGREES and self.scan.lowers[i - 1] in _DEGREES[lower]
        # "Tan" is a form of address in "Tan Sri" alone.
        return lower != "tan" or self.scan.lowers[i + 1] == "sri"

    def _is_arabic(self, text: str) -> bool:
        """Tell whether a word is an Arabic family name with its article: "el-Sissi"."""
        article, _, name = text.partition("-")
        return article in _ARTICLES and name[:1].isupper()

    def _is_elided(self, i: int) -> bool:
        """Tell whether a word is a family name behind an elided particle: "d'Ormesson", "dell'Orto"."""
        prefix, _, rest = self.scan.texts[i].replace("’", "'").partition("'")
        return prefix in ("d", "dell", "dall", "degl") and rest[:1].isupper() and self.scan.kinds[i] != "country"

    def _is_shouted_particle(self, first: int, i: int) -> bool:
        """Tell whether a particle in capitals leads on to a family name in capitals: "Nadia EL FASSI"."""
        scan = self.scan
        if scan.lowers[i] not in self.particles or not scan.texts[i].isupper() or not scan.joined[i]:
            return False
        return scan.texts[i + 1].isupper() and not scan.texts[first].isupper()

    def _is_particle(self, i: int) -> bool:
        return self.scan.lowers[i] in self.particles and not self.scan.is_capital[i]

    def _is_joined_surname(self, first: int, i: int) -> bool:
        """Tell whether "e" or "y" at word *i* joins two family names: "Crasto e Miranda", "de la Torre y Guzmán"."""
        scan = self.scan
        if scan.texts[i] not in _SURNAME_JOINERS or i - first < 2 or i + 1 >= scan.count or not scan.joined[i]:
            return False
        if scan.document.language in _SURNAME_JOINERS[scan.texts[i]] and not any(
            scan.lowers[k] in self.particles for k in range(first, i)
        ):
            return False
        follows = self.looks[i + 1]
        ends = i + 2 >= scan.count or not scan.joined[i + 1] or not scan.is_capital[i + 2]
        return scan.is_capital[i + 1] and ends and not follows.barred and scan.kinds[i + 1] is None

    def _is_adjective(self, i: int) -> bool:
        mention = self.scan.cover[i]
        return mention is not None and (mention.extra or {}).get("form") in (
            "adjective",
            "demonym",
            "people",
            "language",
        )

    def _blocked(self, first: int, end: int) -> int:
        """Return the end of the last word that makes the run a place, a work or a body; 0 where none does."""
        if self.scan.lowers[end - 1] == _STREET:
            return end
        by_given = end - first == 2 and self.looks[first].given
        for i in range(end - 1, first - 1 + self._is_month_name(first), -1):
            look = self.looks[i]
            if look.blocks_given or (look.blocker and not by_given):
                return i + 1
        return 0
