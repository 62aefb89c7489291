"""Find the headline as the page prints it: above the text, under menus and labels, or after the first paragraph."""

from __future__ import annotations

from culturex.suggest.page import lines as shapes
from culturex.suggest.page.names import is_body_line
from culturex.suggest.page.sheet import HEAD_LINES, Fact, Sheet
from culturex.text import Span

# More words than this say no more for a line being the headline; fewer say less.
_ENOUGH_WORDS = 4
_LONGEST = 240
# A heading inside the text is rarely this long, a headline printed after the first paragraph rarely shorter.
_INSIDE_WORDS = 6
_STOPS = (".", ";", ":", ",", "。")
# A headline that ends as a sentence is rarely longer.
_SENTENCE = 110


def find(sheet: Sheet, facts: set[int]) -> tuple[int, Fact] | None:
    """Return the number of the headline's line and the headline, or None; *facts* are the lines of page facts."""
    best: tuple[float, int] | None = None
    candidates = [n for n in range(min(sheet.first_prose, HEAD_LINES, len(sheet.lines))) if _may_be(sheet, n, facts)]
    candidates = _without_teasers(sheet, candidates)
    for number in candidates:
        value = _value(sheet, number, later=number != candidates[-1])
        if value > 0 and (best is None or value > best[0]):
            best = (value, number)
    if best:
        return best[1], _fact(sheet, best[1], "headline.above")
    return _sentence(sheet) or _inside(sheet, facts)


def _may_be(sheet: Sheet, number: int, facts: set[int]) -> bool:
    line = sheet.lines[number]
    if sheet.rules[number] or number in facts or len(line.text) > _LONGEST:
        return False
    return line.text[0] not in "•*·-–—►▪(" or len(line.text) > 40


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


def _value(sheet: Sheet, number: int, *, later: bool) -> float:
    text = sheet.lines[number].text
    name = shapes.key(text)
    if name in sheet.table.sections:
        return 0.0
    words = shapes.word_count(text)
    if words < 2 and not (len(sheet.lines) > 1 and len(text) > 12):
        return 0.0
    value = float(min(words, _ENOUGH_WORDS))
    if later and is_body_line(text, sheet.table):
        value -= 3
    if text.endswith(_STOPS):
        value -= 2
    if sum(line.text == text for line in sheet.lines[: min(sheet.first_prose, HEAD_LINES) + 1]) > 1:
        value += 1
    return value


def _sentence(sheet: Sheet) -> tuple[int, Fact] | None:
    """Return a first line that is a headline with a full stop: one short sentence, longer prose below."""
    if sheet.first_prose != 0 or len(sheet.lines) < 2:
        return None
    first, second = sheet.lines[0].text, sheet.lines[1].text
    is_one = len(first) <= _SENTENCE and ". " not in first and "。" not in first[:-1]
    if is_one and (first == second or (sheet.lines[1].after_blank and len(second) > 1.5 * len(first))):
        return 0, _fact(sheet, 0, "headline.sentence")
    return None


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
    if bar and shapes.word_count(head) >= 3 and len(head) > len(rest) / 2:
        bare = head.rstrip()
    else:
        head, dash, rest = bare.rpartition(" - ")
        if dash and shapes.word_count(head) >= 4 and is_body_line(rest, sheet.table):
            bare = head.rstrip()
    return Fact(bare, Span(start, start + len(bare)), rule)
