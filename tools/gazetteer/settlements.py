"""Cities and subdivisions: GeoNames, CLDR, and our own table of additions."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Any

from culturex.places.keys import key
from gazetteer import sources
from gazetteer.entries import ANY, CITY, SUBDIVISION, Entries

LEAST = 15_000
# Towns of fewer inhabitants come in by their main name only, and with so little weight that a text must give a hint.
LEAST_TOWN, TOWN_WEIGHT = 5_000, 36
# Villages come in, too, one of each name and country, where local news in English names them, with fewer inhabitants;
# elsewhere not those with short names, such as are words or names of cities.
LEAST_VILLAGE, VILLAGE_WEIGHT = 500, 31
LEAST_VILLAGE_ABROAD, LEAST_NAME_ABROAD = 2_800, 5
VILLAGES_OF = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
# Weight of a town or village whose name is a common word or a person's name: it must be told where it lies.
WORD_WEIGHT = 15
# Weight of a place whose name is that of another country.
COUNTRY_WEIGHT = 12
# Weight of the names that places.toml adds: world-known ones.
CHOSEN_WEIGHT = 94
# Alternate names are kept by script, from this population on; other scripts from 300,000.
ALTERNATES_FROM = {
    "LATIN": 0, "CYRILLIC": 0, "CJK": 0, "ARABIC": 40_000, "HANGUL": 40_000, "KATAKANA": 60_000, "HEBREW": 40_000,
    "GREEK": 40_000, "ARMENIAN": 40_000, "GEORGIAN": 40_000, "DEVANAGARI": 150_000, "THAI": 60_000, "BENGALI": 300_000,
    "ETHIOPIC": 300_000, "KHMER": 60_000, "LAO": 60_000, "MYANMAR": 60_000,
}  # fmt: skip
MAX_ALTERNATES = 45
# A town of fewer people is known in these scripts only where they are at home.
KNOWN_ABROAD = 50_000
AT_HOME = {
    "CYRILLIC": frozenset("AM AZ BA BG BY EE GE KG KZ LT LV MD ME MK MN RS RU TJ TM UA UZ XK".split()),
    "CJK": frozenset("CN HK JP KR MO MY SG TW VN".split()),
}
# A place is not known by a further name that a place so many times as large has as well.
MUCH_LARGER = 3
# Alternate names of so few letters in other alphabets are too often words of some language.
SHORT = 4
SHORT_NAMES_OF = {"RU": "ru", "UA": "uk", "UZ": "ru", "KG": "ru"}
# A town so large may be called by the first or last word of its name, though that is a common word, a surname, or the
# name of a larger one ("Santiago" of Cuba): with so much weight at most.
OWN_WORD_FROM, OWN_WORD_WEIGHT = 100_000, 45
# Countries whose second-level subdivisions (counties, departments) are household names.
COUNTIES = frozenset({"GB", "FR", "IE"})
# Words that say what sort of subdivision it is; left out of its plain name.
SORT = re.compile(
    r"\b(?:"
    r"autonomous|special|federal|administrative|metropolitan|province|provincia|region|oblast|okrug|"
    r"krai|kray|republic of|republic|state of|state|governorate|prefecture|county|department|district|"
    r"division|municipality|territory|canton|parish|voivodeship|oblisi|rayon|raion|city of|capital|"
    r"union|of|the|emirate|zone|muhafazat|wilaya|prov|regency"
    r")\b",
    re.IGNORECASE,
)
# Countries whose states and provinces are world-known, whatever else bears their names.
WORLD_KNOWN_STATES = frozenset({"AU", "CA", "US"})
SIDES = frozenset(
    [
        "central",
        "center",
        "centre",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "capital",
        "coast",
        "upper",
        "lower",
        "island",
        "islands",
        "mountain",
        "lakes",
        "lake",
        "plateau",
        "savannah",
        "savanes",
        "littoral",
        "centrale",
        "maritime",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "north-east",
        "north-west",
        "delta",
        "national",
        "interior",
        "highlands",
        "midlands",
        "atlantic",
        "pacific",
    ]
)


def script(name: str) -> str:
    """Return the Unicode script word of the first letter ("LATIN", "CJK")."""
    return next((unicodedata.name(c, "").split(" ")[0] for c in name if c.isalpha()), "")


class Settlements:
    """Builds the rows of ``city`` and ``subdivision`` and indexes their names."""

    def __init__(self, source: sources.Sources, entries: Entries) -> None:
        self.source, self.entries = source, entries
        table = sources.table("ambiguous")
        self.dropped = {key(n) for n in table["drop"]["city"]}
        self.kept = {key(n) for n in table["keep"]["city"]}
        self.kept_regions = {key(n) for n in table["keep"]["subdivision"]}
        self.weak = {key(n) for n in table["weak"]["city"]} - self.kept
        self.persons = ({key(n) for n in table["person"]["city"]} | set(source.person_names())) - self.kept
        self.words = source.english_words()
        self.words_abroad = source.words_abroad()
        self.more = sources.table("places")
        self.admin1 = {code: written.split(", ") for code, written in sources.table("admin1").items()}
        self.cities: dict[int, dict[str, Any]] = {}
        # Name in Latin letters = the inhabitants of the largest place that is called so.
        self.largest: dict[str, int] = {}
        self.subdivisions: list[dict[str, Any]] = []
        self.by_admin1: dict[str, int] = {}

    def build(self, countries: list[dict[str, Any]]) -> None:
        """Index everything; give each country its capital's id."""
        found = self.source.cities(LEAST_TOWN)
        self.cities = {k: v for k, v in found.items() if key(v["name"]) not in self.dropped and self._is_wanted(v)}
        self._villages()
        self._capitals(countries)
        self._subdivisions()
        capitals = {row["capital"] for row in countries}
        for city in self.cities.values():
            for folded in {key(name) for name in (city["name"], *self._alternates(city)) if script(name) == "LATIN"}:
                self.largest[folded] = max(city["population"], self.largest.get(folded, 0))
        for number, city in sorted(self.cities.items()):
            self._index_city(number, city, number in capitals)

    def _is_wanted(self, city: dict[str, Any]) -> bool:
        """Tell whether a town is large enough, or local news names it, or its name is at least no common word."""
        if city["population"] >= LEAST or city["countrycode"] in VILLAGES_OF:
            return True
        return not self._is_word(key(city["name"]))

    def _is_word(self, folded: str) -> bool:
        """Tell whether a name is a common word or a person's name."""
        return folded in self.words or folded in self.persons or folded in self.weak

    def _villages(self) -> None:
        """Take in the largest village of each name where no town of the country bears it."""
        known = {(v["countrycode"], key(v["name"])) for v in self.cities.values()}
        found = self.source.cities(LEAST_VILLAGE).items()
        for number, village in sorted(found, key=lambda row: (-row[1]["population"], row[0])):
            at = (village["countrycode"], key(village["name"]))
            if self.entries.has(at[1], "n"):  # "Poland, Ohio" is told by its state, so each state has its own
                at = (f"{at[0]}.{village['admin1code']}", at[1])
            if at not in known and at[1] not in self.dropped and self._is_known_village(village):
                known.add(at)
                self.cities[number] = village

    def _is_known_village(self, village: dict[str, Any]) -> bool:
        """Tell whether news names a village: it lies where English is spoken, or is not too small to be known."""
        if village["countrycode"] in VILLAGES_OF:
            return True
        name = key(village["name"])
        if village["population"] < LEAST_VILLAGE_ABROAD or len(name) < LEAST_NAME_ABROAD:
            return False
        return not all(self._is_word(word) or word in self.words_abroad for word in name.split())

    def _capitals(self, countries: list[dict[str, Any]]) -> None:
        small = self.source.cities(500)
        for row in countries:
            wanted, code = key(row["capital_name"]), row["code"]
            here = [(k, v) for k, v in small.items() if v["countrycode"] == code]
            exact = [(v["population"], k) for k, v in here if key(v["name"]) == wanted]
            loose = [(v["population"], k) for k, v in here if wanted in {key(n) for n in v["alternatenames"]}]
            found = max(exact or loose or [(0, 0)])[1]
            row["capital"] = found or None
            if found:
                self.cities.setdefault(found, small[found])

    # Cities

    def _index_city(self, number: int, city: dict[str, Any], is_capital: bool) -> None:
        population = max(city["population"], 1)
        base = 25 + 10 * math.log10(population) + (10 if is_capital else 0)
        base = max(40, min(95, round(base - 10)))
        big = is_capital or population >= 1_000_000
        extra = self.more["city"].get(str(number), [])
        main = key(city["name"])
        is_village = population < LEAST_TOWN and city["countrycode"] not in VILLAGES_OF
        if is_village and self.largest.get(main, 0) >= OWN_WORD_FROM:
            return  # Üsküp is Skopje
        if population < LEAST and not is_capital:
            if len(main) > 3:
                weight = TOWN_WEIGHT if population >= LEAST_TOWN else VILLAGE_WEIGHT
                weight = WORD_WEIGHT if self._is_word(main) else weight
                # "Poland, Ohio" is told by its state only.
                weight = COUNTRY_WEIGHT if self.entries.has(main, "nadgh") else weight
                self.entries.add(city["name"], CITY, number, weight=weight)
            return
        self.entries.add(
            city["name"], CITY, number, weight=self._weight(main, base, big, city["countrycode"], population)
        )
        for name in extra:
            self.entries.add(name, CITY, number, weight=CHOSEN_WEIGHT)
        seen = {main, *(key(n) for n in extra)}
        for name in self._alternates(city):
            folded = key(name)
            if folded in seen:
                continue
            is_usable = self._is_usable(folded, big, population, city["countrycode"])
            if not is_usable and not self._is_own_word(folded, main, population):
                continue
            seen.add(folded)
            weight = base - 8 if population >= 50_000 or script(name) != "LATIN" else base - 18
            weight = self._weight(folded, weight, big, city["countrycode"], population)
            weight = weight if is_usable else min(weight, OWN_WORD_WEIGHT)
            # Short ones are read in the city's own language only, unless it is large.
            own = SHORT_NAMES_OF.get(city["countrycode"]) if self._is_short(folded) and population < 300_000 else None
            self.entries.add(name, CITY, number, (own or ANY,), weight)

    def _alternates(self, city: dict[str, Any]) -> list[str]:
        found = []
        for name in city["alternatenames"]:
            if len(name) < 2 or name[0].islower() or (name.isascii() and name.isupper() and len(name) <= 5):
                continue
            written = script(name)
            homes = AT_HOME.get(written)
            is_known = homes is None or city["population"] >= KNOWN_ABROAD or city["countrycode"] in homes
            if is_known and city["population"] >= ALTERNATES_FROM.get(written, 300_000):
                found.append(name)
        found.sort(key=lambda n: (len(n), n))
        latin = [n for n in found if script(n) == "LATIN"]
        others = [n for n in found if script(n) != "LATIN"]
        return others[:MAX_ALTERNATES] + latin[:MAX_ALTERNATES]

    def _is_usable(self, folded: str, big: bool, population: int, country: str) -> bool:
        """Tell whether an alternate name helps more than it harms."""
        if folded in self.dropped or folded in self.weak or folded.endswith(" county"):
            return False
        if folded in self.words and population < 150_000:
            return False
        if folded in self.persons and not big:
            return False
        if self._is_short(folded) and population < (50_000 if country in SHORT_NAMES_OF else 300_000):
            return False
        if self.largest.get(folded, 0) > MUCH_LARGER * population:
            return False
        if folded.isascii() and len(folded) < (4 if population >= 300_000 else 5):
            return False
        return not self.entries.has(folded, "nadgh")

    def _is_own_word(self, folded: str, main: str, population: int) -> bool:
        """Tell whether a town is called by the chief word of its own name: "Hull" of Kingston upon Hull, "Salt"."""
        if population < OWN_WORD_FROM or len(folded) < SHORT or folded in self.dropped | SIDES:
            return False
        return folded in (main.split()[0], main.split()[-1]) and not self.entries.has(folded, "nadgh")

    def _is_short(self, folded: str) -> bool:
        return not folded.isascii() and " " not in folded and len(folded) <= SHORT

    def _weight(self, folded: str, weight: int, big: bool, country: str, population: int) -> int:
        others = {
            ref
            for kind, ref in self.entries.by_key.get(folded, ())
            if kind in "nadgh" and ANY in self.entries.rows[folded, kind, ref][0]
        }
        if others - {country}:
            return COUNTRY_WEIGHT
        if folded in self.kept:
            return weight
        # Among places of one doubtful name, the larger comes first.
        more = min(6, round(3 * math.log10(population / LEAST))) if population > LEAST else 0
        if folded in self.words or folded in self.weak:
            return 30 if big else 18 + more
        if folded in self.persons:
            return min(weight, 55) if big else 23 + more
        if folded.isascii() and len(folded) <= 3:
            return min(weight, 35)
        return weight

    # Subdivisions

    def _subdivisions(self) -> None:
        tree, names = self.source.subdivision_tree(), self.source.subdivision_names()
        centres, people = self._centres()
        admin1 = self.source.admin1_names()
        by_name: dict[tuple[str, str], str] = {}
        for code, name in admin1.items():
            by_name.setdefault((code.split(".")[0], plain(name)), code)
        used: set[str] = set()
        for code, name in sorted(names.items()):
            iso = f"{code[:2].upper()}-{code[2:].upper()}"
            top = code in tree.get(code[:2].upper(), ())
            admin = by_name.get((code[:2].upper(), plain(name))) if top else None
            if admin:
                used.add(admin)
            self._add_subdivision(
                iso, name, code[:2].upper(), top, centres.get(admin or ""), people.get(admin or "", 0), admin
            )
        for admin, name in sorted(admin1.items()):
            if admin not in used:
                country = admin.split(".")[0]
                self._add_subdivision(
                    f"GN:{admin}", name, country, True, centres.get(admin), people.get(admin, 0), admin
                )
        self._check_codes()
        for name, (country, lat, lon) in self.more["region"].items():
            if country:
                self._add_subdivision(f"XR:{name}", name, country, True, (lat, lon), 1, None)

    def _check_codes(self) -> None:
        """Raise where a table names a subdivision that no source has."""
        known = {row["code"] for row in self.subdivisions}
        if unknown := sorted({*self.more["subdivision"], *self.admin1} - known):
            raise ValueError(f"no such subdivision: {', '.join(unknown)}")

    def _centres(self) -> tuple[dict[str, tuple[float, float]], dict[str, int]]:
        """Return the mean place and the total of the inhabitants of each region's cities, by GeoNames admin1 code."""
        sums: dict[str, list[float]] = {}
        for city in self.cities.values():
            at = sums.setdefault(f"{city['countrycode']}.{city['admin1code']}", [0.0, 0.0, 0.0])
            count = max(city["population"], 1)
            at[0] += city["latitude"] * count
            at[1] += city["longitude"] * count
            at[2] += count
        centres = {k: (round(a / n, 3), round(b / n, 3)) for k, (a, b, n) in sums.items()}
        return centres, {k: int(v[2]) for k, v in sums.items()}

    def _add_subdivision(
        self,
        code: str,
        name: str,
        country: str,
        top: bool,
        at: tuple[float, float] | None,
        people: int,
        admin: str | None,
    ) -> None:
        number = len(self.subdivisions) + 1
        self.subdivisions.append(
            {
                "id": number, "code": code, "name": name, "country": country, "population": people,
                "lat": at[0] if at else None, "lon": at[1] if at else None,
            }
        )  # fmt: skip
        if admin:
            self.by_admin1[admin] = number
        base = self._province(people) if top else 62 if country in COUNTIES else 45
        for written in (name, *self.more["subdivision"].get(code, ()), *self.admin1.get(code, ())):
            self._index_subdivision(written, number, country, base)
        if plain(name) != key(name):
            self._index_subdivision(plain(name), number, country, base - 10)

    @staticmethod
    def _province(people: int) -> int:
        """Return the weight of a first-level subdivision by the people of its towns: 62 to 82, 70 for a million."""
        return max(62, min(82, round(22 + 8 * math.log10(max(people, 1)))))

    def _index_subdivision(self, name: str, number: int, country: str, weight: int) -> None:
        folded = key(name)
        if len(folded) < 2 or all(w in SIDES for w in folded.split()):
            return
        others = {ref for kind, ref in self.entries.by_key.get(folded, ()) if kind in "ndgh"}
        if country in WORLD_KNOWN_STATES and weight >= 60 and folded not in self.words:
            # Georgia's two readings are told apart where texts are read; a Victoria may be a woman.
            weight = 45 if folded in self.weak and country != "US" else weight
        elif folded in self.kept_regions:
            pass
        elif folded in self.words or folded in self.weak or others - {country}:
            weight = min(weight, 20)
        elif folded in self.persons:
            weight = min(weight, 35)
        elif folded.isascii() and len(folded) <= 3:
            weight = min(weight, 30)
        self.entries.add(name, SUBDIVISION, number, weight=weight)


def plain(name: str) -> str:
    """Return the key of a subdivision's name without the word for its sort."""
    return key(SORT.sub(" ", name)) or key(name)
