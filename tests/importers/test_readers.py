"""What each format makes of its facts, its parts and standard input."""

from __future__ import annotations

import os
import threading
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex import edtf
from culturex.errors import UsageError
from culturex.importers import Failure, facts, markdown, read_bytes, read_file
from culturex.importers.markup import attributes, tokens
from culturex.importers.page import Page
from culturex.importers.recognize import recognize
from culturex.model.article import Article


def articles(data: str, kind: str | None = None) -> list[Article]:
    found = list(read_bytes(data.encode(), name="in", format=kind))
    assert all(isinstance(a, Article) for a in found), found
    return [a for a in found if isinstance(a, Article)]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-10", "2024-05-10"),
        ("2024-05-10T08:00:00+02:00", "2024-05-10"),
        ("2024-05-10 08:00", "2024-05-10"),
        ("20240510", "2024-05-10"),
        ("20240510T080000Z", "2024-05-10"),
        ("2024/5/8", "2024-05-08"),
        ("2024.05.08.", None),
        ("8.5.2024", "2024-05-08"),
        ("3.03.2017, 00:00", "2017-03-03"),
        ("2017", "2017"),
        ("2010-04", "2010-04"),
        ("2014/2016", "2014/2016"),
        ("2024-05-10~", "2024-05-10~"),
        ("5/8/2024", None),
        ("2024-13-45", None),
        ("31.2.2024", None),
        ("10 May 2024", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_published_becomes_edtf_where_it_is_certain(written: str | None, day: str | None) -> None:
    assert facts.day(written) == day


@settings(deadline=None)
@given(st.text(st.sampled_from("0123456789-/.TZ:~X ")))
def test_published_is_edtf_or_nothing(text: str) -> None:
    day = facts.day(text)
    assert day is None or edtf.is_valid(day)


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "en"), ("EN-us", "en"), ("ru_RU.UTF-8", "ru"), ("zh-Hans-CN", "zh"), ("English", None), ("eng", None)],
)
def test_a_language_becomes_two_letters(tag: str, code: str | None) -> None:
    assert facts.language(tag) == code


@pytest.mark.parametrize("key", ["Source name", "source_name", "SOURCE-NAME", "\ufeffsource_name ", "publisher"])
def test_keys_are_found_however_they_are_written(key: str) -> None:
    assert facts.pick({key: "TV"}) == {"outlet": "TV"}


def test_the_better_of_two_keys_counts() -> None:
    assert facts.pick({"date": "2020", "published": "2021", "content": "b", "text": "a"}) == {
        "published": "2021",
        "text": "a",
    }


@pytest.mark.parametrize(
    ("text", "record", "rest"),
    [
        ("---\ntitle: A\n---\nText", {"title": "A"}, "Text"),
        ("---\r\ntitle: A\r\n---\r\nText", {"title": "A"}, "Text"),
        ("---\ntitle: 'It''s'\n---\n", {"title": "It's"}, ""),
        ('---\ntitle: "A: B" \n---\n', {"title": "A: B"}, ""),
        ("---\nurl: https://a.example/#top # the page\n---\n", {"url": "https://a.example/#top"}, ""),
        ("---\nauthor:\n  - A\n  - B\n---\n", {"author": ["A", "B"]}, ""),
        ("---\ntitle: A\nText without an end", {}, "---\ntitle: A\nText without an end"),
        ("---\n\nA rule.\n\n---\n", {}, "---\n\nA rule.\n\n---\n"),
        ("+++\ntitle = 'A'\n+++\nText", {"title": "A"}, "Text"),
        ("+++\nno toml\n+++\nText", {}, "+++\nno toml\n+++\nText"),
        ("Text\n---\ntitle: A\n---\n", {}, "Text\n---\ntitle: A\n---\n"),
    ],
)
def test_front_matter(text: str, record: dict[str, object], rest: str) -> None:
    assert markdown.split(text) == (record, rest)


@settings(deadline=None)
@given(st.text())
def test_markdown_without_front_matter_is_kept_whole(text: str) -> None:
    assert markdown.split("x" + text) == ({}, "x" + text)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ('{"text": "a"}', "json"),
        ('{"text": "a"}\n', "json"),
        ('{"text": "a"}\n{"text": "b"}\n', "jsonl"),
        ('{\n"text": "a"\n}', "json"),
        ('[{"text": "a"}]', "json"),
        ('\ufeff {"text": "a"}', "json"),
        ('{"text": "broken\n', "json"),
        ("<!DOCTYPE html><p>a", "html"),
        ("\n<!-- saved --><html><p>a", "html"),
        ("<?xml version='1.0'?><html>", "html"),
        ("<p>a</p>", "html"),
        ("---\ntitle: A\n---\nText", "md"),
        ("[Photo] A choir", "txt"),
        ("{curly} words", "txt"),
        ("a < b, <i>", "txt"),
        ("", "txt"),
    ],
)
def test_a_format_is_told_by_its_beginning(data: str, kind: str) -> None:
    assert recognize(data.encode()) == kind


def test_a_file_of_unknown_suffix_is_read_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_text('{"text": "a"}')
    assert [a.format for a in read_file(tmp_path / "a.dat") if isinstance(a, Article)] == ["json"]


def test_a_given_format_counts_more_than_the_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text\nA choir sang.\n")
    assert [a.text for a in read_file(tmp_path / "a.txt", format="csv") if isinstance(a, Article)] == ["A choir sang."]


def test_an_unknown_format_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="'docx' is no format"):
        list(read_bytes(b"x", name="in", format="docx"))


def test_a_plain_text_is_kept_to_the_letter() -> None:
    text = "  Headline \n\n\tIndented, and  two spaces. \n\n\n"
    assert articles(text)[0].text == text


def test_csv_of_more_than_the_csv_modules_limit_is_read() -> None:
    assert len(articles("text\n" + "a" * 200_000, "csv")[0].text) == 200_000


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_delimiters_are_told_from_the_header(delimiter: str) -> None:
    header = delimiter.join(["title", "text", "outlet"])
    row = delimiter.join(["A", '"b, c; d | e"', "TV"])
    (found,) = articles(f"{header}\n{row}\n", "csv")
    assert (found.title, found.text, found.outlet) == ("A", "b, c; d | e", "TV")


def test_excels_own_line_about_the_delimiter_is_passed_over() -> None:
    (found,) = articles("sep=;\ntext;title\nA choir, singing;A\n", "csv")
    assert (found.text, found.source) == ("A choir, singing", "in:3")


def test_csv_with_a_header_alone_is_a_failure() -> None:
    (found,) = read_bytes(b"text,title\n", name="in", format="csv")
    assert isinstance(found, Failure)
    assert found.reason == "in has a header but no rows."


def test_a_quote_that_is_never_closed_loses_no_row_silently() -> None:
    found = list(read_bytes(b'text\nA choir.\n"It sang.\nTen came.\n', name="in", format="csv"))
    assert [type(f).__name__ for f in found] == ["Article", "Failure"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("kind", ["csv", "jsonl", None])
def test_a_pipe_is_read_once(kind: str | None, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    data = "text\nA choir.\n" if kind == "csv" else '{"text": "A choir."}\n'
    writer = threading.Thread(target=lambda: (tmp_path / "pipe").write_text(data))
    writer.start()
    found = list(read_file(tmp_path / "pipe", format=kind))
    writer.join(5)
    assert [a.text for a in found if isinstance(a, Article)] == ["A choir."]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_large_file_is_read_in_constant_memory(name: str, tmp_path: Path) -> None:
    line = "A choir from Gyumri sang in Lyon. " * 30
    rows = (f'{{"text": "{i} {line}"}}\n' if name == "a.jsonl" else f'"{i} {line}"\n' for i in range(3_000))
    with (tmp_path / name).open("w") as file:
        file.write("text\n" if name == "a.csv" else "")
        file.writelines(rows)
    tracemalloc.start()
    assert sum(isinstance(a, Article) for a in read_file(tmp_path / name)) == 3_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_500_000 < (tmp_path / name).stat().st_size


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>A <b>choir</b> sang.</p><p>Ten came.", "A choir sang.\nTen came."),
        ("A&amp;B &lt;tag&gt; caf&eacute;", "A&B <tag> café"),
        ("a < b and c > d", "a < b and c > d"),
        ("<script>if (a < b) '<p>x</p>'</script>after", "after"),
        ("<!-- <p>x</p> -->after", "after"),
        ("<nav>menu<ul><li>Home</ul></nav>after<footer>imprint</footer>", "after"),
        ('<p title="a > b">after', "after"),
        ("<head><title>T</title><p>after", "after"),
        ("<p>one<br>two", "one\ntwo"),
        ("<form><p>after</form>", "after"),
    ],
)
def test_the_visible_text_of_a_page(markup: str, text: str) -> None:
    assert Page(markup).text == text


@pytest.mark.parametrize(
    ("markup", "field", "value"),
    [
        ("<title>A  choir\n</title>", "title", "A choir"),
        ("<title>Site</title><h1>A <i>choir</i></h1>", "title", "A choir"),
        ('<meta property="og:title" content="A &quot;choir&quot;"><h1>B</h1>', "title", 'A "choir"'),
        ("<meta content='TV' property=og:site_name>", "outlet", "TV"),
        ('<meta name="Author" content="Ann Lee">', "author", "Ann Lee"),
        ('<link rel="canonical" href="https://a.example/1">', "url", "https://a.example/1"),
        ('<meta property="og:url" content="https://a.example/2">', "url", "https://a.example/2"),
        ('<time datetime="2024-05-10T08:00">Friday</time>', "published", "2024-05-10T08:00"),
        ('<meta itemprop="datePublished" content="2024-05-10">', "published", "2024-05-10"),
        ('<html lang="ru-RU">', "language", "ru-RU"),
        ('<meta property="og:locale" content="fr_FR">', "language", "fr_FR"),
    ],
)
def test_the_facts_of_a_page(markup: str, field: str, value: str) -> None:
    assert Page(markup).facts[field] == value


def test_the_first_attribute_of_a_name_counts() -> None:
    assert attributes(" A=1 b = 'x y' c a=2 d=\"&amp;\"/") == {"a": "1", "b": "x y", "c": "", "d": "&"}


@settings(deadline=None)
@given(st.text(st.sampled_from("<>/!-abpscriptAB\"'= &;#x1")))
def test_any_markup_is_cut_into_tokens(markup: str) -> None:
    for tag, text in tokens(markup):
        assert tag or text


def test_a_page_says_nothing_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    list(read_bytes(b"<html><body></body></html>", name="in"))
    list(read_bytes(b"<p>" + b"word " * 100, name="in", format="html"))
    assert capfd.readouterr() == ("", "")


def test_a_page_that_trafilatura_fails_on_still_has_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*args: object, **options: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    (found,) = articles("<html lang=en><nav>Menu</nav><h1>Choir</h1><p>" + "It sang. " * 50, "html")
    assert found.text.startswith("Choir\nIt sang.")
