"""Read what a relative clause behind a name tells of an office: ", who teaches at X", ", who founded X".

In: a run of a name and the word index of "who". Out: the run with its office and body.
"""

from __future__ import annotations

from culturex.suggest.mentions.people.evidence import Run
from culturex.suggest.mentions.people.offices import Offices
from culturex.suggest.mentions.people.title_words import body_name
from culturex.suggest.mentions.scan import squeezed

# Verbs that say what someone is.
_MAKERS = {"writes": "writer of", "teaches": "teacher of", "plays": "player of", "composes": "composer of"}
# Verbs that tell an office with what they are over: "chairs the conference".
LEADS = frozenset(("leads", "heads", "runs", "chairs", "directs", "coordinates"))
# Verbs that tell what somebody does where no title does.
_DOES = LEADS | {"gives", "teaches", "writes"}
_FOUNDED = frozenset(("founded", "established", "co-founded"))
# An office stands within so many words behind "who", or behind "who at the museum is".
_NEARBY, _FAR = 7, 13
_MOST_PHRASE = 11


class Relatives:
    """Reads relative clauses on one page."""

    def __init__(self, offices: Offices) -> None:
        self.offices = offices
        self.scan = offices.scan
        self.people = offices.people

    def read(self, run: Run, who: int) -> None:
        """Read ", who teaches as a professor at X", ", who leads the Office ...", ", who founded X"."""
        scan, verb = self.scan, who + 1
        if verb >= scan.count:
            return
        lower = scan.lowers[verb]
        if lower in _FOUNDED:
            self._founder(run, verb)
        elif not self._office_behind(run, verb) and run.title_text is None:
            self._deed(run, verb)

    def _founder(self, run: Run, verb: int) -> None:
        """Read what somebody founded."""
        scan = self.scan
        run.title_text = run.title_text or ("co-founder" if scan.lowers[verb].startswith("co") else "founder")
        near = range(verb + 1, min(verb + 4, scan.count))
        body = next((scan.cover[k] for k in near if scan.kinds[k] == "organization"), None)
        if body is not None:
            run.affiliation = run.affiliation or body_name(body)

    def _office_behind(self, run: Run, verb: int) -> bool:
        """Give the office that stands behind the verb, unless the name has a better one; tell whether there is one."""
        scan, lower, by_first = self.scan, self.scan.lowers[verb], self.offices.by_first
        far = _FAR if lower == "at" else _NEARBY
        for at in range(verb, min(verb + far, scan.count)):
            if not scan.joined[at - 1] or (lower in LEADS and not self._is_of_body(verb)):
                return False
            if at in by_first:
                if run.title_text is None or (run.title is not None and run.title.weak):
                    self.offices.give_with_tail(run, by_first[at])
                    if by_first[at].plural:
                        run.rule = "people.apposition"
                return True
        return False

    def _deed(self, run: Run, verb: int) -> None:
        """Read what somebody without an office does: "who writes novels", "who leads the Office"."""
        scan, lower, end = self.scan, self.scan.lowers[verb], self._phrase_end(verb + 1)
        if made := _MAKERS.get(lower):
            begin = verb + 2 if scan.lowers[verb + 1] == "both" else verb + 1
            if end > begin:
                run.title_text = f"{made} {squeezed(scan.span_text(begin, end))}"
        elif lower in _DOES and (run.honorific or "").lower() not in self.people.titles and end > verb + 1:
            run.title_text = squeezed(scan.span_text(verb, end))

    def _is_of_body(self, verb: int) -> bool:
        """Tell whether somebody "chairs" a body: then the office is told without it."""
        scan = self.scan
        begin = verb + 1 + (scan.lowers[verb + 1] == "the")
        return scan.lowers[verb] in self.people.titles and scan.kinds[begin] == "organization"

    def _phrase_end(self, at: int) -> int:
        """Return the end of what a verb is over, from word *at* on."""
        scan = self.scan
        end = at
        while (
            end < min(at + _MOST_PHRASE, scan.count)
            and scan.joined[end - 1]
            and scan.lowers[end] not in ("after", "who", "which")
        ):
            end += 1
        return end
