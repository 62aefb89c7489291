"""Tell the parts of a school, "Faculty of Arts", from bodies of their own: the school is named beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from culturex.suggest.mentions import Mention

# Heads of the parts of a university: whoever heads one does so at the university.
PARTS = frozenset(
    """
    faculty department chair section facultad departamento faculté département faculdade facoltà dipartimento fakultät
    fachbereich lehrstuhl fakültesi bölümü факультет кафедра факултет катедра
    """.split()
)
# Departments of governments are bodies, and so is what belongs to a country.
_OF_STATES = frozenset(
    """
    antiquities culture education state tourism health affairs information immigration museums conservation environment
    sports youth agriculture forestry transport works defence defense justice labour labor home welfare cultural
    """.split()
)
# What says in the name itself of which school it is part: "Faculty of Arts of Charles University".
_SCHOOLS = ("univers", "institut", "akadem", "academ", "colleg", "school", "универс", "инстит", "академ")
# The school is named within so many characters.
_NEAR = 500


def parts(mentions: Iterable[Mention]) -> frozenset[tuple[int, int]]:
    """Return start and end of the bodies among *mentions* that are only parts of a school named near them."""
    bodies = [m for m in mentions if m.kind == "organization"]
    inner = [m for m in bodies if (m.extra or {}).get("head") in PARTS and not _is_whole(m)]
    if not inner:
        return frozenset()
    schools = sorted(m.start for m in bodies if (m.extra or {}).get("kind") == "school" and m not in inner)
    found = []
    for mention in inner:
        at = bisect_left(schools, mention.start - _NEAR)
        if at < len(schools) and schools[at] < mention.end + _NEAR:
            found.append((mention.start, mention.end))
    return frozenset(found)


def _is_whole(mention: Mention) -> bool:
    """Tell whether the name says whose part it is, or belongs to a government."""
    name = str(mention.value["name"]).casefold()
    if mention.value.get("country") or any(stem in name for stem in _SCHOOLS):
        return True
    return (mention.extra or {}).get("head") == "department" and not _OF_STATES.isdisjoint(name.split())
