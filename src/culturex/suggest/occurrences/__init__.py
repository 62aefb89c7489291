"""What happened: which signals tell one occurrence, which is the main event, what is folded into another."""
