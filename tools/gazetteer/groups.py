"""Groups of countries, from our own table and the CLDR names of M49 regions."""

from __future__ import annotations

from typing import Any

from gazetteer import sources
from gazetteer.countries import READ, _is_shared_script
from gazetteer.entries import ANY, ASKED_GROUP, GROUP, GROUP_ADJECTIVE, Entries


def build(source: sources.Sources, entries: Entries) -> list[dict[str, Any]]:
    """Index all names of groups and return the rows of the table ``country_group``."""
    table = sources.table("groups")
    rows = []
    for name, group in table.items():
        members = " ".join(sorted(_members(table, name)))
        rows.append({"name": name, "kind": group["kind"], "members": members, "source": group["source"]})
        weight = group.get("weight", 80)
        entries.add(name, GROUP, name, weight=weight)
        for alias in group.get("aliases", ()):
            entries.add(alias, GROUP, name, (ANY,), weight)
        for alias in group.get("ask", ()):
            entries.add(alias, ASKED_GROUP, name, weight=50)
        for adjective in group.get("adjectives", ()):
            entries.add(adjective, GROUP_ADJECTIVE, name, weight=group.get("adjective_weight", 70))
        if cldr := group.get("cldr"):
            _cldr_names(source, entries, cldr, name, weight)
    return rows


def _members(table: dict[str, Any], name: str, above: tuple[str, ...] = ()) -> set[str]:
    if name in above:
        raise ValueError(f"{name} is a member of itself: {' > '.join(above)}")
    group = table[name]
    found = set(group.get("members", "").split())
    for inner in group.get("of", ()):
        found |= _members(table, inner, (*above, name))
    return found


def _cldr_names(source: sources.Sources, entries: Entries, territory: str, name: str, weight: int) -> None:
    for locale in source.locales():
        language = locale.split("-")[0]
        found = source.display_names(locale, "territories").get(territory)
        if not found or found == territory:
            continue
        if language not in READ:
            entries.add(found, ASKED_GROUP, name, weight=50)
        else:
            everywhere = language == "en" or not _is_shared_script(found)
            entries.add(found, GROUP, name, (ANY,) if everywhere else (language,), weight)
