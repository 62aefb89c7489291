"""Mark the clutter of a page: what is clutter alone, what its place makes clutter, and what is said twice."""

from __future__ import annotations

from culturex.places import cities
from culturex.suggest.page import lines as shapes
from culturex.suggest.page import teasers
from culturex.suggest.page.clocks import is_span
from culturex.suggest.page.lines import Line
from culturex.suggest.page.sheet import Sheet
from culturex.text import Span

# Rules that show that the text is over: what follows in short lines belongs to the page.
_CLOSING = frozenset({"whole", "start", "note", "contains", "heading", "buttons", "menu", "block"})
# A comment heading ends the article where at least this share of the prose stands above it.
_MOST = 0.6
# A lead cut short is told by so many characters, among so many first lines.
_LEAD, _LEADS = 40, 40
_ADVERT_WORDS = 5
# The name of a town has fewer spaces.
_TOWN_WORDS = 3


def spans(sheet: Sheet, title: int | None, facts: set[int], signature: Span | None, outlet: str | None) -> list[Span]:
    """Return the spans of clutter, in order; *facts* are the lines of page facts, *title* is the headline's line."""
    rules = list(sheet.rules)
    for number in facts:
        rules[number] = rules[number] or "fact"
    _mark_above(sheet, title, rules)
    _mark_repeats(sheet, title, rules)
    for number in teasers.find(sheet, title):
        rules[number] = rules[number] or "teaser"
    _mark_end(sheet, rules, outlet)
    if title is not None:
        rules[title] = None
    found = [
        sheet.lines[n].span if rule != "fact" else _below_city(sheet.lines[n]) for n, rule in enumerate(rules) if rule
    ]
    found += _parts(sheet, rules)
    if signature:
        found.append(signature)
    return _joined(found)


def _mark_above(sheet: Sheet, title: int | None, rules: list[str | None]) -> None:
    """Call clutter the short lines above the headline: labels, menus, names of sites; the days of an event stay."""
    for number in range(title or 0):
        if not sheet.prose[number] and not is_span(sheet.lines[number].text, sheet.table.languages):
            rules[number] = rules[number] or "above"


def _mark_repeats(sheet: Sheet, title: int | None, rules: list[str | None]) -> None:
    """Call clutter a line that was there before, and a lead cut short that the text gives whole below."""
    seen: dict[str, int] = {}
    if title is not None:
        seen[sheet.lines[title].text] = title
    for number, line in enumerate(sheet.lines):
        text = line.text
        if rules[number] or len(text) < 20:
            continue
        if number != title and seen.setdefault(text, number) != number:
            rules[number] = "repeat"
        elif number != title and text[-1] in ")]" and _says_twice(text):
            rules[number] = "caption"
        elif number < _LEADS and text.endswith(("...", "…")) and _is_lead(sheet, number):
            rules[number] = "repeat"


def _is_lead(sheet: Sheet, number: int) -> bool:
    """Tell whether a line is cut short that one of the next lines gives whole."""
    text = sheet.lines[number].text
    lead = text[:_LEAD]
    below = sheet.lines[number + 1 : number + 9]
    return len(text) > _LEAD and any(other.text.startswith(lead) and len(other.text) > len(text) - 4 for other in below)


def _says_twice(text: str) -> bool:
    """Tell whether a line is one caption printed twice in a row."""
    if not 40 < len(text) < 700:
        return False
    half = len(text) // 2
    return text[: half + len(text) % 2].strip() == text[half + len(text) % 2 :].strip() or text[:half] == text[-half:]


def _mark_end(sheet: Sheet, rules: list[str | None], outlet: str | None) -> None:
    """Call clutter the short lines around the first closing line after the text, and readers' words below it."""
    _mark_comments(sheet, rules)
    last = next(
        (
            n
            for n in range(len(rules) - 1, -1, -1)
            if sheet.prose[n] and not rules[n] and not _is_about(sheet, n, rules, outlet)
        ),
        -1,
    )
    closing = next((n for n in range(last + 1, len(rules)) if rules[n] in _CLOSING), None)
    if closing is None or last < 0:
        return
    for number in range(closing, len(rules)):
        rules[number] = rules[number] or "end"
    for number in range(closing - 1, last, -1):
        if not _is_advert(sheet.lines[number].text):
            return
        rules[number] = rules[number] or "end"


def _is_advert(text: str) -> bool:
    """Tell whether a line between the text and its sharing buttons is a name or two and no sentence or list item."""
    is_open = text[-1] in ".!?:;,)" or text[0] in "•-–—*"
    return not is_open and text.count(" ") < _ADVERT_WORDS and not any(c.isdigit() for c in text)


def _is_about(sheet: Sheet, number: int, rules: list[str | None], outlet: str | None) -> bool:
    """Tell whether a line after the sharing buttons is what a medium says of itself."""
    if number == 0 or not rules[number - 1]:
        return False
    text = sheet.lines[number].text
    head = text[:120].casefold()
    if outlet and head.startswith(outlet.casefold() + " is "):
        return True
    return len(text) < 400 and any(phrase in head for phrase in sheet.table.about)


def _mark_comments(sheet: Sheet, rules: list[str | None]) -> None:
    """Call clutter all that follows a heading of comments, where the article stands above it."""
    for number, rule in enumerate(rules):
        if not rule or sheet.prose[number] or shapes.key(sheet.lines[number].text) not in sheet.table.comments:
            continue
        above, total = _prose(sheet, number), _prose(sheet, len(rules))
        if total and above >= _MOST * total:
            for after in range(number, len(rules)):
                rules[after] = rules[after] or "comments"
            return


def _prose(sheet: Sheet, number: int) -> int:
    """Return the characters of prose above line *number*."""
    return sum(len(line.text) for line in sheet.lines[:number] if sheet.prose[line.number])


def _below_city(line: Line) -> Span:
    """Return what is clutter in a line of page facts: a town before the day ("Zadar, 2 July") is where it is told."""
    town, comma, day = line.text.partition(", ")
    if comma and day[:1].isdigit() and town[:1].isupper() and town.count(" ") < _TOWN_WORDS and cities(town):
        return Span(line.start + len(town), line.span.end)
    return line.span


def _parts(sheet: Sheet, rules: list[str | None]) -> list[Span]:
    """Return clutter glued to lines that stay: a file name before the first word."""
    found = []
    for number, line in enumerate(sheet.lines):
        if rules[number] is None:
            end = shapes.file_name_end(line.text)
            if end:
                found.append(Span(line.start, line.start + end))
    return found


def _joined(found: list[Span]) -> list[Span]:
    """Return the spans in order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(found):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
