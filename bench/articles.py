"""Make many distinct articles of about 2.5 kB from the samples, for measuring.

Usage: python bench/articles.py FOLDER [NUMBER]
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "articles"
SIZE = 2500


def make(folder: Path, number: int, *, seed: int = 1) -> None:
    """Write *number* text files to *folder*: a sample each, with a headline and a last paragraph of its own.

    Every text has SIZE characters or a little more, and as many events as real pages have, one to three: longer
    samples are cut, shorter ones filled up with sentences of the one that reports no event.
    """
    rng = random.Random(seed)
    texts = [f.read_text("utf-8").strip() for f in sorted(SAMPLES.iterdir()) if f.suffix in (".txt", ".md")]
    filling = (SAMPLES / "sister-cities-explained.md").read_text("utf-8").split("\n\n")[2:]
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        head, _, rest = rng.choice(texts).partition("\n")
        body = f"{head} ({index})\n{rest}"[:SIZE]
        while len(body) < SIZE:
            body += f"\n\n{rng.choice(filling)}"
        (folder / f"{index:06}.txt").write_text(f"{body}\n\nPage {rng.random()}\n", "utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
