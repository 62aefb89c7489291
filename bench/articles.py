"""Make many distinct articles of about 2.5 kB from the samples, for measuring.

    python bench/articles.py FOLDER [NUMBER]
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "articles"
SIZE = 2500


def make(folder: Path, number: int, *, seed: int = 1) -> None:
    """Write *number* text files to *folder*: a headline, a date line and shuffled paragraphs of the English samples."""
    rng = random.Random(seed)
    texts = [f.read_text("utf-8") for f in sorted(SAMPLES.glob("*.txt")) if f.read_text("utf-8").isascii()]
    texts = texts or [f.read_text("utf-8") for f in sorted(SAMPLES.glob("*.txt"))]
    paragraphs = [p.strip() for t in texts for p in t.split("\n\n") if len(p) > 80]
    heads = [t.strip().splitlines()[0] for t in texts]
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        body = [f"{rng.choice(heads)} ({index})", f"{rng.randint(1, 28)} May {rng.randint(2010, 2025)}"]
        while sum(map(len, body)) < SIZE:
            body.append(rng.choice(paragraphs))
        (folder / f"{index:06}.txt").write_text("\n\n".join(body)[: SIZE + 400], "utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
