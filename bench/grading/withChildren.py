"""Runs a command and prints, as JSON on the last line, what it and all its descendants took.

A process that outlives its parent becomes this one's child (a "subreaper" of Linux), so its time is counted, too.
`first` is when the first line came on its standard output. `memory`, in MB, is the most that it and those of its
children took which run the same program; what processes share is divided among them (PSS). Guests of a sandbox run
another program, and have limits of their own.
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def children(pid):
    return [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]


def megabytes(pid):
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024


def memory(pid):
    program = os.readlink(f"/proc/{pid}/exe")
    total = megabytes(pid)
    for child in children(pid):
        try:
            if os.readlink(f"/proc/{child}/exe") == program:
                total += megabytes(child)
        except OSError:
            pass  # It has ended meanwhile.
    return total


def watch(pid):
    global most
    while process.returncode is None:
        try:
            most = max(most, memory(pid))
        except (OSError, StopIteration):
            pass
        time.sleep(0.5)


def copy(output, log):
    global first
    for line in output:
        first = first or time.monotonic() - started
        log.write(line)


first, most = None, 0.0
started = time.monotonic()
with open(sys.argv[1], "wb") as log:
    process = subprocess.Popen(sys.argv[2:], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log)
    threading.Thread(target=watch, args=[process.pid], daemon=True).start()
    copying = threading.Thread(target=copy, args=[process.stdout, log])
    copying.start()
    status = process.wait()
    wall = time.monotonic() - started
    copying.join()
while True:
    try:
        os.wait()
    except ChildProcessError:
        break
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
cpu = usage.ru_utime + usage.ru_stime
print(json.dumps({"status": status, "wall": wall, "cpu": cpu, "first": first or wall, "memory": most}))
