"""Find the headline as the page prints it: above the text, under menus and labels, or after the first paragraph."""

from __future__ import annotations

from culturex.suggest.page import lines as shapes
from culturex.suggest.page import masthead, names
from culturex.suggest.page.clocks import is_clock, is_span
from culturex.suggest.page.names import is_body_line
from culturex.suggest.page.sheet import HEAD_LINES, Fact, Sheet
from culturex.suggest.page.teasers import said_twice
from culturex.text import Span

# More words than this say no more for a line being the headline; fewer say less.
_ENOUGH_WORDS = 4
_LONGEST = 240
# What the name of a body or medium loses where another line may be the headline.
_BODY = 3
# So does a line above the menu or the label of a section ("In English since 2004"), where another stands below it.
_ABOVE_MENU = 2
_MENU = 3
# The motto of a site has so many words at most.
_MOTTO = 6
# The headword of an entry stands right above its text.
_ENTRY_LINES = 3
# A heading inside the text is rarely this long, a headline printed after the first paragraph rarely shorter.
_INSIDE_WORDS = 6
# What prose ends with that is no headline.
_ENDS = (".", "!", "?", "…", ".”", '."', ":", ";", "。", "！", "？")
_STOPS = (".", ";", ":", ",", "。")
# A headline that ends as a sentence is rarely longer.
_SENTENCE = 110


def find(sheet: Sheet, facts: set[int]) -> tuple[int, Fact] | None:
    """Return the number of the headline's line and the headline, or None; *facts* are the lines of page facts."""
    numbers = [n for n in range(min(sheet.first_prose, HEAD_LINES, len(sheet.lines))) if _may_be(sheet, n, facts)]
    numbers = _without_trails(sheet, _without_teasers(sheet, numbers))
    values = {n: value for n in numbers if (value := _value(sheet, n)) > 0}
    last = max(values, default=-1)
    texts = [line.text for line in sheet.lines[: min(sheet.first_prose, HEAD_LINES) + 1]]
    for number in values:
        text = sheet.lines[number].text
        if number != last and (is_body_line(text, sheet.table) or masthead.at_address(text)):
            values[number] -= _BODY
        elif texts.count(text) > 1:
            values[number] += 1
        if number != last and (_is_above_menu(sheet, number, last) or _is_motto(sheet, number)):
            values[number] -= _ABOVE_MENU
    best = max(values, key=lambda n: (values[n], -n), default=-1)
    if best >= 0 and values[best] > 0:
        return best, _fact(sheet, best, "headline.above")
    return _sentence(sheet) or _sentences(sheet, facts) or _inside(sheet, facts)


def _may_be(sheet: Sheet, number: int, facts: set[int]) -> bool:
    line = sheet.lines[number]
    if sheet.rules[number] or number in facts or len(line.text) > _LONGEST or _is_foreign(sheet, line.text):
        return False
    if is_clock(line.text, sheet.table.languages):
        return False
    return line.text[0] not in "•*·-–—►▪(" or len(line.text) > 40


def _is_foreign(sheet: Sheet, text: str) -> bool:
    """Tell whether a line is in other letters than the text: a button of the site in its own language."""
    if sheet.first_prose == len(sheet.lines):
        return False
    body = sheet.lines[sheet.first_prose].text
    if body.isascii() and not text.isascii():
        words = text.split()
        return 2 * sum(not word.isascii() and word.isalpha() for word in words) > len(words)
    return not text.isascii() and shapes.is_latin(text) != shapes.is_latin(body)


def _without_teasers(sheet: Sheet, numbers: list[int]) -> list[int]:
    """Drop lists of other headlines: three and more long lines without a gap, where something follows."""
    kept: list[int] = []
    run: list[int] = []
    for number in [*numbers, -1]:
        if run and (number != run[-1] + 1 or sheet.lines[number].after_blank):
            kept += run if len(run) < 3 or number < 0 else []
            run = []
        run.append(number)
    return kept


def _without_trails(sheet: Sheet, numbers: list[int]) -> list[int]:
    """Drop a path through the site that ends with the headline: "Home News Film week opens" above "Film week opens"."""
    texts = {n: sheet.lines[n].text for n in numbers}

    def is_trail(number: int) -> bool:
        text = texts[number]
        is_home = text.split(None, 1)[0].casefold() in sheet.table.home
        return any(
            n > number and text.endswith(" " + t) and (is_home or shapes.word_count(t) >= _ENOUGH_WORDS)
            for n, t in texts.items()
        )

    return [n for n in numbers if not is_trail(n)]


def _value(sheet: Sheet, number: int) -> int:
    text = sheet.lines[number].text
    name = shapes.key(text)
    if name in sheet.table.sections or name in sheet.table.staff or names.is_menu(text, sheet.table):
        return 0
    # What stands between bars are the items of a menu, or the headline and the name of the site.
    words = max(map(shapes.word_count, text.split(" | ")))
    if words < 2 and not (len(sheet.lines) > 1 and len(text) > 12):
        is_entry = number == 0 < sheet.first_prose <= _ENTRY_LINES and text.isalpha() and text[0].isupper()
        return int(is_entry and text.isascii())
    value = min(words, _ENOUGH_WORDS)
    return value - 2 if text.endswith(_STOPS) and not shapes.ends_in_abbreviation(text) else value


def _is_above_menu(sheet: Sheet, number: int, last: int) -> bool:
    """Tell whether a menu or the label of a section stands between a line and the last one that may be the headline."""
    for below in range(number + 1, last):
        text = sheet.lines[below].text
        parts = shapes.parts(text)
        if len(parts) >= _MENU or shapes.key(parts[-1] if parts else text) in sheet.table.sections:
            return True
        if len(parts) > 1 and shapes.key(parts[0]) in sheet.table.home:
            return True  # "Home > Culture & Society"
    return False


def _is_motto(sheet: Sheet, number: int) -> bool:
    """Tell whether a line stands right under the name of the site ("Serving the coast since 1896")."""
    if number != 1 or sheet.lines[1].after_blank or shapes.word_count(sheet.lines[1].text) > _MOTTO:
        return False
    return is_body_line(sheet.lines[0].text, sheet.table)


def _sentence(sheet: Sheet) -> tuple[int, Fact] | None:
    """Return a first line that is a headline with a full stop: one short sentence, longer prose below."""
    if sheet.first_prose != 0 or len(sheet.lines) < 2:
        return None
    first, second = sheet.lines[0].text, sheet.lines[1].text
    is_one = len(first) <= _SENTENCE and ". " not in first and "。" not in first[:-1]
    if is_one and (first == second or (sheet.lines[1].after_blank and len(second) > 1.5 * len(first))):
        return 0, _fact(sheet, 0, "headline.sentence")
    return None


def _sentences(sheet: Sheet, facts: set[int]) -> tuple[int, Fact] | None:
    """Return a headline that reads as prose, its last sentence without a stop, right above the day of the page."""
    number = sheet.first_prose
    if number + 2 >= len(sheet.lines) or number + 1 not in facts or sheet.prose[number + 1]:
        return None
    text = sheet.lines[number].text
    is_open = len(text) <= _LONGEST and not text.endswith(_ENDS)
    return (number, _fact(sheet, number, "headline.sentences")) if is_open and any(sheet.prose[number + 2 :]) else None


def _inside(sheet: Sheet, facts: set[int]) -> tuple[int, Fact] | None:
    """Return a headline printed after the first paragraph, right above prose."""
    for number in range(sheet.first_prose + 1, min(sheet.first_prose + 4, len(sheet.lines) - 1)):
        text = sheet.lines[number].text
        if (
            not sheet.prose[number]
            and _may_be(sheet, number, facts)
            and sheet.prose[number + 1]
            and shapes.word_count(text) >= _INSIDE_WORDS
            and not text.endswith(_STOPS)
        ):
            return number, _fact(sheet, number, "headline.inside")
    return None


def _fact(sheet: Sheet, number: int, rule: str) -> Fact:
    line = sheet.lines[number]
    text, start = line.text, line.start
    bare = text.strip(" |\t•*#")
    start += text.index(bare) if bare else 0
    head, bar, rest = bare.partition(" | ")
    own_days = bar and is_span(rest, sheet.table.languages)  # "Film week in Accra | 4 – 8 May 2019"
    if bar and not own_days and shapes.word_count(head) >= 3 and len(head) > len(rest) / 2:
        bare = head.rstrip()
    else:
        head, dash, rest = bare.rpartition(" - ")
        if dash and shapes.word_count(head) >= 4 and is_body_line(rest, sheet.table):
            bare = head.rstrip()
    if said_twice(bare):
        bare = bare[: len(bare) // 2].rstrip()
    return Fact(bare, Span(start, start + len(bare)), rule)
