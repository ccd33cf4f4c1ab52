"""Import this before anything of Jupyter: its schemas then start without a grammar of addresses, which takes 1.4 s to build."""

import sys

# What jsonschema looks for to check texts of the format "iri". The schema of notebooks has none.
sys.modules["rfc3987_syntax"] = None
