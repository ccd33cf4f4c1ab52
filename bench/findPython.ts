import { spawnSync } from 'node:child_process';

/** A Python that can import torch: `BENCH_PYTHON`, else `python3`; or why there is none. */
export function findPython(): { readonly python: string } | { readonly missing: string } {
  const candidates = process.env.BENCH_PYTHON ? [process.env.BENCH_PYTHON] : ['python3'];
  for (const python of candidates) {
    const { status } = spawnSync(python, ['-c', 'import torch'], { stdio: 'ignore' });
    if (status === 0) return { python };
  }
  const tried = process.env.BENCH_PYTHON ? 'the Python named by BENCH_PYTHON' : 'python3';
  return { missing: `${tried} cannot import torch; name a Python that can in BENCH_PYTHON` };
}
