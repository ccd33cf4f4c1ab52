"""Import this before anything of Jupyter: its schemas then start without a grammar of addresses, which takes 1.4 s to build.

    python quick_start.py MODULE ARGUMENTS

does so for a module as `python -m MODULE ARGUMENTS` runs it.
"""

import sys

# What jsonschema looks for to check texts of the format "iri". Jupyter's schemas have none.
sys.modules["rfc3987_syntax"] = None

if __name__ == "__main__":
    from runpy import run_module

    sys.path[0] = ""
    del sys.argv[0]
    run_module(sys.argv[0], run_name="__main__", alter_sys=True)
