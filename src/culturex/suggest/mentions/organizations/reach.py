"""How far names reach on one page: each reader tells one side or part, from the head of a name or a word in it."""

from __future__ import annotations

from culturex.suggest.mentions.organizations.behind import Behind
from culturex.suggest.mentions.organizations.items import Items
from culturex.suggest.mentions.organizations.left import Left
from culturex.suggest.mentions.organizations.page import Page
from culturex.suggest.mentions.organizations.right import Right
from culturex.suggest.mentions.organizations.seats import Seats


class Reach:
    """The readers of one page, as they stand on one another.

    *left* and *right* tell where a name begins and ends, *behind* what else may stand behind an English head, *items*
    where a phrase in a name ends, *seats* where an embassy is.
    """

    def __init__(self, page: Page) -> None:
        self.left = Left(page)
        self.behind = Behind(page)
        self.items = Items(page)
        self.seats = Seats(page, self.items)
        self.right = Right(page, self.items, self.seats)
