"""Converts notebooks to pages with the project's template. Each line on stdin is a notebook, each on stdout its page.

    python convert.py FOLDER_OF_TEMPLATES
"""

import json
import sys
import traceback

import quick_start  # noqa: F401
import nbformat
from nbconvert.exporters import HTMLExporter

exporter = HTMLExporter(template_name="template", extra_template_basedirs=sys.argv[1:])
for line in sys.stdin.buffer:
    try:
        html, _ = exporter.from_notebook_node(nbformat.from_dict(json.loads(line)))
        answer = {"html": html}
    except Exception:
        answer = {"error": traceback.format_exc()}
    print(json.dumps(answer), flush=True)
