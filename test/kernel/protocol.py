"""Jupyter's own tests of kernels, with a sample for every capability that this one has."""

import jupyter_kernel_test


class TslabTests(jupyter_kernel_test.KernelTests):
    kernel_name = "tslab"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('trouble')"
    code_generate_error = "throw new RangeError('out of range')"
    code_inspect_sample = "parseInt"
    code_clear_output = "console.log(1); console.clear()"
    completion_samples = [
        {"text": "Math.hyp", "matches": {"hypot"}},
        {"text": "import { createServer } from 'node:htt", "matches": {"node:http", "node:http2", "node:https"}},
        {"text": "import { dropout } from 'dropout-lab/th", "matches": {"dropout-lab/theory"}},
    ]
    complete_code_samples = ["1", "const x = `a ${1} b`", "for (const i of [1]) {\n  f(i);\n}", "const re = /[(]/"]
    incomplete_code_samples = ["const a = `x", "function f() {", "f(1,", "const y =", "/* not yet", "if (x)"]
    invalid_code_samples = ["const a = );", "'not closed\n", "f(]"]
    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": "[1, 2].map(x => 2 * x)", "result": "[ 2, 4 ]"},
        {"code": "const word: string = 'text'; word", "result": "text"},
        {"code": "await new Promise(done => setTimeout(() => done(7)))", "result": "7"},
    ]
    code_display_data = [
        {"code": "import { display } from 'tslab'; display.html('<b>1</b>')", "mime": "text/html"},
        {"code": "import { display as d } from 'tslab'; d.png(new Uint8Array([1]))", "mime": "image/png"},
    ]
    code_history_pattern = "1 + ?*"
    supported_history_operations = ("tail", "range", "search")
