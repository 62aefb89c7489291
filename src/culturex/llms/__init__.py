"""Language models of the user's choice, through the ``llm`` library: which there are, and one question to one of them.

The only importer of ``llm``, which is heavy and not always installed: it is loaded inside functions. Nothing here knows
articles or events: text goes in, text and counts of tokens come out.
"""

from __future__ import annotations
