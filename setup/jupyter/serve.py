"""Runs JupyterLab until standard input closes: then, however the starting process ended, the server and its kernels end too."""

import os
import signal
import sys
import threading

from jupyterlab.labapp import main


def stop_with_parent():
    # os.read, because a thread that waits in sys.stdin would hold its lock at exit.
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=stop_with_parent, daemon=True).start()
sys.exit(main())
