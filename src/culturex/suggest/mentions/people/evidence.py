"""Judge runs of capitalised words by themselves and by what stands around them: whether they are names of people."""

from __future__ import annotations

from dataclasses import dataclass, field

from culturex.suggest.mentions.people.names import Names
from culturex.suggest.mentions.people.title_words import Title
from culturex.suggest.mentions.words.forms import without_possessive
from culturex.suggest.mentions.words.looks import Part, parts
from culturex.suggest.mentions.words.people import fold

# What begins the names of saints, which churches, towns and schools bear; such a name has two words.
_SAINTLY = frozenset(("san", "santa", "santo", "saint", "sainte", "são", "sankt"))
_SAINT = 2
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
# Words of names whose family name stands first; particles that begin a name; words of a long one.
_EASTERN_WORDS = (2, 3)
_LEADING = frozenset(("al", "el", "von", "van", "de"))
_LONG_NAME = 4
# Verbs of speech that stand before who speaks; others take bodies and towns as objects ("welcomed", "visitó").
_SAID = frozenset(
    """
    said told says added adds explained explains admitted noted recalled recalls joked laughed stressed
    dijo afirmó señaló explicó explica destacó cuenta recordó déclare explique confie souligne raconte dit
    sagte sagt erklärte erklärt meint betont spiega dice afferma racconta disse diz afirmou explicou sublinhou
    """.split()
)
_NEAR = frozenset((" ", ", ", "\u00a0"))
_RELATIVES = frozenset(("who", "whose", "qui", "quien", "que", "der", "die"))
_ORIGINS = frozenset(("from", "of", "representing"))
_AGE = 2
# "Ming", "Ling" and "Jing" are names.
_SHORT_DEED = 6


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


class Judge:
    """Judges the names of one document."""

    def __init__(self, names: Names) -> None:
        self.scan = names.scan
        self.people = names.people
        self.looks = names.looks
        self.parts = parts(self.scan.document.language)
        # Behind a name in German, "Werke" and "Lieder" begin what is played.
        self.works = self.people.words["topics"] if self.scan.document.language == "de" else frozenset[str]()
        self.small_nouns = self.scan.document.language in _SMALL_NOUNS

    def judge(self, run: Run) -> None:
        """Count what the words themselves and their neighbours say for or against a name."""
        texts = self.scan.texts[run.first : run.end]
        if not texts[-1].isalnum():
            texts[-1] = without_possessive(texts[-1])
        self._own_words(run, list(self.parts.of(texts)))
        self._neighbours(run)

    def _own_words(self, run: Run, parts: list[Part]) -> None:
        first, last, count = parts[0], parts[-1], len(parts)
        given = initial = long = particle = False
        common = 0
        for part in parts:
            given = given or part.given
            initial = initial or part.initial
            long = long or part.long
            particle = particle or (part.particle and part is not first)
            if part.common and not part.given:
                common += 1
        first_common = first.common and not first.given
        short_rest = count in _EASTERN_WORDS and common == first_common
        if first_common and ((first.pinyin and short_rest and parts[1].syllables) or self._is_korean(run, first)):
            common -= 1
        if first.given:
            run.add(0.35 if first.common else 0.55, "given name")
        elif given:
            run.add(0.35, "given name inside")
        if first.eastern and short_rest:
            run.add(0.45, "family name first")
        if initial:
            run.add(*((0.35, "initials") if long else (-0.8, "initials alone")))
        if (particle and (given or self.small_nouns)) or self.scan.lowers[run.first] in _LEADING:
            run.add(0.2, "particle")
        if last.ending:
            run.add(0.2, "family name by its ending")
        elif count > 1 and last.family and not last.given:
            run.add(0.25, "family name")
        if last.beginning:
            run.add(0.25, "family name by its beginning")
        if not common and not given:
            run.add(0.25, "no words of the language")
        if common:
            # "Thomas Lane": a surname that is a word, behind a given name that is none.
            light = first.given and not first.common and common == 1 and not self.scan.is_title_case(run.first)
            run.add(-0.05 if light else -0.35 * common, "words of the language")
            if first_common and self.scan.lowers[run.first].endswith("s") and self.scan.is_title_case(run.first):
                run.add(-0.6, "a verb of a headline")  # "Pianist Plays Chopin in Hanoi"
        if count > _LONG_NAME:
            run.add(-0.1, "long")
        if not given and count > 1 and self._is_deed(self.scan.lowers[run.first : run.end]):
            run.add(-0.4, "what is done")

    def _is_deed(self, lowers: list[str]) -> bool:
        """Tell whether a deed and its objects, in capitals, name a programme: "Discovering Neighbours"."""
        first, last = lowers[0], lowers[-1]
        english = self.scan.document.language == "en"
        return english and first.endswith("ing") and len(first) > _SHORT_DEED and last.endswith("s")

    def _is_korean(self, run: Run, first: Part) -> bool:
        """Tell whether a Korean family name has two syllables or a hyphen behind it."""
        if not first.korean:
            return False
        texts = self.scan.texts[run.first + 1 : run.end]
        return len(texts) == _EASTERN_WORDS[-1] - 1 or any("-" in text for text in texts)

    def _neighbours(self, run: Run) -> None:
        scan, lists = self.scan, self.people.words
        first, end = run.first, run.end
        before = scan.lowers[first - 1] if scan.joined[first - 1] else ""
        gap = scan.gaps[end - 1]
        after = scan.lowers[end] if gap in _NEAR else ""
        pauses = gap == ", "
        if before in _SAID or (not pauses and after in lists["speech"]):
            run.add(0.4, "verb of speech")
        elif not pauses and after in lists["doing"]:
            run.add(0.2, "verb of doing")
        if (pauses or gap == " (") and is_age(scan.texts[end]):
            run.add(0.45, "age")
        if pauses and after in _RELATIVES:
            run.add(0.45, "relative clause")
        elif pauses and after in _ORIGINS:
            run.add(0.15, "origin")
        if before == "by" and scan.lowers[first - 2] in lists["bylines"]:
            run.add(0.2, "whose pictures they are")
        if before in _SAID_BY_THE_WORD_BEFORE:
            run.add(*_SAID_BY_THE_WORD_BEFORE[before])
        if self.small_nouns and before not in _NOT_BEFORE and self._can_be_nothing_else(run):
            run.add(0.25, "what else")
        if after and gap == " " and self._leads(end):
            run.add(-0.6, "a body led by another")
        if before in lists["sites"] and not run.title:
            run.add(-0.8, "a place of that name")  # "la isla James Ross", "le lycée Victor Hugo"
        if scan.lowers[first] in _SAINTLY and not run.honorific and end - first == _SAINT:
            run.add(-0.4, "a saint's name")
        named_for = before == "of" and first > 1 and scan.lowers[first - 2] in lists["blockers"]
        if named_for and not (scan.lowers[first - 2] == "company" and not scan.is_capital[first - 2]):
            run.add(-0.8, "a place of that name")
        if "given name" not in run.reasons and scan.is_title_case(first):
            # Most words of a headline are words of the language; those of a list of guests are none.
            run.add(-0.1 if "no words of the language" in run.reasons else -0.25, "headline")
        goes_on = gap == " " and scan.is_capital[end] and scan.kinds[end] != "organization"
        if goes_on and scan.lowers[end] in lists["blockers"] and scan.lowers[end] not in self.works:
            run.add(-0.5, "part of another name")
        self._place(run)

    def _can_be_nothing_else(self, run: Run) -> bool:
        """Tell whether words that no list knows stand inside a sentence and name no country, place or field."""
        scan, fields = self.scan, self.people.words["fields"]
        if run.end - run.first < 2 or "no words of the language" not in run.reasons:
            return False
        if any(scan.kinds[run.first : run.end]) or not fields.isdisjoint(scan.lowers[run.first : run.end]):
            return False
        return not scan.begins_sentence(run.first) and not scan.is_title_case(run.first)

    def _leads(self, i: int) -> bool:
        """Tell whether word *i* is an office whose holder follows: "Rossiya Segodnya head Dmitry Petrov"."""
        scan = self.scan
        return self.looks[i].head and not scan.is_capital[i] and scan.joined[i] and scan.is_capital[i + 1]

    def _place(self, run: Run) -> None:
        """Count against the name that it begins with a country or a place, or is one."""
        cover = self.scan.cover[run.first]
        if cover is None or cover.kind not in ("country", "place"):
            return
        text = self.scan.texts[run.end - 1].replace("’", "'")
        ending = len(text) - text.rindex("'") if "'" in text else 0  # "Güney Kore'de"
        if cover.end >= self.scan.ends[run.end - 1] - ending:
            run.add(-0.8, "a place")
        elif cover.kind == "place" and fold(self.scan.texts[run.first]) not in self.people.given:
            run.add(-0.4, "begins with a place")


def is_age(text: str) -> bool:
    """Tell whether a number behind a name may be an age: "Litia Vakaloloma, 19,"."""
    return len(text) == _AGE and text.isdigit() and text[0] != "0"
