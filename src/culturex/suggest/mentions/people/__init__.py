"""People: names with their titles and bodies."""
