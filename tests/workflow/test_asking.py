"""Replies and the store: what is kept, what is stored, what stays, and prompts by files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ask.pieces import TEXT, article, event, said
from culturex.ask import Answer, Prompt
from culturex.ask.batches import request
from culturex.ask.template import Template, load
from culturex.errors import InputError
from culturex.model.event import Event
from culturex.model.support import unsupported
from culturex.store import Store, completions, merging
from culturex.workflow.asking import Taken, keep_reply, kept_reply, prompts_for, take_article, take_reply
from culturex.workflow.prompt_files import BATCH, NOTES, read_replies, write_prompts

SHORT = load("short", [])
REPLY = json.dumps({"events": [event()]})


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one article."""
    with store.deed("import"):
        store.add_article(article())
    return store


def take(store: Store, *texts: str | None, model: str = "m", template: Template = SHORT, **more: Any) -> Taken:
    """Take replies to the parts of article 1 as the direct way does."""
    prompts = prompts_for(store, 1, template, **more)
    with store.deed("tag --model"):
        answers = [
            Answer(p, t, None if t else "The model did not answer.") for p, t in zip(prompts, texts, strict=True)
        ]
        return take_article(store, 1, [take_reply(store, a, model=model) for a in answers], model=model)


def stored(store: Store) -> list[Event]:
    return [r.event for r in store.events()]


def test_events_are_stored_unreviewed_with_the_model_as_their_coder(filled: Store) -> None:
    (number,) = take(filled, REPLY).events
    record = filled.event(number)
    assert (record.review, record.coder) == ("unreviewed", "model:m")


def test_every_value_knows_the_reply_and_the_template_it_comes_from(filled: Store) -> None:
    take(filled, REPLY)
    numbers = {e.completion for e in stored(filled)[0].evidence}
    (kept,) = completions.by_number(filled.connection, [n or 0 for n in numbers]).values()
    assert (kept.reply, kept.template, kept.template_version) == (REPLY, "short", SHORT.version)


def test_what_was_found_of_each_quote_is_stored(filled: Store) -> None:
    reply = json.dumps({"events": [event(countries=[said("The Kazakh city", code="UZ", role="host")])]})
    assert take(filled, reply).unsupported == 1
    (proof,) = [e for e in stored(filled)[0].evidence if e.field == "countries"]
    assert (proof.match, proof.supported) == ("exact", False)
    assert unsupported(stored(filled)[0]) == (proof,)


def test_the_question_is_kept_with_its_reply(filled: Store) -> None:
    take(filled, REPLY)
    (kept,) = completions.of_article(filled.connection, 1)
    assert TEXT.splitlines()[2] in (kept.question or "")


def test_a_reply_that_cannot_be_used_is_kept_with_the_reason(filled: Store) -> None:
    taken = take(filled, "Sorry, no.")
    (kept,) = completions.of_article(filled.connection, 1)
    assert (kept.status, kept.reply, kept.reason) == ("unusable", "Sorry, no.", "The reply holds no JSON.")
    assert (taken.events, taken.failures) == ((), ("The reply holds no JSON.",))


def test_a_failure_is_kept_with_the_reason(filled: Store) -> None:
    take(filled, None)
    (kept,) = completions.of_article(filled.connection, 1)
    assert (kept.status, kept.reply, kept.reason) == ("failed", None, "The model did not answer.")


def test_a_reply_that_cannot_be_used_leaves_earlier_events(filled: Store) -> None:
    take(filled, REPLY)
    take(filled, "Sorry, no.")
    assert len(stored(filled)) == 1


def test_an_article_in_which_a_model_saw_nothing_was_looked_at_by_no_person(filled: Store) -> None:
    take(filled, '{"events": []}')
    assert filled.article(1).state == "skipped"


def test_new_events_of_a_model_take_the_place_of_its_earlier_ones(filled: Store) -> None:
    take(filled, REPLY)
    take(filled, json.dumps({"events": [event(title="Another")]}))
    assert [e.title for e in stored(filled)] == ["Another"]


def test_two_models_stand_side_by_side(filled: Store) -> None:
    take(filled, REPLY)
    take(filled, REPLY, model="other")
    assert [r.coder for r in filled.events()] == ["model:m", "model:other"]


def test_what_a_person_reviewed_stays(filled: Store) -> None:
    (number,) = take(filled, REPLY).events
    with filled.deed("review"):
        filled.set_review(number, "accepted")
    taken = take(filled, json.dumps({"events": []}))
    assert (taken.reviewed, [r.id for r in filled.events()]) == (True, [number])


def test_an_undo_takes_the_events_and_leaves_the_log(filled: Store) -> None:
    take(filled, REPLY)
    filled.undo()
    assert (stored(filled), len(completions.of_article(filled.connection, 1))) == ([], 1)


def test_after_an_undo_the_reply_need_not_be_asked_for_again(filled: Store) -> None:
    take(filled, REPLY)
    before = stored(filled)
    filled.undo()
    (prompt,) = prompts_for(filled, 1, SHORT)
    kept = kept_reply(filled, prompt, "m")
    assert kept is not None
    with filled.deed("again"):
        take_article(filled, 1, [kept], model="m")
    assert stored(filled) == before


def test_a_deleted_article_comes_back_with_its_events_by_undo(filled: Store) -> None:
    take(filled, REPLY)
    before = stored(filled)
    with filled.deed("delete"):
        merging.delete_article(filled, 1)
    filled.undo()
    assert stored(filled) == before


@pytest.mark.parametrize("change", ["model", "template", "failure"])
def test_another_model_or_template_was_not_asked(filled: Store, change: str) -> None:
    take(filled, None if change == "failure" else REPLY)
    (prompt,) = prompts_for(filled, 1, load("events", []) if change == "template" else SHORT)
    assert kept_reply(filled, prompt, "other" if change == "model" else "m") is None


def test_a_reply_that_was_not_read_goes_before_an_older_one(filled: Store) -> None:
    take(filled, REPLY)
    (prompt,) = prompts_for(filled, 1, SHORT)
    later = keep_reply(filled, Answer(prompt, '{"events": []}', asked="2026-01-01", answered="2026-01-01"), model="m")
    assert later.is_unread
    kept = kept_reply(filled, prompt, "m")
    assert kept is not None
    assert (kept.completion.id, kept.completion.status) == (later.id, "read")


def test_a_changed_event_keeps_what_is_known_of_its_quotes(filled: Store) -> None:
    from culturex.workflow import edit_event

    (number,) = take(filled, REPLY).events
    edit_event(filled, number, {"status": ["held"]}, [])
    (proof,) = [e for e in filled.event(number).event.evidence if e.field == "date"]
    assert (proof.match, proof.supported, proof.completion) == ("exact", True, 1)


def test_a_lone_surrogate_in_a_reply_is_stored_as_a_mark(filled: Store) -> None:
    take(filled, json.dumps({"events": [event(title="x")]}).replace('"x"', '"a\\ud800b"'))
    assert stored(filled)[0].title == "a\ufffdb"


UNSUPPORTED = [
    {"countries": [said("The Kazakh city", code="UZ", role="host")]},
    {"regions": [said("the hosts", value="BRICS")]},
    {"date": said("one fine day", value="2019-05-09")},
    {"people": [said("The Minister of Culture", name="Nora Aliyeva")]},
    {"quote": "a museum was opened in Lima"},
    {"type": said("a festival", value="carnival")},
]


@pytest.mark.parametrize("change", [{}, *UNSUPPORTED], ids=str)
def test_no_batch_accepts_what_nothing_supports(filled: Store, change: dict[str, Any]) -> None:
    from culturex.store.history import Deed
    from culturex.workflow import accept_certain

    numbers = take(filled, json.dumps({"events": [event(**change)]})).events
    accept_certain(filled, numbers, 0.0, deed=Deed("review"))
    assert [filled.event(n).review for n in numbers] == ["unreviewed" if change else "accepted"]


LONG = "\n".join([TEXT, *(f"Paragraph {n} tells of the town hall and of the weather in it." for n in range(900))])


@pytest.fixture
def long(store: Store) -> Store:
    """A store with one long article: two parts of 12,000 tokens."""
    with store.deed("import"):
        store.add_article(article(LONG))
    return store


def test_the_parts_of_a_long_article_tell_one_event(long: Store) -> None:
    parts = len(prompts_for(long, 1, SHORT, budget=12_000))
    assert parts == 2
    take(long, REPLY, REPLY)
    assert len(stored(long)) == 1


def test_a_part_that_failed_leaves_the_others(long: Store) -> None:
    taken = take(long, REPLY, None)
    assert (len(taken.events), taken.failures) == (1, ("The model did not answer.",))


def test_a_date_behind_the_first_thirty_pages_is_found(store: Store) -> None:
    text = (
        "The weather was fine in the town that day.\n" * 4000 + "The festival in Almaty was opened on 5 April 2018.\n"
    )
    with store.deed("import"):
        store.add_article(article(text))
    prompts = prompts_for(store, 1, SHORT)
    date = said("opened on 5 April 2018", value="2018-04-05")
    late = json.dumps({"events": [event(quote="The festival in Almaty was opened", date=date)]})
    take(store, *['{"events": []}'] * (len(prompts) - 1), late)
    (proof,) = [e for e in stored(store)[0].evidence if e.field == "date"]
    assert (proof.match, proof.supported) == ("exact", True)


# -- examples


def test_examples_are_accepted_articles_near_in_language(store: Store) -> None:
    with store.deed("import"):
        for text, language in ((TEXT, "en"), (f"{TEXT}\n2", "fr"), (f"{TEXT}\n3", "en"), (f"{TEXT}\n4", "en")):
            store.add_article(article(text, language=language))
    for number in (2, 3):
        (prompt,) = prompts_for(store, number, SHORT)
        with store.deed("tag"):
            (made,) = take_article(
                store, number, [take_reply(store, Answer(prompt, REPLY), model="m")], model="m"
            ).events
            store.set_review(made, "accepted")
    (one,) = prompts_for(store, 1, SHORT, examples=1)
    assert "\n3\n" in one.text.partition("<<<ARTICLE")[0]
    assert "Threads of Two Coasts" not in one.text


def test_the_article_itself_is_no_example(filled: Store) -> None:
    (number,) = take(filled, REPLY).events
    with filled.deed("review"):
        filled.set_review(number, "accepted")
    (prompt,) = prompts_for(filled, 1, SHORT, examples=3)
    assert "Threads of Two Coasts" in prompt.text


def test_an_article_with_unreviewed_events_is_no_example(store: Store) -> None:
    with store.deed("import"):
        store.add_article(article())
        store.add_article(article(f"{TEXT}\n2"))
    take(store, REPLY)
    (prompt,) = prompts_for(store, 2, SHORT, examples=3)
    assert "Threads of Two Coasts" in prompt.text


# -- by files


def reply_in(folder: Path, text: str, ending: str = ".reply.txt") -> Path:
    (name,) = [p.name.removesuffix(".prompt.txt") for p in folder.glob("*.prompt.txt")]
    path = folder / f"{name}{ending}"
    path.write_text(text, "utf-8")
    return path


def openai_result(prompt: Prompt, text: str) -> str:
    body = {"model": "gpt-x-1", "choices": [{"message": {"content": text}}], "usage": {"prompt_tokens": 5}}
    return json.dumps({"custom_id": prompt.id, "response": {"status_code": 200, "body": body}, "error": None})


def anthropic_result(prompt: Prompt, text: str) -> str:
    message = {"model": "claude-x", "content": [{"type": "text", "text": text}], "usage": {"input_tokens": 5}}
    return json.dumps({"custom_id": prompt.id, "result": {"type": "succeeded", "message": message}})


def bare(events: list[Event]) -> list[Event]:
    """Return events without the numbers of their replies and the name of the model."""
    from dataclasses import replace

    return [replace(e, evidence=tuple(replace(p, completion=None, method="") for p in e.evidence)) for e in events]


@pytest.fixture
def direct(filled: Store) -> list[Event]:
    """The events of the direct way; the store is as before, its log empty."""
    take(filled, REPLY)
    events = stored(filled)
    filled.undo()
    filled.connection.execute("DELETE FROM completions")
    return bare(events)


def test_files_give_the_same_events_as_the_direct_way(filled: Store, direct: list[Event], tmp_path: Path) -> None:
    written = write_prompts(filled, [1], SHORT, tmp_path / "out", model="m")
    assert (written.files, written.prompts, written.articles) == (1, 1, 1)
    reply_in(tmp_path / "out", f"Here you are:\n```json\n{REPLY}\n```")
    read_replies(filled, [tmp_path / "out"])
    assert bare(stored(filled)) == direct


@pytest.mark.parametrize(("format_", "answer"), [("openai", openai_result), ("anthropic", anthropic_result)])
def test_batches_give_the_same_events_as_the_direct_way(
    filled: Store, direct: list[Event], tmp_path: Path, format_: str, answer: Callable[[Prompt, str], str]
) -> None:
    write_prompts(filled, [1], SHORT, tmp_path, format=format_, model="asked")
    (prompt,) = prompts_for(filled, 1, SHORT)
    assert (tmp_path / BATCH).read_text("utf-8") == f"{request(prompt, format_, model='asked')}\n"
    (tmp_path / "results.jsonl").write_text(f"{answer(prompt, REPLY)}\n", "utf-8")
    read_replies(filled, [tmp_path / "results.jsonl"])
    assert bare(stored(filled)) == direct
    (kept,) = completions.of_article(filled.connection, 1)
    assert (kept.model, kept.question, kept.template, kept.tokens_in) == ("asked", prompt.text, "short", 5)


def test_parts_by_files_give_the_same_events(long: Store, tmp_path: Path) -> None:
    """The quote stands in both parts: its place is that of the part that was asked about."""
    take(long, '{"events": []}', json.dumps({"events": [event(quote="tells of the town hall")]}))
    before = bare(stored(long))
    long.undo()
    write_prompts(long, [1], SHORT, tmp_path, model="other")
    for path, reply in zip(sorted(tmp_path.glob("*.prompt.txt")), ('{"events": []}', None), strict=True):
        text = reply or json.dumps({"events": [event(quote="tells of the town hall")]})
        path.with_name(path.name.replace(".prompt.txt", ".reply.md")).write_text(text)
    read_replies(long, [tmp_path])
    assert bare(stored(long)) == before


def test_a_part_without_a_reply_is_said_and_comes_later(long: Store, tmp_path: Path) -> None:
    write_prompts(long, [1], SHORT, tmp_path, model="m")
    first, second = sorted(tmp_path.glob("*.prompt.txt"))
    said_: list[str] = []
    first.with_name(first.name.replace(".prompt", ".reply")).write_text(REPLY)
    read_replies(long, [tmp_path], fail=said_.append)
    assert said_ == ["Article 1: 1 part of 2 has no reply."]
    second.with_name(second.name.replace(".prompt", ".reply")).write_text(REPLY)
    (tmp_path / first.name.replace(".prompt", ".reply")).unlink()
    read_replies(long, [tmp_path], fail=said_.append)
    assert (len(stored(long)), len(said_)) == (1, 1)


def test_replies_taken_twice_change_nothing(filled: Store, tmp_path: Path) -> None:
    write_prompts(filled, [1], SHORT, tmp_path, model="m")
    reply_in(tmp_path, REPLY)
    read_replies(filled, [tmp_path])
    before = [r.id for r in filled.events()]
    read_replies(filled, [tmp_path])
    assert [r.id for r in filled.events()] == before
    assert len(completions.of_article(filled.connection, 1)) == 1


def test_a_reply_finds_its_article_by_its_text_in_another_store(filled: Store, tmp_path: Path) -> None:
    write_prompts(filled, [1], SHORT, tmp_path, model="m")
    reply_in(tmp_path, REPLY)
    with Store.open(None) as other:
        with other.deed("import"):
            other.add_article(article("Something else"))
            other.add_article(article())
        read_replies(other, [tmp_path])
        assert [a.id for r in other.events() for a in r.articles] == [2]


def test_a_reply_about_an_article_that_is_not_there_is_said(filled: Store, store: Store, tmp_path: Path) -> None:
    write_prompts(filled, [1], SHORT, tmp_path, model="m")
    reply_in(tmp_path, REPLY)
    said_: list[str] = []
    with Store.open(None) as other:
        tally = read_replies(other, [tmp_path], fail=said_.append)
    assert tally["failures"] == 1
    assert said_[0].startswith("The store has no article with the text that article-1-")


def test_replies_of_nobody_want_a_name(filled: Store, tmp_path: Path) -> None:
    write_prompts(filled, [1], SHORT, tmp_path)
    reply_in(tmp_path, REPLY)
    with pytest.raises(InputError, match="do not say which model"):
        read_replies(filled, [tmp_path])


def test_a_failed_line_of_a_batch_is_kept_and_the_others_go_on(filled: Store, tmp_path: Path) -> None:
    with filled.deed("import"):
        filled.add_article(article(f"{TEXT}\n2"))
    first, second = (prompts_for(filled, n, SHORT)[0] for n in (1, 2))
    failed = json.dumps({"custom_id": first.id, "response": None, "error": {"message": "expired"}})
    path = tmp_path / "results.jsonl"
    path.write_text(f"{failed}\nnonsense\n{openai_result(second, REPLY)}\n")
    said_: list[str] = []
    tally = read_replies(filled, [path], model="m", fail=said_.append)
    assert (tally["articles"], tally["events"], tally["failures"]) == (2, 1, 2)
    assert said_ == [
        "Article 1: The service gave no answer: expired",
        "results.jsonl, line 2: this is no result of a batch.",
    ]
    assert completions.of_article(filled.connection, 1)[0].status == "failed"


def test_a_template_that_is_known_by_its_version_has_its_name(filled: Store, tmp_path: Path) -> None:
    write_prompts(filled, [1], SHORT, tmp_path, model="m")
    (tmp_path / NOTES).unlink()
    reply_in(tmp_path, REPLY)
    read_replies(filled, [tmp_path], model="m", templates=[SHORT])
    assert completions.of_article(filled.connection, 1)[0].template == "short"


@pytest.mark.parametrize("data", [b"\xff\xfe" + REPLY.encode("utf-16-le"), b"\xef\xbb\xbf" + REPLY.encode()], ids=str)
def test_replies_saved_by_other_programs_are_read(filled: Store, tmp_path: Path, data: bytes) -> None:
    write_prompts(filled, [1], SHORT, tmp_path, model="m")
    reply_in(tmp_path, "").write_bytes(data)
    read_replies(filled, [tmp_path])
    assert len(stored(filled)) == 1


def test_an_empty_reply_says_so(filled: Store, tmp_path: Path) -> None:
    write_prompts(filled, [1], SHORT, tmp_path, model="m")
    reply_in(tmp_path, "")
    said_: list[str] = []
    read_replies(filled, [tmp_path], fail=said_.append)
    assert said_ == ["Article 1: The reply is empty."]


def test_all_of_one_reading_is_one_deed(filled: Store, tmp_path: Path) -> None:
    with filled.deed("import"):
        filled.add_article(article(f"{TEXT}\n2"))
    prompts = [prompts_for(filled, n, SHORT)[0] for n in (1, 2)]
    (tmp_path / "r.jsonl").write_text("\n".join(openai_result(p, REPLY) for p in prompts))
    read_replies(filled, [tmp_path])
    undone = filled.undo()
    assert undone is not None
    assert (undone.summary, stored(filled)) == ("took 2 events of models in 2 articles", [])
