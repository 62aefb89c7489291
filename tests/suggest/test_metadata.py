"""What a page says of itself: headline, outlet, author, day. The pages and their facts are in ``pages.toml``."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from culturex.suggest.page import Facts, facts
from culturex.text import clean

TODAY = date(2026, 6, 1)
FACTS = ("title", "outlet", "author", "published")
TABLE = tomllib.loads(Path(__file__).with_name("pages.toml").read_text("utf-8"))
PAGES = {page["name"]: page for page in TABLE["page"]}


def read(name: str) -> Facts:
    """Return the facts of one of the pages."""
    text = re.sub(r"\{(\w\w)\}", lambda m: TABLE["bodies"][m.group(1)], PAGES[name]["text"])
    return facts(text, today=TODAY)


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("name", PAGES)
def test_fact_of_page(name: str, fact: str) -> None:
    assert getattr(read(name), fact) == PAGES[name].get(fact)


@pytest.mark.parametrize("name", PAGES)
def test_facts_stand_where_their_spans_say(name: str) -> None:
    """Dates are values of their own; every other fact is the text of its span."""
    text = re.sub(r"\{(\w\w)\}", lambda m: TABLE["bodies"][m.group(1)], PAGES[name]["text"])
    for fact, found in facts(text, today=TODAY).found.items():
        assert fact == "published" or text[found.span.start : found.span.end].startswith(found.value)


def test_what_is_known_is_not_read() -> None:
    page = (
        "Cork puppets\n\nBy Maret Lill\n\n14 March 2019\n\nThe troupe played twice, the second time without curtains."
    )
    read = facts(page, known={"title": "Another title", "published": "2020-01-01", "language": "et"}, today=TODAY)
    assert (read.title, read.published, read.language, read.author) == (
        "Another title",
        "2020-01-01",
        "et",
        "Maret Lill",
    )


def test_what_is_known_has_no_finding() -> None:
    assert "title" not in facts("Cork puppets\n\n14 March 2019", known={"title": "Cork puppets"}, today=TODAY).found


@pytest.mark.parametrize("weekday", ["Thursday", "Tuesday"])
def test_year_of_a_dateline_is_never_ahead(weekday: str) -> None:
    dateline = "New Delhi [India], August 17 (ANI):"
    page = f"Cork puppets charm the town\n\n{dateline} The troupe said on {weekday} that it would come."
    assert str(facts(page, today=TODAY).published) < TODAY.isoformat()


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("CORK--(NEWSLINE WIRE)--Feb. 3, 2011--The troupe", "2011-02-03"),
        ("CORK (AP) -- 3 February 2011 -- The troupe", "2011-02-03"),
        ("CORK (DailyPost News / Reuters - 3rd February, 2011) The troupe", "2011-02-03"),
        ("CORK, Feb. 3, 1986 (AP) -- The troupe", "1986-02-03"),
        ("Monday, February 3, 1986\n\nCORK -- The troupe", "1986-02-03"),
        ("DATE=2/3/96\nTYPE=REPORT\n\nThe troupe", "1996-02-03"),
        ("The house was opened on a rainy 3 February 1986 in Cork. The troupe", None),
    ],
)
def test_day_of_a_wire_report(head: str, day: str | None) -> None:
    page = f"{head} played twice, officials said, the second time without curtains."
    assert facts(page, today=TODAY).published == day


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("en", "This entry was posted on May 5, 2019 by admin in News.", "2019-05-05"),
        ("en", "This article was published on 5 May 2019.", "2019-05-05"),
        ("de", "Dieser Beitrag wurde am 5. Mai 2019 veröffentlicht.", "2019-05-05"),
        ("fr", "Cet article a été publié le 5 mai 2019.", "2019-05-05"),
        ("es", "Esta entrada fue publicada el 5 de mayo de 2019 por admin.", "2019-05-05"),
        ("tr", "Bu içerik 09.12.2016 tarihinde yayınlandı ve toplam 1301 kez okundu.", "2016-12-09"),
        ("pt", "Este artigo foi publicado em 5 de maio de 2019.", "2019-05-05"),
        ("ru", "Материал опубликован 5 мая 2019 года", "2019-05-05"),
    ],
)
def test_a_sentence_at_the_end_tells_the_day(language: str, line: str, day: str) -> None:
    assert facts(f"Tartu\n\n{TABLE['bodies'][language]}\n\n{line}\n", today=TODAY).published == day


@pytest.mark.parametrize(
    ("line", "end", "day"),
    [
        ("12Nov,2019", "", "2019-11-12"),
        ("Thursday, November 7", "", "2024-11-07"),  # the last year in which it was a Thursday
        ("Thursday, November 7", "The prize of 2019 is theirs.", "2019-11-07"),  # the year that the page names
        ("Wednesday, November 7", "The prize of 2019 is theirs.", "2018-11-07"),  # the year beside it
    ],
)
def test_a_line_below_the_headline_tells_the_day(line: str, end: str, day: str) -> None:
    page = f"Cork puppets charm Tartu\n\n{line}\n\n{TABLE['bodies']['en']} {end}\n"
    assert facts(page, today=TODAY).published == day


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("Курсы валют от 22/11/2024\n\nПробковые куклы\n\n5 мая 2019\n\n{ru}", "2019-05-05"),
        ("Культура 23/02/2024 Пробковые куклы\nПробковые куклы\n\n{ru}", "2024-02-23"),
        ("February 13, 2026 04:13 pm\nFollow us:\n\nJan 17, 2018\n\nTARTU, Jan 17 (BNS): {en}", "2018-01-17"),
        ("NAIROBI, Sept. 13, (Xinhua/GNA) – {en} The envoy said so on Tuesday.", "2022-09-13"),
        ("28 марта, Минск /Анна Каск - БЕЛТА/. {ru} Об этом сказали во вторник.", "2023-03-28"),
    ],
)
def test_the_clock_of_a_site_is_not_the_day_of_its_page(page: str, day: str) -> None:
    text = re.sub(r"\{(\w\w)\}", lambda m: TABLE["bodies"][m.group(1)].strip(), page)
    assert facts(text, today=TODAY).published == day


@pytest.mark.parametrize(
    "page",
    [
        "Cork puppets\n\nTartu, Estonia, 31st Oct - 1st Nov 2008\n\n{en}",
        "Cork puppets\n\n{en}\n\n{en}\n\npublished on 11/27/25\n\nThe budget of the town is put on ice for now\n",
        "Cork puppets\n\n{en}\n\n{en}\n\npublished on 11/27/25\nThe budget of the town is put on ice for a year\n"
        "published on 11/26/25\n",
    ],
)
def test_the_days_of_an_event_and_of_other_articles_are_not_the_day_of_a_page(page: str) -> None:
    assert facts(page.replace("{en}", TABLE["bodies"]["en"].strip()), today=TODAY).published is None


def _plain(value: str | None) -> str:
    return re.sub(r"[\W_]+", " ", value or "").strip().casefold()


@pytest.mark.parametrize(("fact", "least"), [("title", 26), ("outlet", 25), ("published", 26), ("language", 27)])
def test_reference_pages(reference: Path, fact: str, least: int) -> None:
    """The floor for the reference articles, whose number is 27."""
    right = 0
    for coded in sorted((reference / "gold").glob("*.json")):
        page = clean((reference / "articles" / f"{coded.stem}.txt").read_text("utf-8"))
        wanted = json.loads(coded.read_text("utf-8"))["article"][fact]
        right += _plain(getattr(facts(page, today=TODAY), fact)) == _plain(wanted)
    assert right >= least


def test_a_day_of_numbers_is_read_as_the_dateline_says() -> None:
    page = "Jordan, Chile sign programme on culture\n\nAmman, Nov. 9 (Petra) -- The ministers signed it on Sunday.\n\n"
    assert facts(page + "09/11/2014 - 15:20:11\n").published == "2014-11-09"
    assert facts(page.replace("Nov. 9", "Sept. 11") + "09/11/2014 - 15:20:11\n").published == "2014-09-11"


def test_a_slashed_date_near_the_day_of_the_headline_is_read_that_way() -> None:
    page = "July 9 in Madrid: Argentines keep a feast\n\nSome five hundred came on Monday to the college.\n\n"
    assert facts(page + "Text: A. Rubio. 11/07/2018\n").published == "2018-07-11"
    assert facts(page.replace("July", "November") + "Text: A. Rubio. 11/07/2018\n").published == "2018-11-07"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Monday, 09/03/2020 16:35", "2020-03-09"),
        ("Thursday, 09/03/2020 16:35", "2020-09-03"),
        ("09/03/2020 (Mon)", "2020-03-09"),
    ],
)
def test_the_weekday_tells_which_number_is_the_day(line: str, day: str) -> None:
    page = f"Puppets from Tartu in Cork\n\n{line}\n\nThe troupe has played there to a full house.\n"
    assert facts(page, today=TODAY).published == day


def test_a_slashed_date_near_the_day_that_the_text_begins_with_is_read_that_way() -> None:
    page = (
        "Puppets from Tartu in Cork\n\n09/03/2023\n\n"
        "On Saturday 4th March 2023 a troupe of nine played in the old corn market, to a full house.\n"
    )
    assert facts(page, today=TODAY).published == "2023-03-09"
    assert facts(page.replace("4th March", "2nd September"), today=TODAY).published == "2023-09-03"


@pytest.mark.parametrize(
    "line",
    [
        "Paskelbta: 2013-11-22 13:41 Autorius: Jonas",
        "Közzétéve: 2013.11.22. 10:15",
        "Publicat: 22/11/2013 | Autor: Ion Popa",
        "Julkaistu: 22.11.2013",
        "Datum objave: 22. 11. 2013.",
        "13:41 | Nov 22 | 2013",
    ],
)
def test_a_site_may_label_the_day_in_its_own_language(line: str) -> None:
    page = f"Puppets from Tartu\n\n{line}\n\nThe troupe has played there to a full house.\n"
    assert facts(page, known={"language": "en"}, today=TODAY).published == "2013-11-22"


@pytest.mark.parametrize("line", ["17 octobre 2022", "17 октября 2022 г.", "17 Ekim 2022", "2022年10月17日"])
def test_a_site_may_write_the_day_in_its_own_language(line: str) -> None:
    page = (
        f"Nouvelles\n\nNurses from Malawi are guests again\n\n{line}\n\nTwo nurses from Malawi are with us "
        "for seven weeks. They came to the college in the first days of the month and live with families."
    )
    assert facts(page, today=TODAY).published == "2022-10-17"


def test_the_date_time_group_of_an_agency_tells_the_day() -> None:
    page = (
        "Museums of Cork and Muscat to lend each other ships\n\nMUSCAT, Jan 16 (ONA) -- The museum of Muscat said on "
        "Monday that it had concluded an agreement with the museum of Cork. (end)\nonk.rt\nONA 161332 Jan 12NNNN\n"
    )
    assert facts(page, today=TODAY).published == "2012-01-16"


def test_a_dateline_with_its_date_may_name_any_source() -> None:
    page = (
        "Дни культуры Чили\n\nДУШАНБЕ, 28.10.2022 /Вечерний город/. Неделю, с 31 октября по 6 ноября, в городе будут "
        "идти Дни культуры Чили, на которые приедут певцы и танцоры.\n"
    )
    assert facts(page, today=TODAY).published == "2022-10-28"


@pytest.mark.parametrize("dateline", ["Addis Ababa, October 13/2022/ENA/  ", "Addis Ababa October 13/2022 (ENA)"])
def test_a_stroke_may_part_day_and_year_of_a_dateline(dateline: str) -> None:
    page = f"Poems for the library\n\n{dateline} Two hundred books of poems were handed over by the embassy of Peru.\n"
    read = facts(page, today=TODAY)
    assert (read.published, read.outlet) == ("2022-10-13", "ENA")


@pytest.mark.parametrize("space", ["", " "])
def test_a_dateline_may_lack_its_spaces(space: str) -> None:
    told = "The troupe has played in the old corn market, and all that came to see it found a seat."
    page = f"Puppets from Cork\n\nTartu,{space}11th March 2021.{space}{told}\n"
    assert facts(page, today=TODAY).published == "2021-03-11"


def test_year_month_and_day_with_spaces_are_a_day() -> None:
    page = (
        "Georgian voice of Lithuanian poetry honoured\n\n2023 02 17\n\nThe ambassador presented the badge of honour.\n"
    )
    assert facts(page).published == "2023-02-17"


def test_a_masthead_with_the_day_of_the_issue_is_no_headline() -> None:
    page = "THE DELTA ONLINE   |   2011, October 13, Thursday, #196 (2466)\n\nNew roof for the school of Gori\n\n"
    read = facts(page + "By Staff\n\nPupils got a roof from Poland on October 12, and they sang.\n")
    assert (read.title, read.published) == ("New roof for the school of Gori", "2011-10-13")


def test_a_motto_under_the_name_of_the_site_is_no_headline() -> None:
    page = "Government Information Service\nYour Window on the Delta\n\nMedical convoy returns from Djibouti\n\n"
    assert facts(page + "The medical convoy came home on Saturday after eight days.\n").title == (
        "Medical convoy returns from Djibouti"
    )


def test_the_name_of_the_site_above_a_path_is_its_outlet_and_no_headline() -> None:
    page = "The Delta Post - English edition\n\nHome > Culture & Society\n\nArchive staff learn to save paper\n\n"
    read = facts(page + "It was good.\n")
    assert (read.title, read.outlet) == ("Archive staff learn to save paper", "The Delta Post")


def test_an_entry_of_the_menu_is_no_outlet() -> None:
    page = "Politics   Society   Culture - Sports   World\n\nCulture - Sports\n\nPhoto exhibition of half a century\n\n"
    assert facts(page + "Friday, March 26, 2021 - 10:42\n\nIt was opened on Friday by the ambassador.\n").outlet is None
