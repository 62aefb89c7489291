"""The questions whose weights are fitted to coded pages, one module each, and what they share."""
