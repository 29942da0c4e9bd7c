"""Executes a notebook in its kernel, as a student's Run All does, and writes it with its outputs.

    python execute.py NOTEBOOK OUT --cwd FOLDER [--allow-errors] [--timeout SECONDS]

A cell has failed when it wrote to stderr or has an error output: stock tslab knows errors only as text on stderr. It
also skips, without a word, what arrives within 200 ms of an error; so there is a pause after such a cell.
Without --allow-errors the first failed cell ends the run: OUT is written, and the exit code is 1.

When standard input closes, whoever started this has gone; then the kernel is ended, too.
"""

import argparse
import asyncio
import os
import signal
import sys
import threading

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

PAUSE_AFTER_FAILURE = 0.3


class Client(NotebookClient):
    stop_at_failure = True

    async def async_execute_cell(self, cell, cell_index, **options):
        executed = await super().async_execute_cell(cell, cell_index, **options)
        if has_failed(executed):
            if self.stop_at_failure:
                raise CellExecutionError(f"cell {cell_index + 1} failed", "", "")
            if not has_error_output(executed):
                await asyncio.sleep(PAUSE_AFTER_FAILURE)
        return executed


def has_failed(cell):
    return has_error_output(cell) or any(output.get("name") == "stderr" for output in cell.get("outputs", []))


def has_error_output(cell):
    return any(output.output_type == "error" for output in cell.get("outputs", []))


def stop_when_stdin_closes():
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("notebook")
    parser.add_argument("out")
    parser.add_argument("--cwd", required=True)
    parser.add_argument("--allow-errors", action="store_true")
    parser.add_argument("--timeout", type=int, default=300, help="seconds for one cell")
    options = parser.parse_args()
    threading.Thread(target=stop_when_stdin_closes, daemon=True).start()

    notebook = nbformat.read(options.notebook, as_version=4)
    # Here, not in nbclient, it is decided what a failure is.
    client = Client(notebook, allow_errors=True, timeout=options.timeout, resources={"metadata": {"path": options.cwd}})
    client.stop_at_failure = not options.allow_errors
    try:
        client.execute()
    except CellExecutionError as failure:
        print(failure, file=sys.stderr)
        return 1
    finally:
        nbformat.write(notebook, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
