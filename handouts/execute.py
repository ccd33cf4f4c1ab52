"""Execute one notebook with its kernel through nbclient, and report each step as a line of JSON on stdout.

    python execute.py NOTEBOOK RESULT TIMEOUT_SECONDS

Only one process at a time works on RESULT; the others wait and find it finished. RESULT appears whole or not at all.
"""

import json
import os
import sys
import time

import quick_start  # noqa: F401


STARTS = 3
AFTERWARDS = "await new Promise(resolve => setTimeout(resolve, 50));"


try:
    from fcntl import LOCK_EX, flock

    def lock(file):
        """Waits until no other process has the lock. The system releases it, however this process ends."""
        flock(file, LOCK_EX)

except ImportError:
    import msvcrt  # Windows

    def lock(file):
        while True:
            try:
                return msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:  # another has it
                time.sleep(0.1)


def report(event, **fields):
    print(json.dumps({"event": event, **fields}), flush=True)


class Failure(Exception):
    def __init__(self, kind, text, name=""):
        super().__init__(text)
        self.kind, self.text, self.name = kind, text, name


def execute(notebook, **options):
    # jupyter_client looks for free ports and lets them go again before the kernel takes them. When another process is
    # quicker, the kernel dies before it answers; the next one has other ports.
    from nbclient import NotebookClient

    for _ in range(STARTS):
        try:
            return NotebookClient(notebook, **options).execute()
        except RuntimeError as error:
            if "died before replying" not in str(error):
                raise
    raise Failure("dead kernel", f"the kernel died before it answered, {STARTS} times")


def joined(outputs):
    """What a cell prints arrives in as many pieces as the machine has time for: neighbors become one output."""
    pieces = []
    for output in outputs:
        last = pieces[-1] if pieces else {}
        if output["output_type"] == last.get("output_type") == "stream" and output["name"] == last["name"]:
            last["text"] += output["text"]
        else:
            pieces.append(output)
    return pieces


def run(path, timeout):
    # Imported here: a process that waits for another's result has no use for them.
    import nbformat
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    notebook = nbformat.read(path, as_version=4)
    codes = [cell for cell in notebook.cells if cell.cell_type == "code"]
    now = {"cell": None, "since": 0.0, "reply": {}}
    seconds = {}

    # What goes wrong after a cell has ended fails the next one, so the last needs one after it.
    notebook.cells.append(nbformat.v4.new_code_cell(AFTERWARDS, id="after-the-last-cell"))

    def started(cell, cell_index):
        now.update(cell=cell["id"], since=time.monotonic())
        if cell in codes:
            report("cell", cell=cell["id"], number=codes.index(cell) + 1, of=len(codes))

    def executed(cell, cell_index, execute_reply):
        seconds[cell["id"]] = round(time.monotonic() - now["since"], 3)
        reply = now["reply"] = execute_reply["content"]
        # nbclient takes every status but `error` for success, and counts the cell itself.
        if reply.get("status") not in ("ok", "error"):
            raise Failure("not executed", f"the kernel answered with status {reply.get('status')!r}")
        if not isinstance(reply.get("execution_count"), int):
            raise Failure("not executed", "the kernel gave no execution count")

    begin = time.monotonic()
    try:
        execute(
            notebook,
            timeout=120,  # for the kernel to answer at all
            timeout_func=lambda cell: timeout,
            record_timing=False,
            resources={"metadata": {"path": os.path.dirname(os.path.abspath(path))}},
            on_cell_execute=started,
            on_cell_executed=executed,
        )
    except CellExecutionError as error:
        cell = next(cell for cell in notebook.cells if cell["id"] == now["cell"])
        printed = [o["text"] for o in cell.outputs if o["output_type"] == "stream" and o["name"] == "stderr"]
        traceback = now["reply"].get("traceback") or [f"{error.ename}: {error.evalue}", *printed]
        failure = Failure("error", "\n".join(traceback), error.ename)
    except CellTimeoutError:
        failure = Failure("timeout", f"the cell ran for more than {timeout} seconds")
    except DeadKernelError:
        failure = Failure("dead kernel", "the kernel died while it ran the cell")
    except Failure as caught:
        failure = caught
    else:
        notebook.cells.pop()
        for cell in codes:
            cell.outputs = joined(cell.outputs)
        return {"notebook": notebook, "seconds": round(time.monotonic() - begin, 3), "cellSeconds": {cell["id"]: seconds.get(cell["id"], 0) for cell in codes}}
    report("failed", cell=now["cell"], kind=failure.kind, name=failure.name, text=failure.text)
    sys.exit(1)


def main(path, result, timeout):
    with open(f"{result}.lock", "w") as file:
        lock(file)
        if not os.path.exists(result):
            execution = run(path, timeout)
            aside = f"{result}.{os.getpid()}.part"
            with open(aside, "w", encoding="utf-8") as file:
                json.dump(execution, file, ensure_ascii=False)
            os.replace(aside, result)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
