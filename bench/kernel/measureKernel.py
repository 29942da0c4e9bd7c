"""Starts one kernel as Jupyter does, and prints what things take, in seconds, as JSON.

Standard input: {"name": …, "argv": […], "language": …, "env": {…}, "folder": …, "cwd": …, "code": {…}}; a code that is
left out is not measured. Lines that do not end within 5 seconds have no time: fifty times what they should take.
"""

import json
import os
import re
import statistics
import sys
import time
from queue import Empty
from pathlib import Path

import psutil

LIMIT = 60
LINES_LIMIT = 5
TRIVIAL_CELLS = 40
REQUESTS = 15

task = json.load(sys.stdin)
spec = Path(task["folder"], "kernels", task["name"])
spec.mkdir(parents=True, exist_ok=True)
fields = {"argv": task["argv"], "display_name": task["name"], "language": task["language"], "env": task["env"]}
(spec / "kernel.json").write_text(json.dumps(fields))
os.environ["JUPYTER_PATH"] = task["folder"]

from jupyter_client import KernelManager  # noqa: E402 (reads the variable when it is imported)

code = task["code"]
manager = KernelManager(kernel_name=task["name"])
started = time.perf_counter()
manager.start_kernel(cwd=task["cwd"])
client = manager.client()
client.start_channels(hb=False)


def reply_to(message):
    """The reply to a request on the shell channel."""
    while True:
        reply = client.get_shell_msg(timeout=LIMIT)
        if reply["parent_header"].get("msg_id") == message:
            return reply


def hear():
    """Waits until outputs are heard: a client that connected late misses those before, and not every kernel greets it."""
    while True:
        reply_to(client.kernel_info())
        try:
            client.get_iopub_msg(timeout=0.2)
            return
        except Empty:
            pass


def run(text, limit=LIMIT):
    """Runs a cell until its reply and its idle: seconds and all that it printed."""
    begin = time.perf_counter()
    message = client.execute(text)
    printed = []
    idle = False
    while not idle:
        output = client.get_iopub_msg(timeout=limit)
        if output["parent_header"].get("msg_id") != message:
            continue
        content = output["content"]
        if output["msg_type"] == "stream":
            printed.append(content["text"])
        idle = content.get("execution_state") == "idle"
    status = reply_to(message)["content"]["status"]
    if status != "ok":
        raise RuntimeError(f"{task['name']}: the cell {text!r} ended with {status}: {''.join(printed)}")
    return time.perf_counter() - begin, "".join(printed)


def median_of(request, *arguments):
    """Median time of a request that is not a cell."""
    times = []
    for _ in range(REQUESTS):
        begin = time.perf_counter()
        reply_to(request(*arguments))
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def loops():
    """How much longer each loop takes at the top of a cell than in a function, by the cell's own clock."""

    def own_clock(text):
        return float(re.findall(r"[\d.]+(?:e-?\d+)?", run(text)[1])[-1])

    return {name: own_clock(top) / own_clock(function) for name, (top, function) in code["loops"].items()}


def lines():
    """Seconds for 10,000 lines, and how many came."""
    try:
        seconds, printed = run(code["lines"], LINES_LIMIT)
    except Empty:  # The cell never ended.
        return {"seconds": None, "lines": None}
    return {"seconds": seconds, "lines": len(printed.splitlines())}


def memory():
    """Megabytes of all the kernel's processes; what they share counts once where the system tells (Linux)."""
    kernel = psutil.Process(manager.provisioner.pid)
    processes = [process.memory_full_info() for process in [kernel, *kernel.children(recursive=True)]]
    return sum(getattr(each, "pss", each.rss) for each in processes) / 2**20


figures = {}
try:
    reply_to(client.kernel_info())
    figures["start"] = time.perf_counter() - started
    reply_to(client.execute("1 + 1"))
    figures["first"] = time.perf_counter() - started
    hear()
    figures["trivial"] = statistics.median(run("1 + 1")[0] for _ in range(TRIVIAL_CELLS))
    figures["loops"] = loops()
    if "imports" in code:
        figures["imports"] = run(code["imports"])[0]
    figures["memory"] = memory()
    figures["completion"] = median_of(client.complete, code["completion"])
    figures["inspection"] = median_of(client.inspect, code["inspection"])
    # At the end, because not every kernel lives on after it.
    figures["lines"] = lines()
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
print(json.dumps(figures))
