"""Executes notebooks with nbclient, as nbconvert does: {kernel: [[{source, tags}]]} on stdin, what came of each on stdout."""

import asyncio
import json
import sys

from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook


async def run(kernel, cells):
    notebook = new_notebook(cells=[new_code_cell(c["source"], metadata={"tags": c.get("tags", [])}) for c in cells])
    client = NotebookClient(notebook, kernel_name=kernel, timeout=30)
    try:
        await client.async_execute()
        error = None
    except Exception as exception:
        error = [type(exception).__name__, str(exception)]
    return {"error": error, "cells": notebook.cells, "language": notebook.metadata.get("language_info")}


async def main():
    tasks = [(kernel, run(kernel, cells)) for kernel, notebooks in json.load(sys.stdin).items() for cells in notebooks]
    results = await asyncio.gather(*(task for _, task in tasks))
    json.dump([{"kernel": kernel, **result} for (kernel, _), result in zip(tasks, results)], sys.stdout)


asyncio.run(main())
