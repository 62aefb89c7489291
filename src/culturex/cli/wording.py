"""Events in words for a person: each value as it is shown on cards and by ``culturex show``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from culturex import edtf
from culturex.errors import InputError
from culturex.model.article import Article
from culturex.model.certainty import is_check
from culturex.model.codebook import Codebook
from culturex.model.event import Event, Evidence
from culturex.model.fields import FieldSpec, specs
from culturex.model.kinds import Choice, Country, Date, Decimal, Kind
from culturex.model.parts import CountryRoles, Many, Part
from culturex.model.support import JUDGED, is_telling
from culturex.text import one_line

# The letter that edits the quote of an event as a whole: it is evidence, and no field of its own.
QUOTE_KEY = "q"


@dataclass(frozen=True, slots=True)
class Shown:
    """One value in words, what more there is to say of it, and how sure it is (0 to 1; None for a person's coding).

    *doubt* says why nothing supports what a language model said, and is empty where something does.
    """

    text: str
    more: str = ""
    confidence: float | None = None
    doubt: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.text, f"({self.more})" if self.more else "", bracketed_doubt(self.doubt))))


def bracketed_doubt(doubt: str) -> str:
    """Return a doubt as it stands behind a value, nothing for none."""
    return f"[unsupported: {doubt}]" if doubt else ""


def fields() -> tuple[FieldSpec, ...]:
    """Return the fields of an event that a person sees and edits, in order."""
    return tuple(s for s in specs(Event) if s.key)


def label_of(field: str) -> str:
    """Return the word that cards show for a field of evidence."""
    return next((s.label for s in specs(Event) if s.name == field), field)


def shown_values(event: Event, spec: FieldSpec, codebook: Codebook) -> list[Shown]:
    """Return the values of one field of *event* in words, in order; nothing where it is empty."""
    value = getattr(event, spec.name)
    if value is None or value == () or value == {} or value is False:
        return []
    if isinstance(value, Mapping):
        return [
            Shown(f"{_own_label(k, codebook)}={v}", "", *_backing(event, f"values.{k}", v, str(v)))
            for k, v in value.items()
        ]
    parts = value if isinstance(value, tuple) else (value,)
    kind = spec.kind.kind if isinstance(spec.kind, Many) else spec.kind
    return [_one(event, spec, kind, part, codebook) for part in parts]


def _one(event: Event, spec: FieldSpec, kind: Kind, part: Any, codebook: Codebook) -> Shown:
    sure, doubt = _backing(event, spec.name, part, kind.format(part))
    if isinstance(spec.kind, CountryRoles):
        return Shown(country_name(part.code), part.role, sure, doubt)
    if isinstance(kind, Part):
        return Shown(one_line(part.name), _rest(part), sure, doubt)
    text = _plain(kind.format(part))
    if isinstance(kind, Choice):
        return Shown(text, _label(codebook, kind.vocabulary, text), sure, doubt)
    return Shown(text, meaning(text) if isinstance(kind, Date) else "", sure, doubt)


def _plain(text: str) -> str:
    return " / ".join(one_line(line) for line in text.splitlines())


def _label(codebook: Codebook, vocabulary: str, code: str) -> str:
    """Return the label of a code where it says more than the code (a translated codebook), else nothing."""
    label = codebook.entry(vocabulary, code).label
    return "" if label.casefold().replace(" ", "_").replace("-", "_") == code.casefold() else one_line(label)


def _own_label(name: str, codebook: Codebook) -> str:
    return one_line(codebook.fields[name].name if name in codebook.fields else name)


def _rest(part: Any) -> str:
    """Return the fields of a part after its name, countries by name, coordinates left out."""
    cells = []
    for spec in specs(part.__class__)[1:]:
        value = getattr(part, spec.name)
        if value is None or isinstance(spec.kind, Decimal):
            continue
        cells.append(country_name(value) if isinstance(spec.kind, Country) else one_line(str(value)))
    return ", ".join(cells)


def _backing(event: Event, field: str, part: Any, text: str) -> tuple[float | None, str]:
    """Return what the evidence for one value says: the highest confidence, None where a person coded or checked it;
    and why no quote of a language model supports it, empty where one does.
    """
    names = {_close(n) for n in (text, str(part), getattr(part, "name", ""), getattr(part, "code", ""))}
    about = [e for e in event.evidence if e.field == field and (e.value is None or _close(e.value) in names)]
    if any(is_check(e) for e in about):
        return None, ""
    sure = max((e.confidence for e in about if e.confidence is not None), default=None)
    return sure, doubt_about(about)


def doubt_about(evidence: Sequence[Evidence]) -> str:
    """Return why no quote among the *evidence* for one value supports it, empty where one does or none is needed."""
    if not evidence or any(e.supported is not False for e in evidence):
        return ""
    there = [e for e in evidence if e.start is not None]
    if not there:
        return "not in the text"
    too_short = all(e.field in JUDGED and not is_telling(e.quote or "") for e in there)
    return "its quote is too short to show it" if too_short else "its quote does not say it"


def _close(value: str | None) -> str:
    """Return a value as text without its spaces: ``KZ: host`` and ``KZ:host`` are the same."""
    return "".join((value or "").split())


def country_name(code: str) -> str:
    """Return the English name of an alpha-2 code; the code itself where the gazetteer does not know it."""
    from culturex import places

    found = places.country_by_code(code)
    return found.name if found else one_line(code)


def meaning(date: str) -> str:
    """Return an EDTF date in words where they say more than the date itself, else nothing.

    >>> meaning("2010-04"), meaning("2017")
    ('April 2010', '')
    """
    words = edtf.describe(date) if edtf.is_valid(date) else ""
    return "" if words == date else words


def percent(confidence: float | None) -> str:
    """Return a confidence as a percentage, nothing for None.

    >>> percent(0.874)
    '87%'
    """
    return "" if confidence is None else f"{round(confidence * 100)}%"


def headline(article: Article) -> str:
    """Return the title of an article, or its first words where it has none."""
    if article.title:
        return one_line(article.title)
    begin = one_line(article.text[:200])
    return f"{begin[:70]}…" if len(begin) > 70 else begin or "(no text)"


def origin(article: Article) -> str:
    """Return outlet, date, language and address or file name of an article on one line."""
    date = meaning(article.published) or article.published if article.published else "no date"
    source = article.source or ""
    file = source if "://" in source else source.replace("\\", "/").rpartition("/")[2]
    facts = (article.outlet, date, article.language, article.url or file)
    return " · ".join(one_line(f) for f in facts if f)


def named_fields(text: str) -> tuple[FieldSpec, ...]:
    """Return the fields that *text* names, by name or flag, with commas between; raise InputError for one that is none.

    >>> [s.name for s in named_fields("date, country")]
    ['date', 'countries']
    """
    known = {name: s for s in fields() for name in (s.label, s.name, s.flag) if s.name not in ("values", "main")}
    found: dict[str, FieldSpec] = {}
    for name in (piece.strip() for piece in text.split(",") if piece.strip()):
        if name not in known:
            allowed = ", ".join(dict.fromkeys(s.flag for s in known.values()))
            raise InputError(f"An event has no field {one_line(name)!r} to look at.", f"Allowed: {allowed}.")
        found[known[name].name] = known[name]
    if not found:
        raise InputError("No field is named.", "culturex review --only date,country")
    return tuple(found.values())
