"""What the keys of a session do: the line of choices under each card, and what is said of them."""

from __future__ import annotations

# In the order shown; the letter in brackets is the key.
WITH_EVENT = (
    "[A]ccept",
    "[E]dit",
    "[R]eject",
    "[N]ew event",
    "[D]one with article",
    "[S]kip",
    "no e[V]ent",
    "[U]ndo",
    "[M]erge",
    "[?]",
    "[Q]uit",
)
# The same where the event is not as it was suggested or stored any more.
WITH_EDITS = (*WITH_EVENT[:2], "[F]orget edits", *WITH_EVENT[2:])
WITHOUT_EVENT = ("[N]ew event", "no e[V]ent", "[S]kip", "[U]ndo", "[?]", "[Q]uit")
OF_NEW = ("[A]ccept", "[E]dit", "[M]erge", "[F]orget it", "[B]ack")
AFTER_NEW = ("[N]ew event", "[D]one with article", "[U]ndo", "[?]", "[Q]uit")
AT_END = ("[Q]uit", "[U]ndo")
EDITING = ("[A]ccept as it is now", "[↵] back to the card")
# Works under every card without being shown there.
TEXT = "t"
# Keys that are decisions at once: the action of the Decision.
ACTIONS = {"a": "accept", "r": "reject", "d": "done", "s": "skip", "v": "no_event", "u": "undo", "q": "quit"}
# What is said of a decision once it is stored; {event} is the number of the event.
SAID = {
    "accept": "accepted: event {event}",
    "reject": "rejected: event {event}",
    "new": "stored as event {event}",
    "merge": "merged into event {event}",
    "check": "checked: event {event}",
    "done": "done with this article",
    "skip": "left for later",
    "no_event": "no event in this article",
    "quit": "quit",
}
EXPLAINED = (
    ("a, Enter", "accept the event as the card shows it"),
    ("e", "edit: then the letter of a field, as the card shows it"),
    ("f", "forget your edits: the card is again as it was suggested, or stored"),
    ("r", "reject: it is kept as rejected and not suggested again"),
    ("n", "new: write another event of this article, then come back to this card"),
    ("d", "done with this article: leave what else was suggested and go to the next one"),
    ("s", "skip: leave it for later; the article stays to do"),
    ("v", "no event: the article reports none"),
    ("u", "undo: take the last decision back and ask about it again; again for the one before, also of earlier days"),
    ("m", "merge: the article tells an event that is known; it stays one event, and keeps what either article says"),
    ("t", "text: show the whole article with its quotes"),
    ("q, Ctrl-D", "quit: what was decided and edited is stored, and the next session goes on here"),
    ("Ctrl-C", "stop at once; what was decided and edited is stored"),
    ("Escape", "leave a question without an answer"),
)
# Words of the summary at the end, by action.
COUNTED = {
    "accept": "accepted",
    "new": "new",
    "merge": "merged",
    "check": "checked",
    "reject": "rejected",
    "skip": "skipped",
    "done": "done",
    "no_event": "without event",
}
