"""What a model said, held against the article: found how, said or not, refused why."""

from __future__ import annotations

import time

import pytest

from ask.pieces import TEXT, article, event, held, only, outcome, proof, said
from culturex.ask import verify
from culturex.ask.examples import _shipped
from culturex.ask.locating import Haystack
from culturex.model.check import check
from culturex.model.codebook import default
from culturex.model.codebook import read as read_codebook
from culturex.model.support import is_supported, unsupported


def test_what_the_article_says_is_all_supported() -> None:
    found = held(event())
    assert (unsupported(only(found)), found.refusals) == ((), ())


def test_every_quote_that_was_found_stands_where_it_says() -> None:
    found = only(held(event(date=said("Tuesday", value="2019-05-02"))))
    assert check(found, default(), {None: TEXT}) == []


@pytest.mark.parametrize(
    ("quote", "match"),
    [
        ("a five-day festival", "exact"),
        ('hosted the "Days of Armenian Culture" - a five-day festival', "normalised"),
        ("opened on Thursday at the Abay Opera House", "normalised"),
        ("A FIVE-DAY FESTIVAL", "normalised"),
        ("“a five-day festival”", "normalised"),
        ("The Kazakh city hosted the Days of Armenian Culture, a festival that opened on Thursday", "aligned"),
        ("The Kazakh city hosted ... a five-day festival", "aligned"),
        ("a festival of six days", "none"),
        ("Dancers from Chile performed in the main square of the city at night", "none"),
    ],
)
def test_how_a_quote_was_found_is_kept(quote: str, match: str) -> None:
    found = only(held(event(type=said(quote, value="festival"))))
    assert proof(found, "type").match == match


def test_an_invented_quote_leaves_its_value_unsupported() -> None:
    found = only(held(event(date=said("on the first Monday of May", value="2019-05-06"))))
    assert outcome(found, "date") == [("none", False)]
    assert not is_supported(found)


def test_the_words_of_an_invented_quote_are_kept_without_a_place() -> None:
    found = proof(only(held(event(date=said("on the first Monday of May", value="2019-05-06")))), "date")
    assert (found.quote, found.start, found.end) == ("on the first Monday of May", None, None)


def test_a_real_quote_with_a_wrong_country_is_unsupported() -> None:
    found = only(held(event(countries=[said("The Kazakh city", code="UZ", role="host")])))
    assert outcome(found, "countries") == [("exact", False)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Kazakhstan", "KZ"), ("the Kazakh side", "KZ"), ("Kazakhs", "KZ"), ("in Almaty", "KZ"), ("Казахстана", "KZ"),
        ("с казахстанскими музыкантами", "KZ"), ("哈萨克斯坦", "KZ"), ("Ermenistan'ın", "AM"), ("Yerevan", "AM"),
        ("die armenische Botschaft", "AM"), ("le Bénin", "BJ"), ("the Republic of Korea", "KR"), ("Swedes", "SE"),
        ("the Sino-Russian year", "RU"), ("Bavaria", "DE"), ("the United Kingdom", "GB"), ("British", "GB"),
    ],
)  # fmt: skip
def test_a_country_is_named_by_its_names_people_and_places(words: str, code: str) -> None:
    assert country(words, code, {"Ermenistan'ın": "tr", "die armenische Botschaft": "de"}.get(words, "en"))


def country(words: str, code: str, language: str) -> bool | None:
    """Tell whether words, in an article of a language, support a country."""
    text = f"A visit\n\nGuests met {words} on 3 May 2019 in the hall, and Michael Jordan said that he was glad."
    raw = event(quote="he was glad", countries=[said(words, code=code)])
    found = only(held(raw, text=text, language=language))
    ((match, supported),) = outcome(found, "countries")
    assert match == "exact"
    return supported


@pytest.mark.parametrize(
    ("words", "code"),
    [("Michael Jordan", "JO"), ("the woman", "OM"), ("guinea pigs", "GN"), ("reading of poems", "GB"),
     ("the delegation", "CN"), ("Armenian", "AZ"), ("an island", "IS"), ("the Island", "IS"), ("Islands", "IS"),
     ("Single guests", "SG"), ("Manner of speaking", "IM"), ("the Man of the Year", "IM"), ("to polish it", "PL")],
)  # fmt: skip
def test_other_words_name_no_country(words: str, code: str) -> None:
    assert not country(words, code, "en")


@pytest.mark.parametrize(("language", "supported"), [("de", True), ("sv", True), ("en", False), ("fr", False)])
def test_a_name_that_is_a_common_word_elsewhere_counts_in_its_own_languages(language: str, supported: bool) -> None:
    assert country("Island", "IS", language) == supported


@pytest.mark.parametrize(
    ("words", "value", "basis"),
    [
        ("on 5 April 2019", "2019-04-05", "stated"),
        ("on 5 April 2019", "2019-04", "stated"),
        ("on 5 April 2019", "2019", "stated"),
        ("in April 2019", "2019-04", "stated"),
        ("from 5 to 9 April 2019", "2019-04-05/2019-04-09", "stated"),
        ("on 29 April", "2019-04-29", "inferred"),
        ("yesterday", "2019-05-02", "resolved"),
        ("on Thursday", "2019-05-02", "resolved"),
        ("last October", "2018-10", "resolved"),
        ("5 апреля 2019 года", "2019-04-05", "stated"),
        ("2019年4月5日", "2019-04-05", "stated"),
    ],
)
def test_a_date_is_said_by_its_words(words: str, value: str, basis: str) -> None:
    text = f"A visit\n\nThe festival was opened {words} in the hall."
    language = "ru" if "а" in words else "en"
    found = only(held(event(date=said(words, value=value)), text=text, language=language))
    assert (outcome(found, "date"), found.date_basis) == ([("exact", True)], basis)


@pytest.mark.parametrize(
    ("words", "value"),
    [("on 5 April 2019", "2019-04-06"), ("on 5 April 2019", "2018"), ("in April 2019", "2019-04-05"),
     ("yesterday", "2019-05-01"), ("on Thursday", "2019-05-09"), ("in the hall", "2019-05-02"),
     ("from 5 to 9 April 2019", "2019-04-05/2019-04-10")],
)  # fmt: skip
def test_another_date_is_unsupported(words: str, value: str) -> None:
    text = f"A visit\n\nThe festival was opened {words} in the hall."
    assert outcome(only(held(event(date=said(words, value=value)), text=text)), "date") == [("exact", False)]


def test_the_other_end_of_an_interval_may_stand_nearby() -> None:
    text = "A show\n\nThe exhibition was opened on 5 April 2019 in the hall. It can be seen until 20 May 2019."
    raw = event(date=said("on 5 April 2019", value="2019-04-05/2019-05-20"))
    found = only(held(raw, text=text))
    assert outcome(found, "date") == [("exact", True)]
    assert proof(found, "date").quote.endswith("20 May 2019")


def test_an_interval_of_which_the_quote_names_no_end_is_unsupported() -> None:
    text = "A show\n\nThe exhibition was opened on 5 April 2019 in the hall. It can be seen until 20 May 2019."
    raw = event(date=said("in the hall", value="2019-04-05/2019-05-20"))
    assert outcome(only(held(raw, text=text)), "date") == [("exact", False)]


def test_what_names_a_country_once_names_it_again() -> None:
    text = "Poets in Tangier\n\nPoets from Tangier, Morocco, read on 3 May 2019. They left Tangier the next day."
    raw = event(countries=[said("Poets in Tangier", code="MA", role="host")])
    assert outcome(only(held(raw, text=text)), "countries") == [("exact", True)]


def test_the_quote_of_a_date_takes_in_all_its_words() -> None:
    text = "A visit\n\nThe festival was opened on 5 April 2019 in the hall."
    assert "2019" in proof(only(held(event(date=said("5 April", value="2019-04-05")), text=text)), "date").quote


@pytest.mark.parametrize(
    ("quote", "name", "supported"),
    [
        ("The Minister of Culture, Anna Petrosyan", "Anna Petrosyan", True),
        ("Petrosyan, thanked the hosts", "Anna Petrosyan", True),
        ("The Minister of Culture", "Anna Petrosyan", False),
        ("The Minister of Culture, Anna", "Anna Petrosyan", False),
        ("Anna Petrosyan", "Nora Petrosyan", False),
        ("Anna Petrosyan", "Anna Aliyeva", False),
    ],
)
def test_a_person_is_said_by_the_family_name(quote: str, name: str, supported: bool) -> None:
    found = only(held(event(people=[said(quote, name=name)])))
    assert [s for _, s in outcome(found, "people")] == [supported]


@pytest.mark.parametrize(
    ("quote", "name", "supported"),
    [("Li said", "Li Wenbo", True), ("Anna laughed", "Anna Petrosyan", False)],
)
def test_a_family_name_that_comes_first_is_known_from_the_article(quote: str, name: str, supported: bool) -> None:
    text = (
        "A visit\n\nLi Wenbo, deputy director of the Foreign Affairs Office, and Anna Petrosyan, Minister of Culture,"
        " met in Zibo. Li said that the talks were good. Anna laughed."
    )
    found = only(held(event(quote="met in Zibo", people=[said(quote, name=name)]), text=text))
    assert [s for _, s in outcome(found, "people")] == [supported]


@pytest.mark.parametrize("field", ["type", "status", "mode"])
@pytest.mark.parametrize(
    ("quote", "supported"),
    [("a five-day festival", True), ("opened on", True), ("festival", True), ("a", False), ("the", False),
     ("opened", False), ("of the", False), (".", False)],
)  # fmt: skip
def test_a_judgement_wants_a_quote_of_some_words(field: str, quote: str, supported: bool) -> None:
    value = {"type": "festival", "status": "ongoing", "mode": "in_person"}[field]
    ((_, found),) = outcome(only(held(event(**{field: said(quote, value=value)}))), field)
    assert found == supported


def test_a_letter_does_not_show_an_event() -> None:
    assert outcome(only(held(event(quote="a"))), "event") == [("exact", False)]


@pytest.mark.parametrize(("quote", "supported"), [("举行了展览", True), ("在", False), ("举行", False)])
def test_a_quote_without_spaces_is_measured_by_its_characters(quote: str, supported: bool) -> None:
    text = "中哈文化年\n\n2019年5月3日,阿拉木图举行了展览。"
    raw = event(quote="阿拉木图举行了展览", type=said(quote, value="exhibition"))
    ((_, found),) = outcome(only(held(raw, text=text, language="zh")), "type")
    assert found == supported


def test_a_scrap_of_a_word_is_no_quote() -> None:
    assert proof(only(held(event(type=said("estiv", value="festival")))), "type").match == "exact"
    assert proof(only(held(event(type=said("est", value="festival")))), "type").match == "none"


def test_an_event_whose_quotes_are_scraps_is_refused() -> None:
    scraps = {"type": said("a", value="festival"), "date": said("on", value="2019-05-02")}
    empty = {"status": None, "mode": None, "countries": [], "places": [], "organizations": [], "people": []}
    found = held(event(quote="the", participants=None, **scraps, **empty))
    assert found.events == ()
    assert found.refusals[-1].endswith("all of it: its quotes are too short to show anything.")


@pytest.mark.parametrize("code", ["island", "come", "from", "Island", "man"])
def test_a_word_is_no_country_because_it_could_be_one(code: str) -> None:
    found = held(event(countries=[said("The Kazakh city", code=code)]))
    assert any(r.endswith(f"{code!r} is no country that culturex knows.") for r in found.refusals)


@pytest.mark.parametrize(
    ("value", "region"),
    [("menu", "menu"), ("the EU", "European Union"), ("СНГ", "Commonwealth of Independent States"),
     ("Central Asian", "Central Asia")],
)  # fmt: skip
def test_a_word_is_no_group_of_countries_because_it_could_be_one(value: str, region: str) -> None:
    assert only(held(event(regions=[said("The Kazakh city", value=value)]))).regions == (region,)


@pytest.mark.parametrize(
    "code", ["KZ", "kz", "KAZ", "Kazakhstan", "Kazakh", "the Republic of Kazakhstan", "哈萨克斯坦"]
)
def test_a_country_may_be_named_by_code_or_name(code: str) -> None:
    assert [c.code for c in only(held(event(countries=[said("The Kazakh city", code=code)]))).countries] == ["KZ"]


OWN = """
[fields.room]
label = "Room"
[fields.level]
label = "Level"
kind = "choice"
choices = ["high", "low"]
[fields.rooms]
label = "Rooms"
kind = "number"
"""


@pytest.mark.parametrize(
    ("name", "quote", "value", "supported"),
    [
        ("room", "at the Abay Opera House", "Abay Opera House", True),
        ("room", "at the Abay Opera House", "Town hall", False),
        ("level", "thanked the hosts", "high", True),
        ("level", "the", "high", False),
        ("rooms", "1,200 guests", "1200", True),
        ("rooms", "1,200 guests", "30", False),
    ],
)
def test_own_fields_are_held_against_their_quotes(name: str, quote: str, value: str, supported: bool) -> None:
    about = article()
    raw = event(values={name: said(quote, value=value)})
    found = only(verify([raw], about, read_codebook(default().text + OWN), method="model:test"))
    assert [s for _, s in outcome(found, f"values.{name}")] == [supported]


@pytest.mark.parametrize(("value", "supported"), [(3, False), (2021, False), (40, True)])
def test_the_digits_of_a_date_are_no_number_of_people(value: int, supported: bool) -> None:
    text = "A visit\n\nOn 3 May 2021 a group of 40 dancers came to the hall."
    raw = event(quote="dancers came", participants=said("On 3 May 2021 a group of 40 dancers", value=value))
    assert [s for _, s in outcome(only(held(raw, text=text)), "participants")] == [supported]


@pytest.mark.parametrize(("value", "supported"), [(1200, True), (1300, False), ("1,200", True)])
def test_a_number_is_said_in_digits(value: object, supported: bool) -> None:
    found = only(held(event(participants=said("1,200 guests", value=value))))
    assert [s for _, s in outcome(found, "participants")] == [supported]


def test_a_place_may_have_its_other_name() -> None:
    text = "Визит\n\nФестиваль открылся в Алматы 3 мая 2019 года."
    raw = event(places=[said("в Алматы", name="Almaty", country="KZ")])
    assert outcome(only(held(raw, text=text, language="ru")), "places") == [("exact", True)]


@pytest.mark.parametrize(("words", "supported"), [("a nice evening", False), ("in Nice", True), ("NICE", True)])
def test_a_place_is_named_with_a_capital_letter(words: str, supported: bool) -> None:
    text = f"A visit\n\nThe festival was opened on 3 May 2019: {words}, said the guests."
    raw = event(quote="The festival was opened", places=[said(words, name="Nice")])
    assert outcome(only(held(raw, text=text)), "places") == [("exact", supported)]


def test_a_place_comes_to_the_map() -> None:
    (place,) = only(held(event())).places
    assert (round(place.lat or 0), round(place.lon or 0)) == (43, 77)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"type": said("festival", value="carnival")}, "type: 'carnival' is no type of the codebook."),
        ({"themes": ["culture", "cars"]}, "themes: 'cars' is no theme of the codebook."),
        ({"status": said("opened", value="dreamt")}, "status: 'dreamt' is no status of the codebook."),
        ({"countries": [said("the hosts", code="Atlantis")]}, "'Atlantis' is no country that culturex knows."),
        ({"countries": [said("Kazakh", code="KZ", role="guest")]}, "role of KZ: 'guest' is no role of the codebook."),
        ({"date": said("on Thursday", value="last Thursday")}, "date: 'last Thursday' is no date that can be stored."),
        ({"participants": said("1,200", value="many")}, "participants: 'many' is no whole number."),
        ({"title": {"a": 1}}, "title: a plain value is wanted."),
        ({"people": [said("Anna Petrosyan", name="Anna Petrosyan", affiliation="University of Baku")]},
         "affiliation of Anna Petrosyan: 'University of Baku' does not stand in the article."),
        ({"people": [said("Anna Petrosyan", name="Anna Petrosyan", country="FR")]},
         "country of Anna Petrosyan: the article does not name FR."),
    ],
)  # fmt: skip
def test_what_is_refused_has_a_reason(change: dict[str, object], refusal: str) -> None:
    found = held(event(**change))
    assert any(r.endswith(refusal) for r in found.refusals), found.refusals


def test_a_value_outside_the_codebook_is_not_stored() -> None:
    found = only(held(event(themes=["culture", "cars"], type=said("festival", value="carnival"))))
    assert (found.themes, found.type, is_supported(found)) == (("culture",), None, False)


def test_an_event_of_which_nothing_stands_in_the_article_is_refused() -> None:
    raw = {"quote": "Chile and Peru opened a museum", "title": "A museum", "type": said("opened", value="opening")}
    found = held(event(), {**raw, "type": said("a museum was opened in Lima", value="opening")})
    assert len(found.events) == 1
    assert found.refusals == ("Event 2 (A museum), all of it: none of its quotes stands in the article.",)


def test_only_one_event_is_the_main_one() -> None:
    found = held(event(), event(title="Another"))
    assert [e.main for e in found.events] == [True, False]


def test_an_event_told_over_and_over_is_one() -> None:
    found = held(event(), event(), event())
    assert len(found.events) == 1
    assert found.refusals[0].endswith("all of it: the same event was told before.")


def test_a_bare_value_is_held_against_the_quote_of_the_event() -> None:
    found = only(held(event(quote="The Kazakh city hosted", countries=["KZ", "AM:partner"], type="festival")))
    assert outcome(found, "countries") == [("exact", True), ("exact", False)]


def test_quotes_may_stand_in_a_list_of_evidence() -> None:
    evidence = [{"field": "countries", "value": "AM", "quote": "Armenian Culture"}]
    found = only(held(event(countries=["AM"], evidence=evidence)))
    assert proof(found, "countries").quote == "Armenian Culture"


def test_a_country_in_two_roles_counts_once() -> None:
    twice = [said("The Kazakh city", code="KZ", role="host"), said("ALMATY", code="KZ", role="partner")]
    assert [(c.code, c.role) for c in only(held(event(countries=twice))).countries] == [("KZ", "host")]


def test_words_in_page_furniture_support_nothing() -> None:
    from culturex.model.article import Article
    from culturex.text import Span, clean

    text = clean(f"{TEXT}\n\nMost read: Chile wins the cup")
    start = text.index("Most read")
    about = Article(text=text, furniture=(Span(start, len(text)),))
    raw = event(countries=[said("Chile wins the cup", code="CL")])
    found = only(verify([raw], about, default(), method="model:test"))
    assert outcome(found, "countries") == [("none", False)]


def test_the_shipped_examples_are_right() -> None:
    for example in _shipped():
        head, _, body = example.text.partition("\n\n")
        facts = dict(line.split(": ", 1) for line in head.splitlines())
        found = held(*example.events, text=body, title=facts["headline"], published=facts["published"])
        assert (len(found.events), found.refusals) == (len(example.events), ())
        assert [unsupported(e) for e in found.events] == [()] * len(found.events)


@pytest.mark.parametrize(
    "raw",
    [{}, {"quote": None}, {"countries": "KZ"}, {"countries": {"code": []}}, {"people": [[[]]]}, {"evidence": {"a": 1}},
     {"values": {"x": {"value": []}}}, {"type": [1, 2]}, {"main": "perhaps"}, {"date": {"value": 2019.5}},
     {"participants": {"quote": "1,200", "value": -5}}, {"title": "x" * 100_000}, {"themes": [None] * 1000},
     {"quote": "\x1b[31m\u202e", "title": "\x00\x1b"}, {"quote": "." * 5000},
     {"places": [{"name": " ", "quote": "a"}]}, {"places": 7}, {"people": True}, {"organizations": [1.5]},
     {"countries": [7]}],
    ids=str,
)  # fmt: skip
def test_odd_shapes_are_read_or_refused_and_never_raise(raw: dict[str, object]) -> None:
    held({"quote": "a five-day festival", **raw})


def test_many_values_of_a_hostile_reply_take_no_long_time() -> None:
    quotes = [
        said(f"words {n} that do not stand anywhere in this article at all", name=f"Name {n}") for n in range(500)
    ]
    begin = time.process_time()
    held(*[event(people=quotes, organizations=quotes) for _ in range(100)])
    assert time.process_time() - begin < 15


def test_a_flood_of_own_fields_is_refused_in_few_words() -> None:
    found = held(event(values={f"field {n}": "x" for n in range(10_000)}))
    assert "values: only the first 60 of 10,000 were read." in found.refusals[0]
    assert len(found.refusals) < 100


def test_a_long_text_is_searched_in_time() -> None:
    haystack = Haystack(TEXT * 3000)
    begin = time.process_time()
    for n in range(50):
        haystack.find(f"The Kazakh city hosted Days of {n} Culture, a festival that opened on Thursday at the House")
    assert time.process_time() - begin < 10
