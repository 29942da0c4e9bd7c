"""Runs JupyterLab until standard input closes: then, however the starting process ended, the server and its kernels end too."""

import os
import signal
import sys
import threading
import time

import psutil
from jupyterlab.labapp import main

# JupyterLab gives its kernels five seconds, all at once, and has no limit for what else it does at its end.
PATIENCE = float(os.environ.get("INITLAB_STOP_SECONDS", "30"))


def end_kernels():
    """Kills what kernels of this server have left, in whatever group or session it is: Jupyter marks each kernel with the server's number."""
    own = psutil.Process()
    for process in psutil.process_iter():
        try:
            if process.environ().get("JPY_PARENT_PID") != str(own.pid):
                continue
            # A process that is older than this server had another one of the same number.
            if process.create_time() >= own.create_time():
                process.kill()
        except psutil.Error:
            continue  # somebody else's, or it has ended


def stop_with_parent():
    # os.read, because a thread that waits in sys.stdin would hold its lock at exit.
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    sys.stderr.write(
        f"JupyterLab did not stop within {PATIENCE:g} seconds. It is ended by force, with its kernels.\n"
    )
    sys.stderr.flush()
    end_kernels()
    os._exit(1)


threading.Thread(target=stop_with_parent, daemon=True).start()
try:
    sys.exit(main())
finally:
    end_kernels()
