"""Which of the people whom an article names take part in an event.

An office, what somebody says and an early place speak for it; who made what is shown, whose name a school bears, and
capitals that are hardly a name speak against it. The signs are weighed by the table ``weights/people.toml``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.words.looks import looks
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.recalled import is_recalled
from culturex.suggest.scene import Scene
from culturex.suggest.weights import confidence, likelihood, speaks, times

_MOST = 40
# How likely somebody must be to take part.
_TAKES_PART = 0.55
# What a name may stand right behind that tells who somebody is: "the works of", "led by".
_BEFORE = frozenset({"by", "of", "to", "with", "from", "and"})
# What the text says of somebody, and what only marks those of whom something is shown, and who wrote the page.
_TOLD, _MARKED = ("title", "affiliation", "country"), ("byline", "topic")
# Words in the sentence that tell of other times and of what goes on there.
_CUES = frozenset({"aftermath", "again", "another", "background", "comes_from", "envoy", "host", "purpose", "told_in"})
_MANY_WORDS = 4


def of(scene: Scene, occurrence: Occurrence) -> list[Mention]:
    """Return the people of an *occurrence*, each once, in order of the text; confidence is how likely they are."""
    found = []
    for mentions in named(scene, occurrence):
        likely = likelihood(speaks("people", signs(scene, occurrence, mentions)))
        if likely >= _TAKES_PART and not is_recalled(scene, mentions):
            found.append(_fullest(mentions).weighed(confidence(likely)))
    return found[:_MOST]


def named(scene: Scene, occurrence: Occurrence) -> list[list[Mention]]:
    """Return the mentions of each person in the sentences of an *occurrence*, in order of the text."""
    at = scene.kinds_at.get("person")
    if not at:
        return []
    found: dict[str, list[Mention]] = {}
    for sentence in sorted(at.keys() & {*occurrence.scope, occurrence.anchor.sentence}):
        for mention in at[sentence]:
            if not scene.in_dateline(mention):
                found.setdefault(str(mention.value["name"]).casefold(), []).append(mention)
    return list(found.values())


def _fullest(mentions: Sequence[Mention]) -> Mention:
    """Return the first mention that names somebody in full; the first of all where none does."""
    for mention in mentions:
        if mention.text == mention.value["name"]:
            return mention
    return mentions[0]


def signs(scene: Scene, occurrence: Occurrence, mentions: Sequence[Mention]) -> Mapping[str, float]:
    """Return what tells whether the person of these *mentions* takes part in an *occurrence*."""
    shown = _fullest(mentions)
    value, sentence = shown.value, scene.document.sentence_index(mentions[0].start)
    told = {
        "person": 1.0,
        "sure": shown.confidence,
        f"rule.{shown.rule.partition('.')[2]}": 1.0,
        f"type.{occurrence.type}": 1.0,
        f"words.{min(str(value['name']).count(' ') + 1, _MANY_WORDS)}": 1.0,
        f"part.{scene.parts.get(sentence, 'label')}": 1.0,
        "times": times(len(mentions)),
        "people": times(len(scene.of_kind(sentence, "person"))),
        "bodies": times(len(scene.of_kind(sentence, "organization"))),
        "countries": times(len(scene.of_kind(sentence, "country"))),
    }
    for reason in (shown.extra or {}).get("why", ()):
        told[f"name.{reason}"] = 1.0
    for sign in _TOLD:
        if value[sign]:
            told[sign] = 1.0
    for mention in mentions:
        for mark in _MARKED:
            if mention.extra and mark in mention.extra:
                told[mark] = 1.0
    if not value["title"] and _others_hold_offices(scene):
        told["bare among offices"] = 1.0
    for cue in scene.group(sentence, "cue"):
        if cue.code in _CUES:
            told[f"cue.{cue.code}"] = 1.0
    _beside(scene, shown, told)
    return told


def _beside(scene: Scene, mention: Mention, told: dict[str, float]) -> None:
    """Add what the words of a name and right before it tell."""
    document = scene.document
    first = bisect_left(document.word_starts, mention.start)
    end = bisect_left(document.word_starts, mention.end, first)
    if first and document.gaps[first - 1] == " " and document.lowers[first - 1] in _BEFORE:
        told[f"behind.{document.lowers[first - 1]}"] = 1.0
    if document.text[mention.end : mention.end + 2] in ("'s", "’s"):
        told["possessive"] = 1.0
    for look in looks(document)[first:end]:
        if look.clue is not None:
            told["word of a body"] = 1.0


def _others_hold_offices(scene: Scene) -> bool:
    """Tell whether the page gives anybody an office."""
    known: bool | None = scene.document.kept.get("offices")
    if known is None:
        persons = scene.kinds_at["person"].values()
        known = scene.document.kept["offices"] = any(m.value["title"] for here in persons for m in here)
    return known
