"""The command line. The only part of culturex that knows typer, rich and prompt_toolkit."""
