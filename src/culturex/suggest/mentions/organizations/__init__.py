"""Organizations: bodies by their head words, with their tails, in the languages that have tables."""
