"""Runs PyPI's jupyter_kernel_test on an installed kernel, and prints what became of each test as JSON.

    python conformance.py KERNEL

A test that has parts (unittest's subtests) has failed, or is skipped, when one of them has or is.
"""

import json
import sys
import unittest

import jupyter_kernel_test

KERNEL = sys.argv[1]


class Tests(jupyter_kernel_test.KernelTests):
    kernel_name = KERNEL
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = 'console.log("hello, world")'
    code_stderr = 'console.error("oops")'
    completion_samples = [
        {"text": "Math.sq", "matches": ["sqrt"]},
        {"text": "process.hrt", "matches": ["hrtime"]},
        {"text": "const dataset = 1; datas", "matches": ["dataset"]},
        {"text": "no_such_name.no_such_property", "matches": []},
    ]
    complete_code_samples = [
        "1 + 1",
        "const a: number = 1;",
        "function f() {\n  return 1;\n}",
        "for (const x of [1, 2]) console.log(x)",
        "await Promise.resolve(1)",
        "// only a comment",
        "",
    ]
    incomplete_code_samples = [
        "function f() {",
        "[1, 2,",
        "`a template that goes on",
        "/* a comment that goes on",
        "if (true)",
        "const a =",
    ]
    invalid_code_samples = ["const = 1;", "f(]", "1 +* 2", "}"]
    code_generate_error = 'throw new TypeError("no")'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"six" + 7', "result": "'six7'"},
        {"code": "[6, 7].map((x) => x * 7)", "result": "[ 42, 49 ]"},
        {"code": "await Promise.resolve(true)", "result": "true"},
        {
            "code": '({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>7</b>", "text/plain": "7" }) })',
            "result": "<b>7</b>",
            "mime": "text/html",
        },
    ]
    code_display_data = [
        {"code": 'display({ "text/html": "<b>7</b>", "text/plain": "7" })', "mime": "text/html"},
        {"code": 'import { display as show } from "tslab"; show.html("<b>7</b>")', "mime": "text/html"},
        {
            "code": 'import { plot_costs } from "init_utils"; plot_costs([3, 2, 1], { learning_rate: 0.01 })',
            "mime": "image/png",
        },
    ]
    code_history_pattern = "6 * 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.sqrt"
    code_clear_output = 'console.log("gone soon"); clear_output()'
    # A pager belongs to commands like IPython's `name?`; a cell in TypeScript has none, and documentation comes by
    # inspection. Payloads are on their way out of the protocol, too.
    code_page_something = ""


class Welcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = KERNEL
    support_iopub_welcome = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The client under test comes to a kernel that runs, or the status "starting" may be the first thing it hears.
        first = cls.km.client()
        first.start_channels()
        first.wait_for_ready(timeout=60)
        first.stop_channels()


class Outcomes(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.outcomes = {}

    def note(self, test, status, message):
        # A kernel that does not start is an error of the whole class, not of a test.
        name = getattr(test, "_testMethodName", str(test))
        outcome = self.outcomes.setdefault(name, {"status": "passed", "messages": []})
        if status != "passed" and outcome["status"] != "failed":
            outcome["status"] = status
        if message:
            outcome["messages"].append(message)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.note(test, "passed", "")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.note(getattr(test, "test_case", test), "skipped", reason)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.note(test, "failed", self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.note(test, "failed", self.errors[-1][1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.note(test, "failed", f"{subtest}\n{(self.failures + self.errors)[-1][1]}")


def main():
    loader = unittest.defaultTestLoader
    suite = unittest.TestSuite(loader.loadTestsFromTestCase(case) for case in (Tests, Welcome))
    outcomes = Outcomes()
    suite.run(outcomes)
    print(json.dumps(outcomes.outcomes))


main()
