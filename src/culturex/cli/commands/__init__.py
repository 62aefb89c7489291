"""One file per command; ``culturex.cli.app`` lists them."""
