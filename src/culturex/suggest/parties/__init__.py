"""Who takes part: the countries of an event, and which of them is the host."""
