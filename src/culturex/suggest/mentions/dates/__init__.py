"""Dates: the forms of date expressions, read and resolved against the page."""
