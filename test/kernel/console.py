"""Types into `jupyter console`, as a user would, and prints what the terminal shows: several lines, a question, the end."""

import os
import re
import sys

import pexpect

# By default a console asks no more whether code is complete once an answer takes a second, as on a busy machine it may.
patient = [f"--ZMQTerminalInteractiveShell.{name}=60" for name in ("kernel_timeout", "kernel_is_complete_timeout")]
console = pexpect.spawn(
    sys.executable,
    [*"-W ignore -m jupyter_console --kernel tslab".split(), *patient],
    encoding="utf8",
    timeout=60,
    dimensions=(50, 150),
    env={**os.environ, "TERM": "xterm"},
)
seen = open(sys.argv[1], "w") if len(sys.argv) > 1 else None
console.logfile_read = seen


def expect(pattern):
    console.expect(pattern)
    print("seen", pattern)


def prompt(number):
    expect(rf"In \[.*?{number}.*?\]:")


def type_line(text):
    console.send(text + "\r")


prompt(1)
type_line("function twice(n: number) {")
expect(r"\.\.\.:")
type_line("return 2 * n;")
expect(r"\.\.\.:")
type_line("}")
prompt(2)
type_line("twice(21)")
expect(r"Out\[.*?2.*?\]: .*?42")
prompt(3)
type_line("console.log(prompt('Your name?') + '!')")
expect(re.escape("Your name?"))
# Between its question and its reading the console sets the terminal anew, and discards what was typed by then.
for _ in range(12):
    type_line("Ada")
    if console.expect(["Ada!", pexpect.TIMEOUT], timeout=5) == 0:
        break
else:
    raise RuntimeError("the answer was never taken")
print("seen Ada!")
prompt(4)
type_line("exit")
console.expect(pexpect.EOF)
console.close()
print("exit", console.exitstatus)
