"""What Jupyter's server does with notebooks that JupyterLab opens and saves, for many at once.

    python jupyter_save.py open < TEXTS > CONTENTS    a JSON list of files' texts becomes a list of what the page gets
    python jupyter_save.py save < CONTENTS > TEXTS    a JSON list of what the page sends becomes a list of files' texts

Source: jupyter_server/services/contents/fileio.py, _read_notebook and _save_notebook
"""

import io
import json
import sys

import nbformat


def open_notebook(text):
    return nbformat.read(io.StringIO(text), as_version=4)


def save_notebook(content):
    file = io.StringIO()
    nbformat.write(nbformat.from_dict(content), file, version=nbformat.NO_CONVERT)
    return file.getvalue()


step = {"open": open_notebook, "save": save_notebook}[sys.argv[1]]
sys.stdin.reconfigure(encoding="utf-8")
json.dump([step(item) for item in json.load(sys.stdin)], sys.stdout)
