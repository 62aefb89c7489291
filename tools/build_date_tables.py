"""Write the month and weekday names of each language into its ``dates.toml``, from Unicode CLDR (Unicode License v3).

Needs babel, which carries the CLDR data: ``pip install babel && python tools/build_date_tables.py``. Only the block
between the two marker lines is rewritten; everything above it is written by hand and stays. A language without a
``dates.toml`` gets one that holds nothing else.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from babel import Locale, localedata

FOLDER = Path(__file__).resolve().parent.parent / "src" / "culturex" / "suggest" / "languages"
BEGIN = "# --- names from Unicode CLDR, written by tools/build_date_tables.py: do not edit below ---\n"
LANGUAGES = [
    "ar",
    "az",
    "be",
    "bg",
    "bn",
    "bs",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "it",
    "ja",
    "ka",
    "kk",
    "ko",
    "ky",
    "lt",
    "lv",
    "mk",
    "mn",
    "ms",
    "nb",
    "nl",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sq",
    "sr",
    "sv",
    "tg",
    "th",
    "tr",
    "uk",
    "ur",
    "uz",
    "vi",
    "zh",
]
# ISO 639-1 codes that other software writes for the same names.
COPIES = {"no": "nb"}
# Spellings of another region or script that news pages use as well.
VARIANTS = {"ar": ["ar_LB", "ar_IQ", "ar_DZ"], "de": ["de_AT"], "sr": ["sr_Latn"], "uz": ["uz_Cyrl"],
            "az": ["az_Cyrl"], "zh": ["zh_Hant"], "bs": ["bs_Cyrl"]}  # fmt: skip
_WIDTHS = {"wide": ("wide",), "short": ("abbreviated",)}


def names(code: str, table: str, width: str, order: list[int]) -> list[list[str]]:
    """Return for each month or weekday its forms (``format`` and ``stand-alone``), lower case, without final stops."""
    out: list[list[str]] = []
    for key in order:
        forms: list[str] = []
        for locale in [code, *VARIANTS.get(code, [])]:
            localedata._cache.clear()  # babel 2.18 mixes aliased tables of locales loaded one after the other
            data = getattr(Locale.parse(locale), table)
            for context in ("format", "stand-alone"):
                for size in _WIDTHS[width]:
                    form = data[context].get(size, {}).get(key, "")
                    form = " ".join(form.lower().replace("\u200e", "").split()).rstrip(".")
                    if len(form) > 1 and not re.search(r"\d", form) and form not in forms:
                        forms.append(form)
        out.append(forms)
    return out


def block(code: str) -> str:
    """Return the generated part of the table of *code*."""
    months, days = list(range(1, 13)), list(range(7))
    wide_months, wide_days = names(code, "months", "wide", months), names(code, "days", "wide", days)
    tables = {
        "months": wide_months,
        "months_short": _without(names(code, "months", "short", months), wide_months),
        "weekdays": wide_days,
        "weekdays_short": _without(names(code, "days", "short", days), wide_days),
    }
    lines = [BEGIN, "[cldr]\n"]
    for name, rows in tables.items():
        lines.append(f"{name} = [\n" + "".join(f"  {json.dumps(row, ensure_ascii=False)},\n" for row in rows) + "]\n")
    return "".join(lines)


def _without(short: list[list[str]], wide: list[list[str]]) -> list[list[str]]:
    return [[form for form in forms if form not in full] for forms, full in zip(short, wide, strict=True)]


def main() -> None:
    """Rewrite the generated block of every language."""
    for code in [*LANGUAGES, *COPIES]:
        path = FOLDER / code / "dates.toml"
        path.parent.mkdir(exist_ok=True)
        by_hand = path.read_text("utf-8").partition(BEGIN)[0] if path.exists() else ""
        if not by_hand:
            by_hand = f"# Words of dates: {Locale.parse(COPIES.get(code, code)).english_name}.\n"
        path.write_text(by_hand.rstrip("\n") + "\n\n" + block(COPIES.get(code, code)), "utf-8")


if __name__ == "__main__":
    main()
