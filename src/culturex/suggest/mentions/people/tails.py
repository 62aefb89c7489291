"""Read what follows the head word of a title: fields, countries, the body it belongs to."""

from __future__ import annotations

from culturex.suggest.mentions.people.fields import PROVINCES, Fields
from culturex.suggest.mentions.people.title_words import JOINERS, Title, body_name
from culturex.suggest.mentions.scan import GEO, squeezed
from culturex.suggest.mentions.words.clues import ELIDED_LINKS

_MOST_RIGHT = 22
# Their craft stands behind them: "maître verrier".
_MASTERS = frozenset("maestro maestra maître mestre mestra".split())
_CHARGED = frozenset(("charge", "chargé"))
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 8
# So many words make an office ("Deputy Prime Minister") at most.
_MOST_OFFICE = 4
# How an office is held: "Ambassador designate".
_HELD = frozenset(("designate", "elect", "emeritus", "emerita", "designado", "designada", "désigné", "désignée"))
_BEHIND_HEADS = frozenset(("general", "extraordinary", "plenipotentiary"))
# What is elided before a noun: "chef d'orchestre", "incaricato d'affari".
# Where a member sits: the office ends there, "Member of Parliament Ana Berg".
_SEATED = frozenset(("parliament", "congress"))
# Who comes to somebody, whose office is none of theirs.
_GUESTS = frozenset(("guest", "guests", "host", "hosts"))
# What a state calls itself before its name: "Botschafterin der Republik Korea".
_REALMS = frozenset(("republik", "königreich", "großherzogtum", "fürstentum"))
# What joins an office and who holds it.
BEING = frozenset(("is", "was"))
# Those who teach or turn a language: "English teacher".
OF_TONGUES = frozenset(("teacher", "teachers", "lecturer", "interpreter", "translator", "tutor"))
# "and its president, X", "et son président, X".
_WHOSE = frozenset("its his her their our son sa leur su sus suo sua seu notre nuestro nuestra nosso nossa".split())
_MINISTERS = ("minist", "secrétaire", "secretari", "vicemin", "viceminis", "segretari")


class Tails(Fields):
    """Reads the words to the right of title heads in one document."""

    def _said_from(self, first: int, head: int) -> int:
        """Return where the text of a title begins: behind praise, and behind a nationality that is no office's."""
        scan = self.scan
        keeps = scan.lowers[head] in self.people.words["offices"] or not self.people.words["offices"]
        keeps = keeps or scan.lowers[head] in OF_TONGUES
        at = first
        praise = self.people.words["praise"]
        while at < head:
            lower = scan.lowers[at]
            if lower not in praise and lower not in _WHOSE and (keeps or not self.is_nationality(at)):
                break
            at += 1
        return at

    def _loose_end(self, end: int) -> int:
        """Step over a lower-case tail: "the governor of that province, X", "the curator of the exhibition was X"."""
        scan = self.scan
        if not scan.joined[end - 1] or not self._is_link(end):
            return end
        at = end + 1
        while at < end + 5 and scan.joined[at - 1] and not scan.is_capital[at] and scan.lowers[at] not in BEING:
            at += 1
        said = scan.lowers[at] in BEING and scan.joined[at - 1] and scan.joined[at] and self._may_hold(at + 1)
        named = ((scan.gaps[at - 1] == ", " and scan.is_capital[at]) or said) and at > end + 1
        return at if named else end

    def _may_hold(self, i: int) -> bool:
        """Tell whether somebody's name, or the form of address before it, stands at word *i*."""
        scan = self.scan
        full = scan.is_capital[i] and scan.joined[i] and scan.is_capital[i + 1]
        return self.looks[i].honorific or (full and not scan.lowers[i].endswith(("'s", "’s")))

    def _right(self, i: int) -> tuple[int, int, str | None, str | None]:
        """Return where the phrase ends, where its title part ends, and the body and country in its tail."""
        scan = self.scan
        end = text_end = i + 1
        body: str | None = None
        country: str | None = None
        limit = min(scan.count, i + _MOST_RIGHT)
        seat = scan.lowers[i] in self.people.words["seats"]
        if scan.lowers[end] in _HELD and scan.joined[i]:
            end += 1
        elif self.bare(i) in _CHARGED:
            end = text_end = self._affairs(end)
        elif scan.is_capital[end] and scan.is_capital[i] and scan.joined[i] and not self.romance:
            end = text_end = self._fields_of_bodies(end)
        while end < limit:
            lower = scan.lowers[end]
            gap = scan.gaps[end - 1]
            if gap == "/" and lower in self.people.titles:
                end = text_end = end + 1
                continue
            if (stop := self._interim(end)) > end:
                end = stop
                continue
            if self.romance and (step := self._romance_step(i, end, text_end)):
                end, text_end = step
                continue
            if self.romance and text_end in (end, i + 1) and (stop := self._field_or_trade(end)) > end:
                end = text_end = stop
                continue
            if not scan.joined[end - 1] and not (gap == ": " and text_end > i):
                break
            linked = lower in self.links
            begin = end
            if linked:
                begin = end + 1
                while begin < limit and scan.joined[begin - 1] and self._is_article(begin):
                    begin += 1
                while begin < limit - 1 and scan.lowers[begin] in _REALMS and scan.kinds[begin] is None:
                    begin += 1
                if begin >= limit or not scan.joined[begin - 1]:
                    break
            elif self._is_elided(end) and not scan.is_capital[end]:
                mention = scan.cover[end]
                if mention is not None and mention.kind == "organization":
                    body = body_name(mention)
                    country = mention.value.get("country")
                    end = scan.end_of(mention)
                    break
                country = country or self.code(end)
                end = text_end = end + 1
                continue
            elif lower not in _BEHIND_HEADS and lower not in JOINERS and not self._is_elided(end):
                break
            mention = scan.cover[begin]
            if linked and mention is not None and mention.kind == "organization":
                end = scan.end_of(mention)
                if self._is_part(mention):
                    text_end = end
                    continue
                body = body_name(mention)
                country = mention.value.get("country")
                break
            if linked and mention is not None and mention.kind in GEO:
                stop = self._fields_of_places(begin)
                if stop > begin:
                    end = text_end = stop
                    continue
                stop = scan.end_of(mention)
                if self._is_adjective(begin) and self._is_small_word(stop):
                    break  # "correspondent of the Polish television"
                if scan.lowers[stop - 1].endswith(("'s", "’s")):
                    province = self._province(stop)
                    if province is None:
                        break
                    stop = province
                if scan.joined[stop - 1] and scan.lowers[stop] in PROVINCES:
                    stop += 1  # "Governor of Khatlon province", "of Plovdiv Region"
                country = country or (self.code(begin) if mention.kind != "region" else "")
                if seat and mention.kind == "place":
                    body = scan.span_text(begin, stop)
                    end = stop
                    break
                end = text_end = stop
                continue
            if linked and lower in ("of", "for") and scan.lowers[begin] in _SEATED:
                end = text_end = begin + 1
                continue
            if linked and lower == "to" and (stop := self._office(begin)) > begin:
                end = text_end = stop
                continue
            if linked and scan.is_capital[begin] and self.is_head(begin) and not self._specifies(begin):
                if scan.lowers[i] in _GUESTS:
                    break  # "the guest of the Governor of Plovdiv Region, Ivan Berg"
                end = text_end = begin + 1
                continue
            if lower in _BEHIND_HEADS:
                end = text_end = end + 1
                continue
            if lower == "to" and (stop := self._sent_to(begin)) > begin:
                end = text_end = stop
                break
            if linked and self._is_seat(begin):
                body = scan.texts[begin] if seat else None
                end = begin + 1
                text_end = text_end if seat else end
                break
            if linked and (stop := self._unnamed_body(begin)) > begin:
                end = stop
                break
            if linked and (stop := self._said_in_general(begin)) > begin:
                end = stop
                text_end = text_end if scan.lowers[begin] in self.heads else stop
                break
            stop = self._topics(begin)
            if stop == begin and linked and self.plain is not None:
                stop = self._small_fields(begin)
            if stop == begin and lower in JOINERS:
                stop = self._second(begin + 1)
                if stop == begin + 1:
                    break
            if stop == begin:
                break
            end = text_end = stop
        if body is None and scan.kinds[end] == "organization" and scan.joined[end - 1] and scan.texts[end].isupper():
            led = scan.cover[end]  # "Director General PNCA Ana Berg"
            if led is not None and scan.joined[end] and scan.is_capital[end + 1] and scan.kinds[end + 1] is None:
                body, country, end = body_name(led), led.value.get("country"), end + 1
        return end, text_end, body, country or None

    def _office(self, begin: int) -> int:
        """Return the end of an office of several words from word *begin* on; *begin* where there is none.

        "Adviser to the Prime Minister", "Assistant to the Deputy Foreign Minister".
        """
        scan, end = self.scan, begin
        while end < begin + _MOST_OFFICE and scan.is_capital[end] and scan.kinds[end] is None:
            end += 1
            if self.looks[end - 1].head and self.is_head(end - 1) and end > begin + 1:
                return end
            if not scan.joined[end - 1]:
                break
        return begin

    def _romance_step(self, head: int, end: int, text_end: int) -> tuple[int, int] | None:
        """Return where phrase and title end one step on, in languages whose adjectives follow; None for no such step.

        "ministre des Affaires étrangères, de la Coopération et des Sénégalais", "écrivain martiniquais".
        """
        scan, lower = self.scan, self.scan.lowers[end]
        if not scan.joined[end - 1]:
            of_state = scan.gaps[end - 1] == ", " and self.bare(head).startswith(_MINISTERS) and text_end > head + 1
            stop = self._next_field(end) if of_state else end
            return (stop, stop) if stop > end else None
        if lower in JOINERS and text_end > head + 1:
            stop = self._next_field(end + 1)
            return (stop, stop) if stop > end + 1 else None
        if scan.is_capital[end]:
            return None
        if end == head + 1 and scan.lowers[head] in _MASTERS and self._is_craft(end):
            return end + 1, end + 1
        if text_end == end and end > head + 1 and lower in self.fields:
            return end + 1, end + 1
        if text_end == end and lower in self.people.words["behind"]:
            return end + 1, end + 1
        return (end + 1, text_end) if lower in self.modifiers or self.is_nationality(end) else None

    def _is_craft(self, i: int) -> bool:
        """Tell whether the small word between a master and a name is the craft: "maestro organero Luis Vega"."""
        scan = self.scan
        if not (scan.joined[i] and scan.is_capital[i + 1] and scan.texts[i].isalpha()):
            return False
        return not (self._is_link(i) or self._is_article(i) or scan.lowers[i] in JOINERS or self.looks[i].head)

    def _field_or_trade(self, link: int) -> int:
        """Return the end of a small noun behind word *link*, which tells what the office is of; *link* for none.

        "chef d'orchestre", "director de orquesta", "chargé des relations internationales".
        """
        scan = self.scan
        if not scan.joined[link - 1]:
            return link
        elided, mark, noun = scan.texts[link].replace("’", "'").partition("'")
        if mark:
            named = elided in ELIDED_LINKS and scan.kinds[link] is None and self._is_small_noun(noun)
            return link + 1 if named else link
        at = link + 1
        if not self._is_link(link) or scan.is_capital[link]:
            return link
        while at < scan.count and scan.joined[at - 1] and self._is_article(at):
            at += 1
        if at >= scan.count or not scan.joined[at - 1] or scan.kinds[at] is not None:
            return link
        return at + 1 if self._is_small_noun(scan.texts[at].partition("'")[2] or scan.texts[at]) else link

    def _is_small_noun(self, noun: str) -> bool:
        return noun in self.fields or noun in self.people.words["trades"]

    def _next_field(self, link: int) -> int:
        """Return the end of one more field of an office, whose link is word *link*; *link* where there is none."""
        scan = self.scan
        if link >= scan.count:
            return link
        if self._is_elided(link) and scan.lowers[link] not in self.people.titles:
            fielded = scan.kinds[link] is None and not scan.is_capital[link]
            return link + 1 if fielded else link
        begin = link + 1
        if not self._is_link(link) or begin >= scan.count or not scan.joined[link]:
            return link
        while begin < scan.count and self._is_article(begin) and scan.joined[begin]:
            begin += 1
        if begin >= scan.count or scan.kinds[begin] in ("country", "place", "date"):
            return link
        if not scan.is_capital[begin]:  # "et de la communication", "et de l'Information"
            noun = scan.texts[begin].replace("’", "'").partition("'")[2] or scan.texts[begin]
            return begin + 1 if self._is_small_noun(noun.lower()) else link
        stop = self._topics(begin)
        return stop if stop > begin else link

    def _province(self, begin: int) -> int | None:
        """Return the end of a part of a country behind its possessive: "Japan's Toyama prefecture"."""
        scan = self.scan
        mention = scan.cover[begin]
        if mention is None or mention.kind != "place" or not scan.joined[begin - 1]:
            return None
        end = scan.end_of(mention)
        small = end < scan.count and scan.joined[end - 1] and scan.lowers[end] in PROVINCES
        return end + 1 if small else end

    def tail(self, title: Title) -> Title:
        """Return *title*, which follows its bearer, with the rest of the phrase up to the next pause."""
        scan = self.scan
        end = title.end
        limit = min(scan.count, title.head + _MOST_RIGHT)
        if end < scan.count and scan.gaps[end - 1] == ", ":
            return self._body_behind(title)
        if title.affiliation is not None or end >= limit or not scan.joined[end - 1]:
            return title
        if not (self._is_link(end) or scan.lowers[end] in JOINERS):
            return title
        while end < limit and scan.joined[end - 1]:
            lower = scan.lowers[end]
            mention = scan.cover[end]
            if mention is not None and mention.kind == "organization":
                title.affiliation = body_name(mention)
                title.country = title.country or mention.value.get("country")
                end = scan.end_of(mention)
                break
            if lower in self.people.words["speech"] or (lower in self.people.words["ends"] and lower != "and"):
                break
            if (
                lower == "and"
                and end + 1 < scan.count
                and scan.is_capital[end + 1]
                and self.plain
                and scan.lowers[end + 1] not in self.plain
            ):
                break
            end += 1
        stop = end
        body = scan.cover[end - 1]
        if title.affiliation is not None and body is not None:
            stop = scan.indices(body.start, body.end).start
            while stop > title.head + 1 and (
                self._is_link(stop - 1) or scan.lowers[stop - 1] in self.people.words["articles"]
            ):
                stop -= 1
        elif self._is_link(stop - 1) or scan.lowers[stop - 1] in JOINERS:
            stop -= 1
        title.end = max(end, title.end)
        begin = self._said_from(title.first, title.head)
        if title.affiliation is None and title.end < scan.count and scan.gaps[title.end - 1] == ", ":
            self._body_behind(title)
        title.text = squeezed(scan.span_text(begin, max(stop, title.head + 1)))
        return title

    def _body_behind(self, title: Title) -> Title:
        """Take the body after a comma: "Director of Programmes, Gorky Institute", "vice chancellor, USTM"."""
        end = title.end
        mention = self.scan.cover[end]
        word = self.scan.words[end]
        if title.affiliation is not None:
            return title
        if mention is not None and mention.kind == "organization":
            title.affiliation = body_name(mention)
            title.country = title.country or mention.value.get("country")
            title.end = self.scan.end_of(mention)
        elif word.text.isupper() and _SHORTEST_ACRONYM <= len(word.text) <= _LONGEST_ACRONYM:
            title.affiliation = word.text
            title.end = end + 1
        return title
