"""Page clutter is marked, sentences of the article are not. The pages are made up in the frames of real ones."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culturex.suggest.page import furniture, read

TITLE = "Cork puppets charm the old town"
FIRST = (
    "Puppeteers from Tartu and Coimbra spent a week building one stage, and the town hall gave them its attic. "
    "Nobody had counted on so many children, so the troupe played twice, the second time without curtains."
)
SECOND = (
    "The guests brought marionettes carved from cork, while their hosts showed how shadow figures are cut from bark."
)
BODY = f"{FIRST}\n\n{SECOND}"


def marked(page: str) -> list[str]:
    """Return the stretches of *page* that are clutter."""
    return [page[start:end] for start, end in furniture(page)]


# Lines that stand between two paragraphs and are clutter wherever they stand.
ALONE = [
    "2 Min Read",
    "Reading time: 4 minutes",
    "Share This Article",
    "Share  Tweet  Print",
    "Email This  BlogThis!  Share to Facebook  Share to Pinterest",
    "Facebook | Twitter | WhatsApp | Copy link",
    "【Fonts: A+ A A- Print",
    "Font Size Larger Font Smaller Font",
    "PDF Print E-mail",
    "    • Link copied",
    "Advertisement",
    "- Advertisement -",
    "ADVERTISEMENT. Scroll to continue reading.",
    "Related: Sawmill fire near the harbour was put out by noon",
    "Read more: Bus lines will be renumbered from Monday on, says the council",
    "Also Read: Council quarrels about the swimming hall",
    "ALSO READ | Council quarrels about the swimming hall",
    "Photo: Maret Lill / Town Hall",
    "Children wait for the second show. (Photo by Maret Lill)",
    "A cork marionette on March 14. [Photo provided to baltic.example]",
    "The troupe on stage. [Photo/Xinhua]",
    "stage, attic.jpg",
    "IMG_2034.JPG",
    "2019-03-14-puppet-show- 2",
    "https://town.example/news/12",
    "press@town.example",
    "Tags: puppets, cork, twin towns",
    "Labels: Puppets, Towns, March Events",
    "Open in App",
    "Your email address will not be published. Required fields are marked *",
    "We use cookies to give you the best experience on our website. Read our cookie policy.",
    "© 2019 Baltic Herald. All rights reserved.",
    "This message was taken from this source and rewritten by artificial intelligence.",
    "(This story has not been edited by our staff and is published from a syndicated feed.)",
    "Disclaimer: the text above came from the feed of an agency and our editors have neither checked nor changed it",
    "Sign up for our newsletter and never miss a story from the region again, wherever you are.",
    "apg/lrz",
    "_____________",
    "Views: 318",
    "Поделиться",
    "Читайте также: Пожар на лесопилке потушили к полудню",
    "Версия для печати | Отправить ссылку другу",
    "Просмотров: 318",
    "Фото: Марет Лилль",
    "Lee también El ayuntamiento discute por la piscina",
    "Te puede interesar: Cambian los números de los autobuses",
    "À lire aussi : Le conseil se dispute au sujet de la piscine",
    "Partager sur Facebook",
    "Lesen Sie auch: Der Rat streitet über das Schwimmbad",
    "Gefällt mir   Weitersagen   Drucken   Beitrag melden",
    "Kinder vor der zweiten Vorstellung. (Foto: Lill)",
    "Bu haberi paylaş",
    "Fotoğraf: Maret Lill",
    "责任编辑：李玛",
    "分享到",
]


@pytest.mark.parametrize("line", ALONE)
def test_clutter_between_paragraphs(line: str) -> None:
    language = {"П": "ru", "Ч": "ru", "В": "ru", "Ф": "ru", "L": None, "T": "es", "À": "fr", "G": "de", "K": "de"}.get(
        line[0]
    )
    codes = [language] if language else ["en", "es", "fr", "de", "tr", "zh"]
    page = f"{TITLE}\n\n{FIRST}\n\n{line}\n\n{SECOND}"
    found = [[page[a:b] for a, b in read(page, known={"language": code}).furniture] for code in codes]
    assert [line.strip()] in found


# Sentences and lines of articles that look a little like clutter.
KEPT = [
    "Share of cork in the stage: about half.",
    "Back to Coimbra went the puppets, but one of them stayed in Tartu as a gift to the children's library.",
    "Comments by both mayors were brief.",
    "Related trades, such as basket making and bookbinding, had their own corner in the attic during the week.",
    "More than forty children came.",
    "Home crowds cheered the guests.",
    "Photographs of the first meeting of 1987 hung on the walls, and some visitors found themselves in them.",
    "• Monica Lopes, who carves cork",
    "“Print is not dead,” said Lill.",
    "Contact between the two towns began in 1987.",
    "Follow-up workshops are planned for the autumn.",
    "Reading time was set aside for the youngest, who heard tales from both countries in the reading room.",
    "Views of both towns, painted by pupils, were on show until the end of the week, and all were sold.",
    "Key Discussion Points:",
    "WHEN: Thursday, March 14, 2019 (7 PM)",
    "WHO: Troupes from Estonia, Portugal, Latvia and Finland, among others.",
    "Spurs v Leeds 1-2 (0-1). Brown 90; White 39, Green 54.",
    "The agreement was signed in Tartu (Estonia).",
    "The Baltic Festival of Puppetry is an international meeting of forty troupes which has been held since 1998.",
]


@pytest.mark.parametrize("line", KEPT)
def test_article_between_paragraphs(line: str) -> None:
    assert marked(f"{TITLE}\n\n{FIRST}\n\n{line}\n\n{SECOND}") == []


@pytest.mark.parametrize("line", [*KEPT[:9], *KEPT[14:]])
def test_article_at_the_end(line: str) -> None:
    assert marked(f"{TITLE}\n\n{BODY}\n\n{line}") == []


def test_plain_article_has_none() -> None:
    assert marked(f"{TITLE}\n\n{BODY}") == []


def test_headline_is_kept() -> None:
    assert TITLE not in marked(f"NEWS\n\n{TITLE}\n\n{BODY}\n\nALL NEWS")


def test_what_stands_above_the_headline() -> None:
    page = f"Estonia\n\nHome> Events>What is On\n\n{TITLE}\n\n{BODY}"
    assert marked(page) == ["Estonia", "Home> Events>What is On"]


def test_lines_of_page_facts() -> None:
    page = f"{TITLE}\n\nBy Maret Lill\n\nPublished : March 14, 2019 - 13:42\n\n{BODY}"
    assert marked(page) == ["By Maret Lill", "Published : March 14, 2019 - 13:42"]


def test_related_headlines_at_the_end() -> None:
    page = f"{TITLE}\n\n{BODY}\n\nRelated Articles\n\nSawmill fire put out by noon\n\nCouncil quarrels about the pool"
    assert marked(page) == ["Related Articles", "Sawmill fire put out by noon", "Council quarrels about the pool"]


def test_related_headlines_inside_end_at_the_gap() -> None:
    block = "Most read\nSawmill fire put out by noon\nCouncil quarrels about the pool"
    page = f"{TITLE}\n\n{FIRST}\n\n{block}\n\nSome were moved to tears\n\n{SECOND}"
    assert marked(page) == ["Most read", "Sawmill fire put out by noon", "Council quarrels about the pool"]


def test_russian_list_of_the_section() -> None:
    body = "Кукольники двух городов неделю строили общую сцену, и мэрия отдала им свой чердак под мастерскую."
    block = "Еще в рубрике:\n- Пожар на лесопилке потушили\n- В городе ждут гостей\nКомментариев пока нет."
    assert marked(f"Куклы из пробки\n\n{body}\n\n{block}") == block.split("\n")


def test_comment_form_to_the_end() -> None:
    words = (
        "I was there with my two daughters and we have never laughed so much in our lives, thank you for coming to us."
    )
    page = f"{TITLE}\n\n{BODY}\n\nComments (2)\n\nAnn\n\n{words}\n\nReply"
    assert "".join(marked(page)).endswith(f"Ann{words}Reply")


def test_comment_link_above_the_text_ends_nothing() -> None:
    assert marked(f"{TITLE}\n\nLeave a comment\n\n{BODY}") == ["Leave a comment"]


def test_advertisements_before_the_sharing_buttons() -> None:
    page = f"{TITLE}\n\n{BODY}\n\nCheapHost\n\nPools Plus Riga\n\nRelated Articles\n\nBack to top button"
    assert marked(page) == ["CheapHost", "Pools Plus Riga", "Related Articles", "Back to top button"]


def test_what_a_medium_says_of_itself() -> None:
    note = "Radio NORDIC is an international media network that is heard by three million people in ten countries."
    page = f"{TITLE}\n\nRadio NORDIC\n3 Min Read\n\n{BODY}\n\nShare This Article\n{note}\nLeave a comment"
    assert note in marked(page)


def test_lead_cut_short() -> None:
    lead = FIRST[:90] + " ..."
    assert marked(f"{TITLE}\n\n{lead}\n\n{BODY}") == [lead]


def test_caption_printed_twice() -> None:
    caption = "The stage in the attic, in a photo without a date given by the town hall. (BNS)"
    page = f"{TITLE}\n\n{FIRST}\n\n{caption} {caption}\n{SECOND}"
    assert marked(page) == [f"{caption} {caption}"]


def test_headline_printed_twice() -> None:
    assert marked(f"{TITLE}\n\n14 March 2019\n{TITLE}\n\n{BODY}") == ["14 March 2019", TITLE]


def test_signature_at_the_end_of_the_text() -> None:
    assert marked(f"{TITLE}\n\n{BODY} ///bNw, 14 March 2019") == ["///bNw, 14 March 2019"]


def test_file_name_before_the_first_word() -> None:
    assert marked(f"{TITLE}\n\nc_330_images(2).jpgTARTU – {BODY}") == ["c_330_images(2).jpg"]


def test_coming_day_under_the_headline_is_kept() -> None:
    """It is the event's, for no page can be of a day ahead."""
    assert marked(f"{TITLE}\n\nThursday, 14 October 2999\n\n{BODY}") == []


def test_labels_of_an_announcement_are_kept() -> None:
    assert marked(f"{TITLE}\n\nWhere:\nTown hall attic\nWhen:\n14 March 2019, 7 pm\n\n{BODY}") == []


def test_dateline_is_no_furniture() -> None:
    assert marked(f"{TITLE}\n\nTALLINN, March 14 (Xinhua) -- {BODY}") == []


@given(st.text(alphabet=st.sampled_from("aB .\n|>:/()[]-–0123456789бЯ新。Share\u00a0"), max_size=400))
@settings(deadline=None)
def test_spans_lie_in_the_page_in_order_and_apart(page: str) -> None:
    at = 0
    for start, end in furniture(page):
        assert at <= start < end <= len(page)
        at = end


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_can_be_read(page: str) -> None:
    for name, fact in read(page).facts.found.items():
        assert name
        assert 0 <= fact.span.start <= fact.span.end <= len(page)


def test_a_clock_above_the_headline_is_clutter_and_the_days_of_the_event_are_not() -> None:
    page = f"Tartu, July 27 05:34\n\nJuly 21 to August 6\n\n{TITLE}\n\n{BODY}"
    assert marked(page) == ["Tartu, July 27 05:34"]


@pytest.mark.parametrize("button", ["Close this search box.", "Menu Toggle", "Start typing and press enter to search"])
def test_buttons_of_the_search_are_clutter(button: str) -> None:
    assert button in marked(f"{TITLE}\n\n{FIRST}\n\n{button}\n\n{SECOND}")


def test_a_list_of_articles_whose_titles_are_printed_twice_is_clutter() -> None:
    teasers = "\n\n".join(
        f"• {name} sings in the old church {name} sings in the old church\n\nThe choir of {name} came back after ten "
        "years, and the church was full to the last seat on both evenings of its stay in town."
        for name in ("Nida", "Preila")
    )
    page = f"{TITLE}\n\n{BODY}\n\nAND MORE...\n\n{teasers}"
    assert page[: furniture(page)[0].start].rstrip() == f"{TITLE}\n\n{BODY}"
    assert all(line in marked(page) for line in page[page.index("AND MORE") :].split("\n\n"))
