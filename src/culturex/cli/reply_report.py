"""What is said of replies of language models: what was mended in them, and what was turned away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from culturex.cli import output

if TYPE_CHECKING:
    from culturex.workflow.asking import Taken

# Sentences about the replies to one article that are said at most; all are kept with them.
_SAID = 5


def remarks_on(taken: Taken) -> list[str]:
    """Return sentences about the replies to an article: why nothing was stored, what was mended, what was refused."""
    about = f"Article {taken.article}"
    said = [f"{about}: you have reviewed events of this model there; they stay as they are."] if taken.reviewed else []
    found = [*dict.fromkeys(taken.repairs), *taken.refusals]
    said += [f"{about}: {sentence}" for sentence in found[:_SAID]]
    if len(found) > _SAID:
        more = output.count(len(found) - _SAID, "more remark")
        said.append(f"{about}: {more}; culturex prompts replies {taken.article} lists its replies.")
    return said
