"""The built-in suggester: an article in, events with their evidence out. No network, no model file.

``suggest(article)`` returns a Suggestion; ``culturex suggest`` prints it. The way of the data: a Document is made of the
article once (tokens, sentences, furniture, language); each finder in ``mentions`` reads the Document and returns
Mentions; ``events`` joins mentions into events whose every value points back at the words it came from.
"""

from __future__ import annotations
