"""Which countries and groups of countries are parties to an event, and which of them is the host."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from culturex.suggest.lexicon import Cue, words_of
from culturex.suggest.located import is_address, is_at_school, is_given, is_located
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrences.occurrence import Occurrence, core_sentences
from culturex.suggest.parties import attached, hosts, second
from culturex.suggest.parties.directions import directed
from culturex.suggest.parties.home import dateline_country, home_of, native
from culturex.suggest.parties.remits import is_named_only
from culturex.suggest.parties.senders import is_sender
from culturex.suggest.party import ADJECTIVES, SURE, SURE_IN_BODY, SURE_IN_NAME, WEIGHTS, Party, is_guessed
from culturex.suggest.scene import Scene

# A country needs this much to be a party of the main event if neither headline, lead nor anchor names it.
_ENOUGH = 1.0
_LIST = 5
_sentence = attrgetter("sentence")
# A country that a festival is named for is its guest.
_CELEBRATED = 1.5
_OF = frozenset({"of", "of the", "de", "de la", "du", "del", "di", "da", "do", "der", "на"})
# What it counts that an envoy lives in a country, and how far behind the office its country may stand.
_POSTED, _TITLE = 1.2, 70
# What it counts that somebody goes to a country, and what is left of it in the name of a body, which may stand abroad
# ("visited the Armenian Cultural Centre").
_VISITED, _ABROAD = 2.2, 0.25
# What need not happen at home.
_UNHOUSED = frozenset({"agreement", "donation", "exchange"})
# What it counts that something is given to people of a country.
_GIVEN = 1.2
# What it counts that it is told from a country, that the page is at home there, and that it names its town its own.
_TOLD_FROM, _HOME, _OURS = 0.8, 0.8, 2.0
# "the University of Bern (UB) in Switzerland": a seat is told so near behind the name.
_SEAT = 22
# What it counts that it happens at a school that bears the name of its place.
_AT_SCHOOL = 1.0
_TWO = 2
# What an adjective tells stands in so many characters behind it.
_FOLLOWING = 40
# What is left of a country that is told only by its language, outside headline and lead.
_SPOKEN_ONLY = 0.25
_HOSTING = frozenset({"hosted_by", "host"})
# The kinds of mentions that something may happen in.
_PLACED = frozenset({"country", "place"})
_PLACING = frozenset({"goes_to", "comes_from", "hosted_by", "host", "envoy"})


@dataclass(slots=True)
class Told:
    """What a sentence tells of hosts: the words of direction, the offices of envoys, and the names of events."""

    directions: Sequence[Cue]
    envoys: Sequence[Cue]
    events: Sequence[Cue]


_NOTHING = Told((), (), ())


class Parties(NamedTuple):
    """The countries of an event in order (host first), with the codes of the hosts, and what was left out."""

    all: tuple[Party, ...]
    hosts: frozenset[str]
    left_out: tuple[Party, ...] = ()


def of(scene: Scene, occurrence: Occurrence, main: Parties | None = None) -> Parties:
    """Return the parties of an *occurrence*; one whose sentence names too few takes those of the *main* event."""
    gathered = _gather(scene, occurrence)
    chosen = [p for p in gathered.values() if p.core or p.weight >= _ENOUGH or not occurrence.main]
    if len(chosen) > (_TWO if main is None else 1):  # others may stand without those in doubt
        sure = [p for p in chosen if not _is_doubtful(scene, p)]
        chosen = sure if len(sure) + len(main.all if main else ()) >= _TWO else chosen
    if main and not occurrence.main and len(chosen) < _TWO:
        chosen += second.section(scene, occurrence, {p.code for p in chosen})
        have = {p.code for p in chosen}
        chosen += [_lent(occurrence, p) for p in main.all if p.code not in have][: 3 - len(chosen)]
    if len(chosen) < 2:
        have = {p.code for p in chosen}
        chosen += (
            second.likely(scene, occurrence, have)
            or second.passing(gathered, chosen)
            or second.elsewhere(scene, occurrence, have)
            or second.at_home(scene, occurrence, have)
        )
        chosen += second.of_post(scene, occurrence, {p.code for p in chosen})
    if occurrence.main:
        home, ours = home_of(scene), _ours(scene, occurrence, chosen)
        for party in chosen:
            if party.code == home:
                party.host += _HOME
            if party.code == ours:
                party.host += _OURS
    taken = set(map(id, chosen))
    left_out = tuple([p for p in gathered.values() if id(p) not in taken])
    at_home = hosts.of(scene, occurrence, chosen)
    if len(chosen) > 1:
        chosen.sort(key=lambda p: (p.code not in at_home, p.mention.start))
    return Parties(tuple(chosen), at_home, left_out)


def _ours(scene: Scene, occurrence: Occurrence, chosen: list[Party]) -> str | None:
    """Return the country of the page's own town or school where that is named as such: "came to our campus"."""
    told = (*scene.lead, *(s.sentence for s in occurrence.signals))
    if len(chosen) < _TWO or not any(scene.has(s, "cue", "ours") for s in told):
        return None
    codes = {p.code for p in chosen}
    likely = (home_of(scene), dateline_country(scene), native(scene))
    return next((code for code in likely if code in codes), None)


def _is_doubtful(scene: Scene, party: Party) -> bool:
    """Tell whether a country is told only by a language ("teachers of Spanish") or by names that may be no towns."""
    for mention in party.mentions:
        if mention.rule == "countries.language":
            continue
        if mention.kind != "place" or mention.confidence >= SURE_IN_BODY or is_located(scene, mention):
            return False
    return True


def _lent(occurrence: Occurrence, party: Party) -> Party:
    """Return a *party* of the main event for another one; an instrument of another time was signed who knows where."""
    apart = occurrence.type == "agreement" and occurrence.dated is not None
    host = 0.0 if apart else party.host * 0.3
    return Party(party.code, party.weight * 0.5, host, party.mentions[:1], False, "countries.main_event")


def housed(scene: Scene, occurrence: Occurrence, who: Parties, main: Parties, *, during: bool) -> Parties:
    """Return the parties of another event with a host where its sentences tell none.

    What happens *during* the main event has the host of that; else it is where the page is at home, or where the main
    event is. An instrument of another time was signed who knows where, and a gift goes to whom it is given.
    """
    if who.hosts or not (during or occurrence.type not in _UNHOUSED):
        return who
    codes, home = {p.code for p in who.all}, home_of(scene)
    likely = frozenset({home}) if home in codes and not during and home else main.hosts & codes
    if not likely:
        return who
    ordered = sorted(who.all, key=lambda p: p.code not in likely)
    return Parties(tuple(ordered), likely, who.left_out)


def _gather(scene: Scene, occurrence: Occurrence) -> dict[str, Party]:
    core = {occurrence.anchor.sentence}
    if occurrence.main:
        core |= {*scene.headlines, *scene.body[:1], *scene.stamped}
    is_gift, is_pact = occurrence.type == "donation", occurrence.type == "agreement"
    implied = scene.implied
    parties: dict[str, Party] = {}
    for sentence in sorted(implied.keys() & core.union(occurrence.scope)):
        named, in_core = implied[sentence], sentence in core
        if not in_core and scene.has(sentence, "cue", "other_twins"):  # "Richmond's other sister city is in China"
            continue
        passing = not in_core and scene.has(sentence, "cue", "background")
        listed = len(named) >= _LIST and not passing and len({c for c, m in named if m.kind == "country"}) >= _LIST
        told = _told(scene, sentence)
        share = 0.4 if passing else 1.0 if in_core else _share(scene, occurrence, sentence)
        for code, mention in named:
            kind = mention.kind
            if kind == "place":
                if not _tells_country(scene, mention, sentence):
                    continue
            elif _is_tongue(scene, mention) or is_named_only(scene, occurrence, mention, sentence):
                continue
            party = parties.get(code)
            if party is None:
                party = parties[code] = Party(code)
            is_placed = kind in _PLACED
            is_first = kind == "place" and not party.placed
            party.placed = party.placed or is_first
            party.mentions.append(mention)
            is_sent = not in_core and not passing and is_sender(scene, occurrence, mention, sentence)
            is_spoken = mention.rule == "countries.language" and not in_core
            party.weight += WEIGHTS[kind] * (1.0 if is_sent else share) * (_SPOKEN_ONLY if is_spoken else 1.0)
            party.core = party.core or listed or (in_core and kind != "person")
            if is_gift and is_placed and not party.given:
                party.given = is_given(scene, mention)
                party.host += _GIVEN * share * party.given
            if is_pact and _is_seat(scene, mention, sentence):
                continue
            if scene.in_dateline(mention):
                party.host += _TOLD_FROM
            elif is_placed:
                party.host += _host_weight(scene, mention, sentence, told, in_core=in_core, is_first=is_first)
    return parties


def _told(scene: Scene, sentence: int) -> Told:
    """Return what a *sentence* tells of hosts."""
    told = scene.cues_at.get(sentence)
    if not told:
        return _NOTHING
    directions: list[Cue] = []
    envoys: list[Cue] = []
    for cue in told.get("cue", ()):
        if cue.code in _PLACING:
            (envoys if cue.code == "envoy" else directions).append(cue)
    return Told(directions, envoys, told.get("noun", ()))


def _is_no_country(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether what stands behind "in" is a language or the name of a body and no country.

    An adjective without the noun of a place is a language: "taught in Russian", not "in the Russian city"; and "at the
    China Culture Center" is abroad.
    """
    if mention.kind == "country" and scene.in_body(mention, sentence):
        return True
    if mention.rule not in ADJECTIVES:
        return False
    if mention.rule == "countries.language":
        return True
    following = scene.document.words_in((mention.end, mention.end + 20))
    if not following or scene.document.text[mention.end : following[0].start].strip():
        return True
    return following[0].lower in words_of(scene.document.language, "cue", "little")


def _is_tongue(scene: Scene, mention: Mention) -> bool:
    """Tell whether an adjective names no country but a language that something is told in ("Portuguese subtitles").

    So it is with "the Greek world", but not with "the Greek world champion".
    """
    if mention.rule not in ADJECTIVES:
        return False
    language, following = scene.document.language, scene.document.lowers_in((mention.end, mention.end + _FOLLOWING))
    tongues, worldwide = words_of(language, "cue", "tongue"), words_of(language, "cue", "worldwide")
    return not tongues.isdisjoint(following[:2]) and worldwide.isdisjoint(following[1:3])


def _share(scene: Scene, occurrence: Occurrence, sentence: int) -> float:
    """Return how much a sentence counts: one that speaks of the event more than one further down that digresses."""
    if sentence in scene.lead:
        return 1.0
    tells = sentence in map(_sentence, occurrence.signals)
    return 0.7 if tells or scene.has(sentence, "cue", "anaphora", "occur") else 0.45


def _tells_country(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a place is sure enough, or placed by its words, to speak for its country."""
    if is_guessed(mention):
        return False
    sure = mention.confidence
    if sure >= SURE_IN_NAME:
        return True
    if scene.in_body(mention, sentence):
        return sure >= SURE_IN_BODY and is_located(scene, mention)
    return sure >= SURE or is_located(scene, mention)


def _host_weight(scene: Scene, mention: Mention, sentence: int, told: Told, *, in_core: bool, is_first: bool) -> float:
    """Return how much a country or a town speaks for its country as the host; that a town is named counts once."""
    is_place = mention.kind == "place"
    weight = 0.0
    share = 1.0 if in_core else 0.4
    if told.directions:
        weight += _going(scene, mention, sentence, told.directions) * share
    if told.events and not is_place:
        weight += _named_for(scene, mention, told.events) * share
    if told.envoys and not is_place and _is_post(scene, mention, told.envoys):
        weight += _POSTED * share
    if is_located(scene, mention) and not _is_no_country(scene, mention, sentence):
        weight += (2.0 if is_place else 1.6) * share * attached.share(scene, mention, sentence)
    elif is_place:
        housed = is_at_school(scene, mention, sentence) or is_address(scene, mention, sentence)
        weight += (_AT_SCHOOL if housed else 0.3 * is_first) * share
    return weight


def _going(scene: Scene, mention: Mention, sentence: int, directions: Sequence[Cue]) -> float:
    """Return what the *directions* of a sentence tell of a mention; what an embassy hosts is abroad."""
    if not scene.is_in_body(mention.start, sentence):
        return directed(scene, mention, directions, _VISITED)
    if _is_mission(scene, mention, sentence):
        directions = [c for c in directions if c.code not in _HOSTING]
    return directed(scene, mention, directions, _VISITED * _ABROAD)


def _is_mission(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether a country stands in the name of an embassy or a consulate: what such a body hosts is abroad."""
    bodies = scene.of_kind(sentence, "organization")
    return any(m.start <= mention.start < m.end and (m.extra or {}).get("kind") == "post" for m in bodies)


def _is_post(scene: Scene, mention: Mention, envoys: Sequence[Cue]) -> bool:
    """Tell whether a country is where an envoy lives ("Ambassador of Cuba to Mongolia")."""
    begin = max((c.end for c in envoys if 0 <= mention.start - c.end <= _TITLE), default=None)
    if begin is None or "," in scene.text((begin, mention.start)):
        return False
    little, posts = words_of(scene.document.language, "cue", "little"), _posts(scene.document.language)
    words = scene.document.words_in((begin, mention.start))
    if not all(w.lower in little or w.is_capital for w in words):
        return False  # no office
    behind = next((i for i, w in enumerate(reversed(words)) if w.lower not in little), len(words))
    return any(w.lower in posts for w in words[len(words) - behind :])


@cache
def _posts(language: str) -> frozenset[str]:
    return words_of(language, "cue", "locative") | words_of(language, "cue", "post")


def _is_seat(scene: Scene, mention: Mention, sentence: int) -> bool:
    """Tell whether "in Chile" right behind a body's name tells where the body is, and not where anything happens."""
    for body in scene.of_kind(sentence, "organization"):
        if 0 <= mention.start - body.end <= _SEAT:
            return not scene.text((body.end, mention.start)).strip(" ()").count(",")
    return False


def _named_for(scene: Scene, mention: Mention, events: Sequence[Cue]) -> float:
    """Return what it tells that an event is named for a country ("Festival of India") or is its own ("Kuwait's")."""
    for cue in events:
        gap = scene.document.text[cue.end : mention.start] if 0 <= mention.start - cue.end <= 8 else None
        of_whom = gap is not None and (gap == " " or gap.strip().casefold() in _OF)
        if of_whom and cue.code != "exchange":  # who gives scholarships is visited
            return -_CELEBRATED
        tail = scene.document.text[mention.end : cue.start] if 0 <= cue.start - mention.end <= 6 else ""
        if tail[:2] in ("'s", "’s"):
            return _CELEBRATED
    return 0.0


def regions(scene: Scene, occurrence: Occurrence) -> list[Mention]:
    """Return the groups of countries that the event's own sentences name as such, each once."""
    if not scene.kinds_at.get("region"):  # as on most pages
        return []
    found: dict[str, Mention] = {}
    for mention in scene.mentions(sorted(core_sentences(scene, occurrence)), "region"):
        if mention.confidence >= SURE:
            found.setdefault(str(mention.value), mention)
    return list(found.values())
