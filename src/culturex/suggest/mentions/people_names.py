"""Read names of people as runs of capitalised words, and judge by what stands around them whether they are names."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter

from culturex.suggest.mentions.people_looks import INITIALS, Part, looks, parts
from culturex.suggest.mentions.people_tables import PeopleTables, fold
from culturex.suggest.mentions.people_tails import FATHERS, RANKED
from culturex.suggest.mentions.people_titles import Title
from culturex.suggest.mentions.scan import Scan

_MOST_WORDS = 9
# "Assoc. Prof. Dr. Eng." is as far as it goes.
MOST_HONORIFICS = 6
# How verbs end that may begin a sentence before a name.
_VERB_ENDINGS: dict[str, tuple[str, ...]] = {
    "es": ("ron", "ó", "aban", "ían", "an", "rá", "rán"),
    "pt": ("ram", "ou", "avam", "iam", "am", "rá", "eu", "iu"),
    "it": ("ono", "ano", "ava", "anno"),
}
# Languages whose capitals inside sentences are those of names; words that stand before names of other things.
_SMALL_NOUNS = frozenset(("en", "fr", "es", "it", "pt"))
_NOT_BEFORE = frozenset(
    """
    the a an this that its der die das la el le los in at near en à nach aus from to on of for called named
    de du des au aux chez dans sur d l del di della do da dos das em no na a al nel nella les las os as i gli lo il
    un une una um uma por para per pour entre su sua son sa
    """.split()
)
_SAID_BY_THE_WORD_BEFORE = {
    **dict.fromkeys("the a an der die das la el le los this".split(), (-0.5, "article before")),
    **dict.fromkeys("in at near en à nach aus".split(), (-0.3, "preposition before")),
    **dict.fromkeys("by with invited between par con por von mit meet met".split(), (0.1, "agent")),
}
_GIVEN, _INITIAL, _LONG, _PARTICLE = map(attrgetter, ("given", "initial", "long", "particle"))
# Words of names whose family name stands first; particles that begin a name; words of a long one.
_EASTERN_WORDS = (2, 3)
_LEADING = frozenset(("al", "el", "von", "van", "de"))
_LONG_NAME = 4
# Numbers of rulers and chiefs.
_NUMERALS = frozenset(["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XVI"])
# Verbs of speech that stand before who speaks; others take bodies and towns as objects ("welcomed", "visitó").
_SAID = frozenset(
    """
    said told says added adds explained explains admitted noted recalled recalls joked laughed stressed
    dijo afirmó señaló explicó explica destacó cuenta recordó déclare explique confie souligne raconte dit
    sagte sagt erklärte erklärt meint betont spiega dice afferma racconta disse diz afirmou explicou sublinhou
    """.split()
)
_DEGREES = frozenset({("d.", "ph"), ("phil", "dr")})
_LONG_ACRONYM = 6
_AGE = 2
# What is no part of a name, and countries that are given names, too.
_NEVER = frozenset({"organization", "date", "region"})
_NAMESAKES = frozenset({"jordan", "chad", "georgia", "israel", "india"})
# What may join two family names, and the languages in which it says "and" as well.
_SURNAME_JOINERS = {"e": ("pt", "it"), "y": ("es",), "i": ("ca", "pl", "hr", "sr", "ru", "uk")}
# The Arabic article before family names.
_ARTICLES = frozenset(["al", "el", "ad", "ar", "as", "ash", "at", "az", "an"])


def _is_age(text: str) -> bool:
    """Tell whether a number behind a name may be an age: "Litia Vakaloloma, 19,"."""
    return len(text) == _AGE and text.isdigit() and text[0] != "0"


@dataclass(slots=True)
class Run:
    """Words that may be a name, half open, with the evidence for it; *stop* ends an "of ..." behind it."""

    first: int
    end: int
    stop: int = 0
    score: float = 0.0
    rule: str = "people.run"
    title: Title | None = None
    title_text: str | None = None
    affiliation: str | None = None
    country: str | None = None
    honorific: str | None = None
    byline: bool = False
    topic: bool = False
    reasons: list[str] = field(default_factory=list)

    def add(self, score: float, reason: str) -> None:
        """Count *score* for or against."""
        self.score += score
        self.reasons.append(reason)


class Names:
    """Reads the names of one document."""

    def __init__(self, scan: Scan, people: PeopleTables):
        self.scan = scan
        self.people = people
        # Where the last run ended that turned out to be no name ("Victor Hugo Street").
        self.passed = 0
        self.particles = people.words["particles"]
        self.looks = looks(scan.document)
        self.parts = parts(scan.document.language)
        self.verb_endings = _VERB_ENDINGS.get(scan.document.language, ())

    # --- the extent --------------------------------------------------------------------------------------------

    def end_of(self, first: int, *, titled: bool = False) -> int | None:
        """Return the end of the name that begins at word *first*, or None where none can begin there."""
        scan, words = self.scan, self.scan.words
        if not self._begins(first, titled):
            return None
        end = first + 1
        capitals = 1
        follows_small = titled and first + 1 < scan.count and not scan.is_capital[first + 1]
        if follows_small and not self._is_particle(first + 1) and scan.is_title_case(first):
            return None
        while end < scan.count and end - first < _MOST_WORDS:
            if self._is_nickname(end):
                end += 2
                capitals += 1
                continue
            if not scan.joined[end - 1] and not self._is_split_initial(end - 1):
                break
            word = words[end]
            if word.text in _SURNAME_JOINERS:
                if not self._is_joined_surname(first, end):
                    break
                end += 2
                capitals += 1
                continue
            if self._is_particle(end):
                stop = end + 1
                while stop < scan.count and scan.joined[stop - 1] and self._is_particle(stop):
                    stop += 1
                if stop < scan.count and scan.joined[stop - 1] and scan.is_capital[stop] and self._continues(stop):
                    end = stop + 1
                    capitals += 1
                    continue
                break
            if not (word.text[0].isupper() or self._is_arabic(word.text) or self._is_elided(end)):
                break
            if not (self._continues(end) or self._is_shouted_particle(first, end)):
                break
            end += 1
            capitals += 1
            if word.lower.endswith(("'s", "’s")) or self._is_suffixed(word.lower):
                break
        if capitals == 1 and not titled and "." not in scan.texts[first]:
            return None
        if capitals == 1 and self._is_acronym(scan.texts[first]):
            return None
        if capitals == 1 and scan.lowers[first] in self.people.plain and not self.looks[first].given:
            return None
        end = self._numbered(end)
        blocked = self._blocked(first, end)
        if blocked:
            self.passed = blocked
            return None
        return end

    def _is_suffixed(self, lower: str) -> bool:
        """Tell whether a word ends in a case behind an apostrophe: "Nazarov'u"."""
        _, mark, ending = lower.replace("’", "'").rpartition("'")
        return bool(mark) and ending in self.people.words["suffixes"]

    def _is_nickname(self, i: int) -> bool:
        """Tell whether word *i* stands in quotation marks inside a name: 'Warren "Woody" Hoburg'."""
        scan = self.scan
        quoted = i + 1 < scan.count and scan.gaps[i - 1] in (' "', " “", " ‘") and scan.gaps[i] in ('" ', "” ", "’ ")
        return quoted and scan.is_capital[i] and scan.is_capital[i + 1] and self._continues(i + 1)

    def _is_split_initial(self, i: int) -> bool:
        """Tell whether word *i* is an initial of two letters, with its stop: "Ts. Davaasuren"."""
        return self.scan.texts[i] in INITIALS and self.scan.gaps[i] in (". ", ".")

    def _numbered(self, end: int) -> int:
        """Take the number of a ruler or chief behind a name that ends before word *end*: "Akosua Frema II"."""
        scan = self.scan
        numbered = end < scan.count and scan.texts[end] in _NUMERALS and scan.joined[end - 1]
        return end + 1 if numbered else end

    def _begins(self, i: int, titled: bool) -> bool:
        word, look = self.scan.words[i], self.looks[i]
        if (look.barred and not self._is_namesake(i)) or (len(word.text) < 2 and not self._is_bare_initial(i)):
            return False
        kind = self.scan.kinds[i]
        if kind in _NEVER or (not titled and word.lower.endswith(("'s", "’s"))):
            return False
        if self.verb_endings and self._is_verb_first(i):
            return False
        if look.opener and self.scan.begins_sentence(i) and not look.barred:
            return False
        if look.plain and not titled and self._leads_to_name(i):
            return False
        if kind == "country":
            return (look.given and not self._is_adjective(i)) or word.lower in _NAMESAKES
        return not look.blocked

    def may_begin(self, i: int) -> bool:
        """Tell whether a name may begin with word *i*, whatever stands around it."""
        if self.looks[i].barred:
            return self._is_namesake(i)
        return self.scan.lowers[i] not in ("d.", "phil") or not self.is_honorific(i)

    def _is_namesake(self, i: int) -> bool:
        """Tell whether an office, a form of address or an acronym is a name here."""
        scan, word = self.scan, self.scan.words[i]
        if not scan.joined[i] or not word.is_capital:
            return False
        following = scan.words[i + 1]
        if word.lower in self.people.titles:
            # "Sultan bin Turki", "astronaut Sultan Al Neyadi"
            ranked = word.lower in RANKED and i > 0 and self.looks[i - 1].head and scan.joined[i - 1]
            return following.lower in FATHERS or (ranked and following.is_capital)
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
        if i + 2 >= scan.count or not (scan.joined[i] and scan.joined[i + 1]):
            return False
        following = self.looks[i + 1]
        return following.given and not following.plain and scan.is_capital[i + 2]

    def _is_verb_first(self, i: int) -> bool:
        """Tell whether a sentence begins with its verb: "Intervinieron Darío Villanueva y ..."."""
        word = self.scan.words[i]
        if not word.lower.endswith(self.verb_endings) or not self.scan.begins_sentence(i):
            return False
        return not self.looks[i].given

    def _may_be_name(self, i: int) -> bool:
        return self.scan.kinds[i] is None and self.scan.lowers[i] not in self.people.words["fields"]

    def _leads(self, i: int) -> bool:
        """Tell whether word *i* is an office whose holder follows: "Rossiya Segodnya head Dmitry Petrov"."""
        scan, word = self.scan, self.scan.words[i]
        if not self.looks[i].head or word.is_capital or not scan.joined[i]:
            return False
        return scan.is_capital[i + 1]

    def _is_bare_initial(self, i: int) -> bool:
        """Tell whether a single letter without a stop begins a name: "S Jaishankar", "G D Sharma"."""
        scan, words = self.scan, self.scan.words
        if (
            scan.lowers[i] in ("a", "i", "o", "e", "y", "x")
            or i + 1 >= scan.count
            or not scan.joined[i]
            or not scan.is_capital[i + 1]
        ):
            return False
        before = words[i - 1] if i and scan.joined[i - 1] else None
        if before and before.is_capital and not (before.lower in self.people.titles or self.is_honorific(i - 1)):
            return False
        following = words[i + 1]
        return following.lower not in self.people.plain and (len(following.text) == 1 or len(following.text) > 3)

    def _continues(self, i: int) -> bool:
        look, kind = self.looks[i], self.scan.kinds[i]
        if look.closed or kind in _NEVER or (kind == "country" and self._is_adjective(i)):
            return False
        return not (look.plain and self.scan.is_title_case(i))

    def _is_acronym(self, text: str) -> bool:
        """Tell whether a single word is an acronym: "USTM", "MoFA"."""
        bare = text.removesuffix("'s").removesuffix("’s")
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
            # "Ph.D.", "Dr. phil."
            before = self.scan.lowers[i - 1] if i else ""
            return (lower, before) in _DEGREES
        # "Tan" is a form of address in "Tan Sri" alone.
        return lower != "tan" or (i + 1 < self.scan.count and self.scan.lowers[i + 1] == "sri")

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
        scan, word = self.scan, self.scan.words[i]
        if not word.text.isupper() or word.lower not in self.particles or not scan.joined[i]:
            return False
        return scan.texts[i + 1].isupper() and not scan.texts[first].isupper()

    def _is_particle(self, i: int) -> bool:
        word = self.scan.words[i]
        return word.lower in self.particles and not word.is_capital

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
        by_given = end - first == 2 and self.looks[first].given
        for i in range(end - 1, first - 1, -1):
            look = self.looks[i]
            if look.blocks_given or (look.blocker and not by_given):
                return i + 1
        return 0

    # --- the evidence ------------------------------------------------------------------------------------------

    def judge(self, run: Run) -> None:
        """Count what the words themselves and their neighbours say for or against a name."""
        texts = [w.text for w in self.scan.words[run.first : run.end]]
        if "'" in texts[-1] or "’" in texts[-1]:
            texts[-1] = texts[-1].removesuffix("'s").removesuffix("’s")
        self._own_words(run, list(self.parts.of(texts)))
        self._neighbours(run)

    def _own_words(self, run: Run, parts: list[Part]) -> None:
        first, last, count = parts[0], parts[-1], len(parts)
        plain = [part.common and not part.given for part in parts]
        short_rest = count in _EASTERN_WORDS and not any(plain[1:])
        if (first.pinyin and short_rest and parts[1].syllables) or (first.korean and self._is_korean(run)):
            plain[0] = False
        given = any(map(_GIVEN, parts))
        if first.given:
            run.add(0.35 if first.common else 0.55, "given name")
        elif given:
            run.add(0.35, "given name inside")
        if first.eastern and short_rest:
            run.add(0.45, "family name first")
        if any(map(_INITIAL, parts)) and any(map(_LONG, parts)):
            run.add(0.35, "initials")
        if any(map(_PARTICLE, parts[1:])) or self.scan.lowers[run.first] in _LEADING:
            run.add(0.2, "particle")
        if last.ending:
            run.add(0.2, "family name by its ending")
        elif count > 1 and last.family and not last.given:
            run.add(0.25, "family name")
        if last.beginning:
            run.add(0.25, "family name by its beginning")
        common = sum(plain)
        if not common and not given:
            run.add(0.25, "no words of the language")
        if common:
            # "Thomas Lane": a surname that is a word, behind a given name that is none.
            light = first.given and not first.common and common == 1 and not self.scan.is_title_case(run.first)
            run.add(-0.05 if light else -0.35 * common, "words of the language")
        if count > _LONG_NAME:
            run.add(-0.1, "long")

    def _is_korean(self, run: Run) -> bool:
        """Tell whether a Korean family name has two syllables or a hyphen behind it."""
        texts = self.scan.texts[run.first + 1 : run.end]
        return len(texts) == _EASTERN_WORDS[-1] - 1 or any("-" in text for text in texts)

    def _neighbours(self, run: Run) -> None:
        scan = self.scan
        before = scan.lowers[run.first - 1] if run.first and scan.joined[run.first - 1] else ""
        gap = scan.gaps[run.end - 1]
        after = scan.lowers[run.end] if run.end < scan.count and gap in (" ", ", ", "\u00a0") else ""
        if (after and gap != ", " and after in self.people.words["speech"]) or before in _SAID:
            run.add(0.4, "verb of speech")
        elif after and gap != ", " and after in self.people.words["doing"]:
            run.add(0.2, "verb of doing")
        if gap in (", ", " (") and run.end < scan.count and _is_age(scan.texts[run.end]):
            run.add(0.45, "age")
        if gap == ", " and after in ("who", "whose", "qui", "quien", "que", "der", "die"):
            run.add(0.45, "relative clause")
        elif gap == ", " and after in ("from", "of", "representing"):
            run.add(0.15, "origin")
        said = _SAID_BY_THE_WORD_BEFORE.get(before)
        if said is not None:
            run.add(*said)
        if (
            run.end - run.first > 1
            and "no words of the language" in run.reasons
            and scan.document.language in _SMALL_NOUNS
            and before not in _NOT_BEFORE
            and all(self._may_be_name(k) for k in range(run.first, run.end))
            and not scan.begins_sentence(run.first)
            and not scan.is_title_case(run.first)
        ):
            run.add(0.25, "what else")
        if after and gap == " " and self._leads(run.end):
            run.add(-0.6, "a body led by another")
        if before == "of" and run.first > 1 and scan.lowers[run.first - 2] in self.people.words["blockers"]:
            run.add(-0.8, "a place of that name")
        if "given name" not in run.reasons and scan.is_title_case(run.first):
            # Most words of a headline are words of the language; those of a list of guests are none.
            run.add(-0.1 if "no words of the language" in run.reasons else -0.25, "headline")
        if run.end < scan.count and gap == " " and scan.is_capital[run.end] and scan.kinds[run.end] != "organization":
            following = scan.lowers[run.end]
            if following in self.people.words["blockers"]:
                run.add(-0.5, "part of another name")
        cover = scan.cover[run.first]
        if cover is None or cover.kind not in ("country", "place"):
            return
        if cover.end >= scan.ends[run.end - 1]:
            run.add(-0.8, "a place")
        elif cover.kind == "place" and fold(scan.texts[run.first]) not in self.people.given:
            run.add(-0.4, "begins with a place")
