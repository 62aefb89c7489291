"""Words of names: the tables for people and bodies, the cases and forms of words, and what is known of each word."""
