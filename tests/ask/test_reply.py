"""Replies of models: right JSON, nearly JSON, cut off, wrapped in talk, and hostile."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from culturex.ask import lenient, read_reply, reply
from culturex.ask.reply import Reply

ONE = {"quote": "they met", "title": "A meeting", "type": {"quote": "met", "value": "meeting"}}
TEXT = json.dumps(ONE)


def events(*titles: str) -> str:
    return json.dumps({"events": [{**ONE, "title": title} for title in titles]})


def titles(found: Reply) -> list[str]:
    return [e["title"] for e in found.events]


def test_right_json_is_read_without_a_word() -> None:
    assert read_reply(events("a", "b")) == Reply(({**ONE, "title": "a"}, {**ONE, "title": "b"}))


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        (f"```json\n{events('a')}\n```", None),
        (f"Here is the answer:\n```json\n{events('a')}\n```\nI hope this helps {{you}}.", reply.AROUND),
        (f"The events are {events('a')}", reply.AROUND),
        (f"Note [see below]: {events('a')}", reply.AROUND),
        (f"<think>Perhaps {events('z')}?</think>{events('a')}", reply.THOUGHTS),
        (f'{{"events": [{TEXT},]}}'.replace("A meeting", "a"), lenient.COMMAS),
        ('{"events": [{"quote": "x" "title": "a"}]}', lenient.COMMAS),
        ('{"events": [{"quote": "x",\n"title": "a"\n"date": null}]}', lenient.COMMAS),
        ("{'events': [{'quote': 'they don't go', 'title': 'a'}]}", lenient.QUOTES),
        ("{“events”: [{“quote”: “x”, “title”: “a”}]}", lenient.QUOTES),
        ('{"events": [{"quote": "he said "yes", and left", "title": "a"}]}', lenient.QUOTES),
        ('{"events": [{"quote": NaN, "title": "a"}]}', lenient.WORDS),
        ("{'events': [{'quote': None, 'title': 'a', 'main': True}]}", lenient.WORDS),
        ('{"events": [{"quote": "x", "title": "a"} // the first\n]}', lenient.COMMENTS),
        ('{events: [{quote: "x", title: "a"}]}', lenient.KEYS),
        ('{"events": [{"quote": "it\\\'s", "title": "a"}]}', lenient.ESCAPES),
        (TEXT.replace("A meeting", "a"), reply.ONE),
        (f'{{"events": {TEXT}}}'.replace("A meeting", "a"), reply.ONE),
        (f"[{TEXT}]".replace("A meeting", "a"), reply.LIST),
        (json.dumps({"result": {"events": [{**ONE, "title": "a"}]}}), None),
        (json.dumps(events("a")), None),
        (f"{events()}\n\nOn second thoughts: {events('a')}", reply.SEVERAL),
        (f'{{"events": [{TEXT}, 7]}}'.replace("A meeting", "a"), reply.NO_OBJECTS),
        ('{"events": [{"quote": "two\nlines", "title": "a"}]}', None),
    ],
)
def test_what_is_nearly_right_is_read_and_said(text: str, repair: str | None) -> None:
    found = read_reply(text)
    assert titles(found) == ["a"]
    assert found.reason is None
    assert repair is None or repair in found.repairs


@pytest.mark.parametrize("cut", range(1, len(events("a", "b", "c"))))
def test_of_a_reply_cut_off_anywhere_the_whole_events_stay(cut: int) -> None:
    whole = events("a", "b", "c")
    found = read_reply(whole[:cut])
    complete = whole[:cut].count("}}")  # the end of an event's type and of the event
    assert titles(found) == ["a", "b", "c"][:complete]
    assert (found.reason is None) == bool(complete)


@pytest.mark.parametrize("text", [events("a", "b")[:-30], events("a", "b")[:-3] + ",", events("a", "b")[:-1]])
def test_a_cut_is_said_and_nothing_else(text: str) -> None:
    assert read_reply(text).repairs == (lenient.CUT,)


def test_an_empty_list_is_an_answer() -> None:
    assert read_reply('{"events": []}') == Reply()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "The reply is empty."),
        ("  \n", "The reply is empty."),
        ("There are no events.", "The reply holds no JSON."),
        ("Roses are [31mred[0m, {violets}", "The reply holds no JSON."),
        ('{"error": "too long"}', 'The reply holds JSON, but no {"events": [...]}.'),
        ("null", "The reply holds no JSON."),
        ('{"events": [{"quote": "th', "The answer breaks off before its first event is whole."),
    ],
)
def test_what_cannot_be_used_has_a_reason(text: str, reason: str) -> None:
    assert read_reply(text) == Reply(reason=reason)


def test_repairs_are_sentences() -> None:
    sentences = [
        v for module in (lenient, reply) for k, v in vars(module).items() if k.isupper() and isinstance(v, str)
    ]
    assert len(sentences) > 10
    assert all(s[0].isupper() or s.startswith("NaN") for s in sentences)
    assert all(s.endswith(".") for s in sentences)


@given(st.text(alphabet="{}[]\",:\\/*'“”`<>think evnts1-.tfN\n", max_size=200))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    found = read_reply(text)
    assert found.reason is None or not found.events


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)
    )
)
def test_no_json_makes_the_reader_raise(value: object) -> None:
    read_reply(json.dumps(value))
    read_reply(json.dumps({"events": [value]})[:-2])


@given(st.lists(st.text(max_size=30), max_size=4), st.text(alphabet="abc {}[] .\n", max_size=30))
def test_events_come_back_whatever_stands_around_them(names: list[str], around: str) -> None:
    raw = json.dumps({"events": [{**ONE, "title": n} for n in names]}, ensure_ascii=False)
    assert titles(read_reply(f"```\n{raw}\n```\n{around}")) == [n.replace("\ud800", "\ufffd") for n in names]


HOSTILE = {
    "brackets": "[", "objects": '{"a":', "quotes": '"x" y ', "open texts": '{"', "comments": "[/*", "fences": "```\n",
    "thoughts": "</think>", "wrappers": '{"events"', "backslashes": "\\", "spaces": '" ,   ', "digits": "1",
    "events": '{"events":[{', "minus": "[-", "line comments": "[//\n", "marks": "“",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_alone(name: str) -> None:
    """Four times the text may take eight times as long, not sixteen."""
    piece = HOSTILE[name]

    def seconds(size: int) -> float:
        begin = time.process_time()
        read_reply('{"a":"' + piece * (size // len(piece)))
        read_reply(piece * (size // len(piece)))
        return time.process_time() - begin

    assert min(seconds(100_000) for _ in range(3)) < 8 * seconds(25_000) + 0.2


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_ten_megabytes_are_read(name: str) -> None:
    piece = HOSTILE[name]
    begin = time.process_time()
    read_reply(piece * (10_000_000 // len(piece)))
    assert time.process_time() - begin < 120
