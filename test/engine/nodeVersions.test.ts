import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeBinary } from '../fixtures/nodeBinary.ts';

const script = fileURLToPath(new URL('../fixtures/printBits.mjs', import.meta.url));
const MINUTES = 60_000;

/** What printBits.mjs prints: how many numbers a sweep, data and theory gave, and a digest of their bits. */
async function printed(node: string): Promise<string> {
  const { stdout } = await promisify(execFile)(node, [script]);
  return stdout.trim();
}

describe('a sweep, data and theory', () => {
  let here: string;
  beforeAll(async () => {
    here = await printed(process.execPath);
    expect(here).toMatch(/^\d{5,} [\da-f]{64}$/);
  });

  it.for(['20.20.2', '22.23.3', '24.21.0'])(
    'have the same bits under Node %s as here',
    { timeout: 5 * MINUTES },
    async (version, { skip }) => {
      const node = await nodeBinary(version);
      if (node === undefined) skip(`npm, which carries Node ${version}, cannot be reached`);
      else expect(await printed(node)).toBe(here);
    },
  );
});
