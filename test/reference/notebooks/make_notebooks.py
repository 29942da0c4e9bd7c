"""Writes reference notebooks with nbformat and nbgrader themselves.

    pip install nbformat==5.11.1 nbgrader==0.9.5
    python3 make_notebooks.py

odd.ipynb          odd but valid content, as nbformat writes it: Python's line ends, keys in code point order, numbers
instructor.ipynb   a cell of every role, as an instructor has it
released.ipynb     what `nbgrader generate_assignment` makes of instructor.ipynb
"""
import pathlib
import shutil
import subprocess
import tempfile

import nbformat

HERE = pathlib.Path(__file__).parent
CONFIG = """
c = get_config()
c.ClearSolutions.code_stub = {"typescript": 'throw new Error("This exercise is not done yet: in its cell, between YOUR CODE STARTS HERE and YOUR CODE ENDS HERE, replace this line with yours.");'}
c.ClearSolutions.text_stub = "Write your answer here, in place of this line."
c.CourseDirectory.course_id = "reference"
"""


def cell(kind, name, source, **metadata):
    made = {"cell_type": kind, "id": name, "metadata": metadata, "source": source}
    if kind == "code":
        made.update(execution_count=None, outputs=[])
    return made


def role(name, *flags, points=None):
    meta = {"schema_version": 3, "grade_id": name}
    meta.update({flag: flag in flags for flag in ("grade", "solution", "locked", "task")})
    if points is not None:
        meta["points"] = points
    return {"nbgrader": meta}


def notebook(cells, **metadata):
    kernelspec = {"display_name": "TypeScript", "language": "typescript", "name": "tslab"}
    return nbformat.from_dict(
        {"cells": cells, "metadata": {"kernelspec": kernelspec, **metadata}, "nbformat": 4, "nbformat_minor": 5}
    )


def write(name, made):
    with open(HERE / name, "w", encoding="utf-8", newline="\n") as file:
        nbformat.write(made, file)


def odd():
    numbers = [0, -1, 0.5, 0.1, 1e-4, 1e-5, 1.5e-7, 1234567.25, 123456789012345680000, 1e21, 1.7976931348623157e308, -2.5e-300]
    ends = "one\ntwo\r\nthree\rfour\vfive\fsix\x1cseven\x1deight\x1enine\x85ten\u2028eleven\u2029twelve"
    outputs = [
        {"output_type": "stream", "name": "stdout", "text": "a\nb\n"},
        {"output_type": "stream", "name": "stdout", "text": ""},
        {
            "output_type": "display_data",
            "metadata": {"image/png": {"width": 10}},
            "data": {
                "application/javascript": "1;\n2;\n",
                "application/json": {"lines": ["a\n", "b"]},
                "application/vnd.plotly.v1+json": {"text": "x\ny"},
                "image/png": "iVBO\nRw0K\n",
                "image/svg+xml": "<svg>\n</svg>",
                "text/html": "<p>\n</p>\n",
                "text/plain": "plain\n\nlines\n",
            },
        },
        {"output_type": "error", "ename": "Error", "evalue": "no", "traceback": ["one\ntwo", "three"]},
    ]
    code = cell("code", "code", "let x = '\u00e9 \U0001f600 \ufb00';\n\n", numbers=numbers, trusted=True)
    code.update(execution_count=3, outputs=outputs)
    markdown = cell("markdown", "markdown", "# T\u00eftle\n", empty={}, list=[], nested=[[], {}, [1, [2]]])
    markdown["attachments"] = {"a.png": {"image/png": "AAAA\nBBBB"}, "b.txt": {"text/plain": "a\nb"}}
    keys = {"\U0001f600": 1, "\uff5e": 2, "z": 3, "a": 4, "A": 5, "10": 6, "9": 7, "": 8, "quote\"\\/\b\f\n\r\t\x00\x1f\x7f": 9}
    return notebook([code, markdown, cell("raw", "raw", ends), cell("code", "empty", "")], keys=keys, signature="gone", orig_nbformat=4)


def instructor():
    solution = "function f(x: number): number {\n  // BEGIN SOLUTION\n  const y = x;\n    // END SOLUTION\n  return y;\n}"
    two = "if (a) {\n\t// BEGIN SOLUTION\n\tb();\n\t// END SOLUTION\n} else {\n      //BEGIN SOLUTION\n  c();\n//   END SOLUTION\n}\n"
    tests = "f_test(f);\n// BEGIN HIDDEN TESTS\nsecret(f);\n// END HIDDEN TESTS\ndone();\n// BEGIN HIDDEN TESTS\n// END HIDDEN TESTS"
    mark = "Draw it.\n\n=== BEGIN MARK SCHEME ===\nOne point a line.\n=== END MARK SCHEME ===\n"
    written = "Why?\n\n<!-- BEGIN SOLUTION -->\nBecause.\n<!-- END SOLUTION -->"
    run = cell("code", "run", "console.log(1);", scrolled=True, collapsed=False, tags=["skip-grading"])
    run.update(execution_count=7, outputs=[{"output_type": "stream", "name": "stdout", "text": "1\n"}])
    return notebook(
        [
            cell("markdown", "intro", "# Hello \u2013 w\u00f6rld"),
            cell("code", "given", "const a = 1;", **role("given", "locked")),
            cell("markdown", "rules", "Read this.", **role("rules", "locked")),
            cell("code", "f", solution, **role("f", "solution")),
            cell("code", "g", two, **role("g", "solution", "locked")),
            cell("code", "h", "const whole = 1;\nwhole;", **role("h", "solution")),
            cell("code", "f_test", tests, **role("f_test", "grade", "locked", points=10)),
            cell("code", "g_test", "g_test(g); // \u00fc", **role("g_test", "grade", points=2.5)),
            cell("code", "h_test", "h_test(h);", **role("h_test", "grade", "locked", points=0)),
            cell("markdown", "why", written, **role("why", "grade", "solution", points=3)),
            cell("markdown", "what", "All of it.", **role("what", "grade", "solution", points=1)),
            cell("code", "manual", "// BEGIN SOLUTION\n1;\n// END SOLUTION", **role("manual", "grade", "solution", points=4)),
            cell("markdown", "draw", mark, **role("draw", "locked", "task", points=5)),
            cell("code", "plain", "1 + 1;", **role("plain")),
            run,
        ],
        initlab={"name": "Reference", "version": "1"},
        celltoolbar="Create Assignment",
    )


def released(source):
    with tempfile.TemporaryDirectory() as course:
        folder = pathlib.Path(course, "source", "one")
        folder.mkdir(parents=True)
        shutil.copy(source, folder / "notebook.ipynb")
        pathlib.Path(course, "nbgrader_config.py").write_text(CONFIG)
        subprocess.run(["nbgrader", "generate_assignment", "one"], cwd=course, check=True)
        return nbformat.read(pathlib.Path(course, "release", "one", "notebook.ipynb"), as_version=4)


write("odd.ipynb", odd())
write("instructor.ipynb", instructor())
write("released.ipynb", released(HERE / "instructor.ipynb"))
