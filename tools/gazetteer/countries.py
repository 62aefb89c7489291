"""Countries: names in all CLDR languages, English and other adjectives and demonyms, compounds."""

from __future__ import annotations

import itertools
import unicodedata
from typing import Any

from gazetteer import sources
from gazetteer.entries import ADJECTIVE, ANY, ASKED, COMPOUND, COUNTRY, DEMONYM, PREFIX, Entries

# Languages whose country names are looked for in texts; names in the others are only understood when typed.
READ = frozenset(
    [
        "en",
        "ru",
        "fr",
        "es",
        "de",
        "tr",
        "zh",
        "ar",
        "pt",
        "it",
        "ja",
        "ko",
        "fa",
        "uk",
        "pl",
        "nl",
        "sr",
        "mk",
        "bg",
        "ro",
        "el",
        "he",
        "hi",
        "id",
        "vi",
        "kk",
        "uz",
        "ky",
        "az",
        "hy",
        "ka",
        "be",
        "cs",
        "sk",
        "hu",
        "sv",
        "da",
        "no",
        "nb",
        "nn",
        "fi",
        "et",
        "lv",
        "lt",
        "hr",
        "bs",
        "sl",
        "sq",
        "ms",
        "th",
        "lo",
        "km",
        "my",
        "mn",
        "tg",
        "tk",
        "ur",
        "bn",
        "ta",
        "ne",
        "si",
        "sw",
        "ca",
        "gl",
        "eu",
        "is",
        "ga",
        "tt",
        "ps",
        "fil",
        "ku",
        "am",
        "te",
        "ml",
        "kn",
        "gu",
        "mr",
        "pa",
        "so",
    ]
)
# The country whose people's everyday adjective is the name of this language ("armenio", "ормиански").
LANGUAGE_OF = {
    "hy": "AM", "az": "AZ", "kk": "KZ", "ky": "KG", "uz": "UZ", "tg": "TJ", "tk": "TM", "ka": "GE", "be": "BY",
    "uk": "UA", "ru": "RU", "fr": "FR", "de": "DE", "es": "ES", "en": "GB", "pt": "PT", "it": "IT", "ja": "JP",
    "ko": "KR", "zh": "CN", "vi": "VN", "th": "TH", "lo": "LA", "km": "KH", "my": "MM", "id": "ID", "ne": "NP",
    "bn": "BD", "dv": "MV", "mn": "MN", "fa": "IR", "tr": "TR", "el": "GR", "sq": "AL", "bg": "BG", "mk": "MK",
    "sr": "RS", "hr": "HR", "bs": "BA", "sl": "SI", "cs": "CZ", "sk": "SK", "pl": "PL", "hu": "HU", "ro": "RO",
    "lt": "LT", "lv": "LV", "et": "EE", "fi": "FI", "sv": "SE", "no": "NO", "da": "DK", "is": "IS", "nl": "NL",
    "ga": "IE", "mt": "MT", "lb": "LU", "so": "SO", "mg": "MG",
}  # fmt: skip
# Languages whose own word for a language is no adjective of the country, or needs more than an ending.
NO_LANGUAGE_ADJECTIVES = frozenset(
    [
        "en",
        "zh",
        "ja",
        "ko",
        "th",
        "vi",
        "my",
        "km",
        "lo",
        "id",
        "ms",
        "fil",
        "fi",
        "et",
        "hu",
        "sw",
        "am",
        "ti",
        "ta",
        "si",
        "hi",
        "bn",
        "te",
        "ml",
        "kn",
        "gu",
        "mr",
        "pa",
        "ne",
        "el",
        "hy",
    ]
)
# Endings that turn the adjective into the name of the language.
LANGUAGE_ENDINGS = {
    "tr": ("ca", "ce", "ça", "çe"), "az": ("ca", "cə"), "ky": ("ча", "че", "чо", "чө"), "kk": (" тілі",),
    "tk": (" dili",), "uz": ("cha",), "tg": ("ӣ",), "tt": (" теле",),
}  # fmt: skip
WEIGHT_NAME, WEIGHT_OTHER_NAME, WEIGHT_ADJECTIVE, WEIGHT_WEAK = 90, 85, 85, 35


def build(source: sources.Sources, entries: Entries) -> list[dict[str, Any]]:
    """Index all names of countries and return the rows of the table ``country`` (without capital)."""
    records = source.countries()
    rows = [_row(source, code, records[code]) for code in sorted(records)]
    codes = {row["code"] for row in rows}
    _cldr_names(source, entries, codes)
    _english(entries, rows)
    for language, table in sources.forms().items():
        _forms(entries, language, table, codes)
    _language_adjectives(source, entries)
    _compounds(entries)
    return rows


def add_spellings(source: sources.Sources, entries: Entries, codes: set[str]) -> None:
    """Index the further spellings of countrynames, for names that a user types; nothing that is a place already."""
    for code, names in source.spellings().items():
        if code not in codes:
            continue
        for name in names:
            if len(name) >= 4 and not any(c.isdigit() for c in name) and not entries.has(name, "nadgmpsxy"):
                entries.add(name, ASKED, code, weight=50)


def _row(source: sources.Sources, code: str, record: dict[str, Any]) -> dict[str, Any]:
    known = source.codes().get(code, {})
    name = source.display_names("en", "territories")[code]
    return {
        "code": code,
        "alpha3": "XKX" if code == "XK" else known["_alpha3"],
        "numeric": "" if code == "XK" else known["_numeric"],
        "name": name,
        "official": source.official_name(code) or name,
        "languages": " ".join(source.official_languages(code)),
        "continent": record["continentcode"],
        "population": record["population"],
        "capital_name": record["capital"],
    }


def _is_shared_script(name: str) -> bool:
    """Tell whether names in this script must be held apart by language (Latin; short words in any)."""
    script = unicodedata.name(next((c for c in name if c.isalpha()), "a"), "").split(" ")[0]
    return script == "LATIN" or (len(name) < 4 and script in {"CYRILLIC", "ARABIC", "HEBREW", "GREEK"})


def _cldr_names(source: sources.Sources, entries: Entries, codes: set[str]) -> None:
    for locale in source.locales():
        language = locale.split("-")[0]
        spoken = ("nb", "no") if language in {"nb", "no"} else (language,)
        for territory, name in source.display_names(locale, "territories").items():
            code, _, alternative = territory.partition("-alt-")
            if code not in codes or name == code:
                continue
            if language not in READ:
                entries.add(name, ASKED, code, weight=60)
            else:
                everywhere = language == "en" or not _is_shared_script(name)
                weight = WEIGHT_OTHER_NAME if alternative else WEIGHT_NAME
                entries.add(name, COUNTRY, code, (ANY,) if everywhere else spoken, weight)


def _english(entries: Entries, rows: list[dict[str, Any]]) -> None:
    table, names = sources.table("english"), sources.table("names")
    weak = set(table["weak"]["words"]) - set(table["weak"]["weak_kept"])
    for row in rows:
        entries.add(row["official"], COUNTRY, row["code"], weight=WEIGHT_NAME)
        entries.add(row["code"], ASKED, row["code"], weight=70)
        entries.add(row["alpha3"], ASKED, row["code"], weight=70)
        adjectives, people = _split(table["forms"].get(row["code"], ""))
        row["adjective"], row["demonym"] = _shown(adjectives, people)
        for word in adjectives:
            entries.add(word, ADJECTIVE, row["code"], weight=WEIGHT_WEAK if word in weak else WEIGHT_ADJECTIVE)
            if plural := _plural(word):
                entries.add(plural, DEMONYM, row["code"], weight=WEIGHT_WEAK if word in weak else WEIGHT_ADJECTIVE)
        for word in people:
            entries.add(word, DEMONYM, row["code"], weight=WEIGHT_WEAK if word in weak else WEIGHT_ADJECTIVE)
    for code, found in names["scan"].items():
        for name in found:
            entries.add(name, COUNTRY, code, weight=WEIGHT_OTHER_NAME)
    for code, found in names["ask"].items():
        for name in found:
            entries.add(name, ASKED, code, weight=60)
    for name, weight in names["weight"].items():
        entries.set_weight(name, COUNTRY, weight)


def _split(written: str) -> tuple[list[str], list[str]]:
    """Return the adjectives and the further demonyms of "a, b | c, d"."""
    adjectives, _, people = written.partition("|")
    return [w.strip() for w in adjectives.split(",") if w.strip()], [w.strip() for w in people.split(",") if w.strip()]


def _shown(adjectives: list[str], people: list[str]) -> tuple[str, str]:
    adjective = adjectives[0] if adjectives else ""
    plural = _plural(adjective)
    return adjective, plural or (people[1] if len(people) > 1 else people[0] if people else adjective)


def _plural(word: str) -> str:
    """Return the plural of an English demonym that is also an adjective; empty where there is none in -s."""
    if not word or word.endswith(
        ("ese", "sh", "ch", "ss", "x", "s", "ois", "ais", "'s", "z", "based", "ic", "Hellenic", "Philippine")
    ):
        return "Kyrgyzes" if word == "Kyrgyz" else ""
    return word + "s"


def _forms(entries: Entries, language: str, table: dict[str, Any], codes: set[str]) -> None:
    shared = language in {"fr", "es", "de", "it", "pt", "tr"}
    spoken = (language,) if shared else (ANY,)
    for code, written in table.items():
        if code not in codes:
            continue
        adjectives, people = _split(written)
        for word in adjectives:
            entries.add(word, ADJECTIVE, code, spoken, WEIGHT_ADJECTIVE)
        for word in people:
            entries.add(word, DEMONYM, code, spoken, WEIGHT_ADJECTIVE)
    for code, written in table.get("names", {}).items():
        for name in written.split(","):
            short = len(name.strip()) <= 3
            entries.add(name, COUNTRY, code, (language,) if shared or short else (ANY,), WEIGHT_OTHER_NAME)
    for word, weight in table.get("weight", {}).items():
        entries.set_weight(word, COUNTRY + ADJECTIVE + DEMONYM, weight)


def _language_adjectives(source: sources.Sources, entries: Entries) -> None:
    for locale in source.locales():
        language = locale.split("-")[0]
        if language not in READ or language in NO_LANGUAGE_ADJECTIVES:
            continue
        spoken = ("nb", "no") if language in {"nb", "no"} else (language,)
        names = source.display_names(locale, "languages")
        for of, code in LANGUAGE_OF.items():
            word = _adjective(names.get(of, of), language)
            if word != of and len(word) > 3 and " " not in word:
                weight = 45 if of in {"en", "es", "pt"} else 60 if of == "fr" else WEIGHT_ADJECTIVE
                entries.add(word, ADJECTIVE, code, spoken, weight)


def _adjective(word: str, language: str) -> str:
    if language == "ar":
        return word.removeprefix("ال")
    for ending in LANGUAGE_ENDINGS.get(language, ()):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _compounds(entries: Entries) -> None:
    table = sources.table("compounds")
    for language, prefixes in table.items():
        if language in {"zh", "zh_rules"}:
            continue
        spoken = (ANY,) if language == "prefix" else (language,)
        for prefix, ref in prefixes.items():
            if ref:
                entries.add(prefix, PREFIX, ref, spoken, 90)
    _chinese_pairs(entries, table["zh"], table["zh_rules"])


def _chinese_pairs(entries: Entries, signs: dict[str, str], rules: dict[str, Any]) -> None:
    never = set(rules["never"]) - set(rules["always"])
    centre = set(rules["centre"])
    for one, other in itertools.permutations(signs, 2):
        pair = one + other
        if pair in never or not (centre & {one, other} or pair in rules["always"]):
            continue
        entries.add(pair, COMPOUND, f"{signs[one]}|{signs[other]}", ("zh",), 70)
