"""Works in `jupyter console` as a person at a terminal does, and prints what the screen showed after each step, as JSON.

python terminal.py KERNEL
"""

import json
import os
import re
import sys

import pexpect

LIMIT = 60
ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|\][^\x07]*\x07|[()][0-9A-Z]|[=>])|[\r\x07\x08]")

# Where the cursor is need not be asked of a terminal that nobody looks at.
os.environ.update(TERM="xterm", PROMPT_TOOLKIT_NO_CPR="1")
console = pexpect.spawn(
    os.path.join(os.path.dirname(sys.executable), "jupyter-console"),
    # On a busy machine an answer may take more than the second that is allowed by default.
    ["--kernel", sys.argv[1], "--ZMQTerminalInteractiveShell.kernel_is_complete_timeout=30"],
    dimensions=(60, 120),
    encoding="utf-8",
    timeout=LIMIT,
)
shown = []


def type_and_see(keys, expected):
    """Types, and waits until the screen shows what is expected: a regular expression of the text and its colours."""
    console.send(keys)
    console.expect(expected)
    shown.append(console.before + console.after)


OUT = r"Out\[[^\]]*\]: ?\S*"
type_and_see("", r"Node\.js")
type_and_see("function twice(x: number) {\r", r"\.\.\.: ")
type_and_see("return 2 * x;\r", r"\.\.\.: ")
type_and_see("}\r", r"In \[")
type_and_see("twice(21)\r", OUT + "42")
type_and_see("twi\t", "twice")
type_and_see("(4)\r", OUT + "8")
type_and_see('const who = await input("Your " + "name? ");\r', r"Your name\? ")
type_and_see("Ana\r", r"In \[")
type_and_see("who.length\r", OUT + "3")
type_and_see('throw new RangeError("no such " + "layer");\r', r"no such layer\r?\n(.*\n)+.*\^")
type_and_see('while (true) {}\r', r"\n")
console.expect(pexpect.TIMEOUT, timeout=1)
type_and_see("\x03", "variables are kept")
type_and_see("twice(who.length)\r", OUT + "6")
console.send("\x04")
console.expect(["exit.*\\?", pexpect.EOF])
if console.after is not pexpect.EOF:
    console.send("y\r")
    console.expect(pexpect.EOF)
console.close()
transcript = "".join(shown)
print(json.dumps({"raw": transcript, "text": ESCAPES.sub("", transcript), "code": console.exitstatus}))
