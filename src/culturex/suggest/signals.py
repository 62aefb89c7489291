"""Signals: where the article names an event or tells one, each with a type and a strength."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import attrgetter

from culturex.suggest import country_days, naming
from culturex.suggest.lexicon import Cue, words_of
from culturex.suggest.naming import NOUN, WEAK
from culturex.suggest.once import once
from culturex.suggest.pairing import Pair, pairs_of
from culturex.suggest.scene import Scene
from culturex.text import Span

__all__ = ["NOUN", "PAIR", "WEAK", "Signal", "Signals", "find"]

PAIR = 0.85
_OPENED = frozenset({"exhibition", "festival", "conference", "course", "competition", "performance"})
# What happens at events of other types: the dancers perform at a festival, the intern stays in a workshop.
_HOUSES, _HOUSED = frozenset({"festival", "course", "exhibition", "conference"}), frozenset({"performance", "exchange"})
# Signals looked at in one article; longer articles are surveys whose later parts repeat.
_MOST = 300
# Pairs that are part of what a noun of another type names, and the list of their acts.
_PARTS = {"donation": ("exhibition", "lend"), "performance": ("exchange", "travel")}
# What people travel for is named so near behind the little word that says so ("on a two-week course").
_PURPOSE = 30
# "young" stands so near before a country.
_YOUNG = 10
# What is given, and to whom, stands so near behind the word for giving.
_GIVEN = 40
_JOURNEYS = frozenset({"visit", "meeting"})
# A traveller is named so near to the word for the journey.
_TRAVELLER = 50
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_OPENING_QUOTES = frozenset("\"“«„‘'")
_by_place = attrgetter("start", "end")
_code = attrgetter("code")
_SEVERAL = 2


@dataclass(slots=True, eq=False)  # told apart by what they are, not by what they hold
class Signal:
    """A stretch of a sentence that tells an event of a *type*.

    *strength* is 0 to 1; *head* the word that names the event or the thing acted upon, from which a name may grow.
    """

    type: str
    start: int
    end: int
    sentence: int
    strength: float
    rule: str
    head: Span

    @property
    def level(self) -> str:
        """How strong it is, in a word: "strong" (a name), "pair" (an act and a thing) or "weak"."""
        return "strong" if self.strength >= NOUN else "pair" if self.strength >= PAIR else "weak"


@dataclass
class Signals:
    """The signals of an article in order, and by sentence."""

    scene: Scene
    all: list[Signal]
    # What speaks for each type of main event, once it is counted.
    spoken: dict[str, float] = field(default_factory=dict)

    @once
    def at(self) -> dict[int, list[Signal]]:
        """The signals of each sentence."""
        filed: dict[int, list[Signal]] = defaultdict(list)
        for signal in self.all:
            filed[signal.sentence].append(signal)
        return filed

    @once
    def signed(self) -> dict[int, int]:
        """Where in each sentence the first signing of an instrument ends that an act and a thing tell."""
        found: dict[int, int] = {}
        for signal in self.all:
            if signal.type == "agreement" and signal.rule == "pair":
                found[signal.sentence] = min(signal.end, found.get(signal.sentence, signal.end))
        return found

    @once
    def _strongest(self) -> dict[tuple[int, str], Signal]:
        found: dict[tuple[int, str], Signal] = {}
        for signal in self.all:
            best = found.get((signal.sentence, signal.type))
            if best is None or signal.strength > best.strength:
                found[signal.sentence, signal.type] = signal
        return found

    @once
    def strong(self) -> frozenset[str]:
        """The types that more than a weak word tells."""
        return frozenset([s.type for s in self.all if s.strength >= PAIR])

    def best(self, sentence: int, type_: str) -> Signal | None:
        """Return the strongest signal of a type in a sentence."""
        return self._strongest.get((sentence, type_))


def find(scene: Scene) -> Signals:
    """Return the signals of the article, in order of the text."""
    found: list[Signal] = []
    young = _young(scene)
    for sentence in _telling(scene, young):
        found += _of_sentence(scene, sentence, young.get(sentence, []))
        if len(found) > _MOST:
            break
    days = [Signal("festival", *span, at, NOUN, "noun", span) for at, span in country_days.spans(scene)]
    days = [d for d in days if not any(s.sentence == d.sentence and s.start < d.end and d.start < s.end for s in found)]
    return Signals(scene, sorted([*found, *days], key=_by_place) if days else found)


def _telling(scene: Scene, young: dict[int, list[Cue]]) -> list[int]:
    """Return the sentences that name an event, or have an act and a thing or *young* people, in order."""
    told = scene.cues_at.items()
    return [
        s for s, here in told if "noun" in here or "weak" in here or ("act" in here and ("thing" in here or s in young))
    ]


def _of_sentence(scene: Scene, sentence: int, young: list[Cue]) -> list[Signal]:
    """Return the signals of a sentence: the events it names, and those that its acts and things tell together."""
    cues = scene.cues_at[sentence]
    acts, things = cues.get("act", ()), cues.get("thing", ())
    found = _named(scene, sentence)
    given = _given(scene, sentence, acts) if acts else None
    if acts and things:
        if not given:  # of the others no pair is made
            upon = {c.code for c in (*things, *young)}
            acts = [c for c in acts if c.code in upon]
        # "the Foundation gave": a word of a name tells no deed
        acts = [c for c in acts if not naming.is_inside_name(scene, c)]
        if "cue" in cues and "no_event" in map(_code, cues["cue"]):
            acts = [c for c in acts if not _is_no_event(cues["cue"], c)]
    if young:
        things = [*things, *young]
    pairs = pairs_of(scene, acts, things) if acts and things else {}
    if not (found or pairs or given):
        return found
    politics = "cue" in cues and "setting" in map(_code, cues["cue"]) and _is_setting_of_state(scene, sentence)
    found = _beside_pairs(found, pairs, politics=politics)
    named = {s.type for s in found}  # what is rare is looked for only where its type is named
    opened = not named.isdisjoint(_OPENED) and any(s.type in _OPENED and s.strength == NOUN for s in found)
    if opened:
        found = [s for s in found if s.type != "opening" or s.strength >= PAIR]
    for type_, pair in pairs.items():
        if (type_ == "opening" and opened) or (politics and type_ in _JOURNEYS):
            continue  # what was opened is an exhibition or a festival, in a museum or a library
        if not _is_no_deed(scene, type_, pairs, found):
            found.append(_of_pair(scene, type_, pair))
    if given and acts and "donation" not in pairs:
        found.append(given)
    if "course" in named:
        found = _learned(scene, sentence, found)
    if len(found) < _SEVERAL:
        return found
    housed = () if named.isdisjoint(_HOUSES) else [s for s in found if s.type in _HOUSED and s.strength >= PAIR]
    return sorted([_housed(scene, s, housed) for s in found] if housed else found, key=_by_place)


def _named(scene: Scene, sentence: int) -> list[Signal]:
    """Return the signals of the nouns of a sentence that name events."""
    cues = scene.cues_at[sentence]
    return [
        Signal(c.code, c.start, c.end, sentence, naming.strength(scene, c), group, Span(c.start, c.end))
        for group in ("noun", "weak")
        for c in cues.get(group, ())
        if naming.is_event(scene, c)
    ]


def _beside_pairs(found: list[Signal], pairs: dict[str, Pair], *, politics: bool) -> list[Signal]:
    """Return the signals *found* as they count beside the *pairs* of their sentence, and where it tells *politics*."""
    if politics:
        found = [s if s.type not in _JOURNEYS else replace(s, strength=WEAK) for s in found]
    if "anniversary" in pairs and "agreement" not in pairs:
        found = [replace(s, strength=WEAK) if _is_kept(s, *pairs["anniversary"]) else s for s in found]
    if "agreement" in pairs:
        found = [s for s in found if s.type == "agreement" or not _is_of_instrument(s, *pairs["agreement"])]
    return found


def _is_no_deed(scene: Scene, type_: str, pairs: dict[str, Pair], found: list[Signal]) -> bool:
    """Tell whether the pair of a type tells no event of its own beside the others of its sentence."""
    act, thing = pairs[type_]
    if type_ == "visit" and _is_of_envoy(scene, pairs[type_], pairs.get("meeting")):
        return True
    return _is_part(scene, type_, act, found) or (type_ == "opening" and _is_no_house(scene, act, thing))


def _of_pair(scene: Scene, type_: str, pair: Pair) -> Signal:
    """Return the signal of an act and a thing that tell an event together."""
    act, thing = pair
    start, end = min(act.start, thing.start), max(act.end, thing.end)
    strength = WEAK if _is_only_said(scene, act) else PAIR
    return Signal(type_, start, end, act.sentence, strength, "pair", Span(thing.start, thing.end))


def _is_no_event(cues: Sequence[Cue], act: Cue) -> bool:
    """Tell whether an act is a word of what one of the *cues* tells to be no event ("lessons learnt")."""
    return any(c.code == "no_event" and c.start <= act.start and act.end <= c.end for c in cues)


def _learned(scene: Scene, sentence: int, found: list[Signal]) -> list[Signal]:
    """Return the signals *found* with a course in place of the journey to it ("are going to Ankara for training")."""
    courses = [s for s in found if s.type == "course" and s.rule == "weak"]
    if not courses or not scene.of_kind(sentence, "date"):
        return found
    went = [s.start for s in found if s.type == "visit"]
    went += [c.start for c in scene.group(sentence, "cue") if c.code == "goes_to"]
    little = words_of(scene.document.language, "cue", "little")
    for course in courses:
        before = scene.document.lowers_in((max(0, course.start - _PURPOSE), course.start))[-3:]
        if any(start < course.start for start in went) and not little.isdisjoint(before):
            rest = [replace(s, strength=WEAK) if s.type == "visit" else s for s in found if s is not course]
            return [*rest, replace(course, strength=PAIR)]
    return found


def _is_only_said(scene: Scene, act: Cue) -> bool:
    """Tell whether an act stands in direct speech that tells no date but "today"."""
    if not scene.is_spoken(act.start):
        return False
    dates = (m for m in scene.of_kind(act.sentence, "date") if not (m.extra or {}).get("relative"))
    return not any(scene.is_spoken(m.start) for m in dates)


def _housed(scene: Scene, signal: Signal, housed: Sequence[Signal]) -> Signal:
    """Return a *signal* as a weak one if it names where one of those *housed* happens, told before in the sentence."""
    if signal.type not in _HOUSES or signal.strength < NOUN or signal.sentence in scene.headlines:
        return signal
    told = any(s.end <= signal.start for s in housed)
    return replace(signal, strength=WEAK) if told and naming.is_where(scene, signal.start) else signal


def _young(scene: Scene) -> dict[int, list[Cue]]:
    """Return, by sentence, young people told by their country alone ("five young Basotho"), whom exchanges take."""
    told = words_of(scene.document.language, "cue", "young")
    found: dict[int, list[Cue]] = {}
    if told.isdisjoint(scene.document.lowers):  # as on most pages
        return found
    for sentence, countries in scene.kinds_at["country"].items():
        for country in countries:
            before = scene.document.lowers_in((max(0, country.start - _YOUNG), country.start))[-1:]
            if not told.isdisjoint(before):
                cue = Cue("thing", "exchange", country.start, country.end, sentence)
                found.setdefault(sentence, []).append(cue)
    return found


def _given(scene: Scene, sentence: int, acts: Sequence[Cue]) -> Signal | None:
    """Return the signal of things that are given by number, whatever they are ("sent 200 tin whistles to schools")."""
    for act in acts:
        if act.code != "donation":
            continue
        if scene.text((act.start, act.end)).casefold() not in words_of(scene.document.language, "cue", "giving"):
            continue
        behind = scene.document.words_in((act.end, act.end + _GIVEN))[:4]
        for number, thing in pairwise(behind):
            if number.text.isdecimal() and len(number.text) > 1 and thing.text.islower():
                if any(m.start <= number.start < m.end for k in ("number", "date") for m in scene.of_kind(sentence, k)):
                    break  # people are sent, and years are told
                if _leads_on(scene, thing.end):
                    span = Span(thing.start, thing.end)
                    return Signal("donation", act.start, thing.end, sentence, PAIR, "pair", span)
    return None


def _leads_on(scene: Scene, end: int) -> bool:
    """Tell whether the words behind say to whom ("to schools in Ramallah")."""
    to = words_of(scene.document.language, "cue", "recipient_to")
    return not to.isdisjoint(scene.document.lowers_in((end, end + _GIVEN)))


def _is_setting_of_state(scene: Scene, sentence: int) -> bool:
    """Tell whether a sentence only dates what it tells by a visit of a head of state ("during the President's visit").

    So does one that names the traveller alone ("during Xi's visit").
    """
    settings = [c for c in scene.group(sentence, "cue") if c.code == "setting"]
    visits = [c for group in ("noun", "weak") for c in scene.group(sentence, group) if c.code == "visit"]
    heads = words_of(scene.document.language, "cue", "state_heads")
    for setting in settings:
        for visit in visits:
            between = scene.text((setting.end, visit.start)) if 0 <= visit.start - setting.end <= _TRAVELLER else None
            if between is None:
                continue
            if between.rstrip().endswith(_POSSESSIVES):
                return True
            if not heads.isdisjoint(scene.document.lowers_in((visit.end, visit.end + _TRAVELLER))):
                return True
    return False


def _is_part(scene: Scene, type_: str, act: Cue, named: list[Signal]) -> bool:
    """Tell whether a pair is only part of what its sentence names: a loan to an exhibition, how residents came."""
    whole, acts = _PARTS.get(type_, ("", ""))
    if not any(s.type == whole and s.strength == NOUN for s in named):
        return False
    return scene.text((act.start, act.end)).casefold() in words_of(scene.document.language, "cue", acts)


def _is_no_house(scene: Scene, act: Cue, thing: Cue) -> bool:
    """Tell whether what opens is shown in a house, or goes on until a day, as no house does."""
    return _is_opener(scene, act, thing) or (scene.has(act.sentence, "cue", "closes") and act.end <= thing.start)


def _is_opener(scene: Scene, act: Cue, thing: Cue) -> bool:
    """Tell whether a house before the verb opens something by its name: "the museum opens “Sons of the Tide”"."""
    return thing.end <= act.start and scene.document.text[act.end : act.end + 2].strip()[:1] in _OPENING_QUOTES


def _is_kept(signal: Signal, act: Cue, thing: Cue) -> bool:
    """Tell whether an instrument is only what a jubilee is of ("celebrated forty years of their twinning")."""
    return signal.type == "agreement" and signal.start >= thing.start > act.start


def _is_of_instrument(signal: Signal, act: Cue, thing: Cue) -> bool:
    """Tell whether a noun only says what kind of instrument is signed ("signed a grant contract")."""
    return act.end <= signal.start <= thing.start <= signal.end + 1 and signal.end <= thing.end


def _is_of_envoy(scene: Scene, visit: Pair, meeting: Pair | None) -> bool:
    """Tell whether the words of a visit say that an envoy was received, or went to a house: envoys live in the country.

    The one is a meeting, the other no event.
    """
    act, thing = visit
    envoys = (c for c in scene.group(act.sentence, "cue") if c.code == "envoy")
    if not any(c.start <= thing.start < c.end for c in envoys):
        return False
    received = meeting is not None and meeting[0].start == act.start
    return received or (act.start > thing.end and not scene.of_kind(act.sentence, "date"))
