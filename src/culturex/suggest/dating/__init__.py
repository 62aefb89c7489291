"""When it happens: which dates of a page belong to which event, and what span they tell."""
