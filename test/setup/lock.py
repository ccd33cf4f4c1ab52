"""Checks that execute.py's lock keeps two processes apart where there is no fcntl, on a stand-in for msvcrt.

    python lock.py FOLDER_OF_EXECUTE
"""

import errno
import sys
import types

held = set()


def locking(descriptor, mode, count):
    if held:
        held.clear()  # the other process ends while this one waits
        raise OSError(errno.EACCES, "Permission denied")
    held.add(descriptor)


sys.modules["msvcrt"] = types.SimpleNamespace(LK_NBLCK=2, locking=locking)
sys.modules["fcntl"] = None
sys.path.insert(0, sys.argv[1])

import execute  # noqa: E402

held.add("another")
with open(__file__) as file:
    execute.lock(file)
    print(held == {file.fileno()})
