import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Content } from '../../binder/kernel/src/message.ts';
import { KernelClient } from './KernelClient.ts';

/*
 * Four hundred messages that no front end would send, among cells that a student might: whatever they do, the ordinary
 * cell at the end runs. Fast-check draws them. What waits is interrupted by message.
 */

/** What cells are made of, one a line. */
const words = `const a = 1
let b: string = "x"
function f(n: number) { return f(n + 1) }
f(0)
class A {
}
await null
throw null
throw new Error("😀"[0])
"😀"[0]
\`\${
/*
//
\\u
🙂
@
import { x } from "./nothing"
import * as fs from "node:fs"
export default 1
enum E { A }
<div>
process.removeAllListeners()
console.clear()
Array.prototype.map = null as never
for (let i = 0; i < 1e9; i++) {}
setTimeout(() => { throw 1 })
Promise.reject(2)
await new Promise(() => {})
return
for await (
a?.b!.c
%matplotlib inline
!ls
def f(x):`.split('\n');
const pieces = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...words, '\0') },
  // Rare: each costs a new compiler.
  { weight: 1, arbitrary: fc.constantFrom('['.repeat(6000), `("a")${'.trim()'.repeat(2000)}`) },
);
const code = fc.array(pieces, { maxLength: 4 }).map(list => list.join('\n'));
const junk = fc.oneof(
  code,
  fc.integer(),
  fc.constant(null),
  fc.array(fc.string()),
  fc.string({ unit: 'binary' }),
);
const types = 'execute complete inspect is_complete history comm_info kernel_info comm_open debug'.split(' ');
const known = fc.constantFrom(...types);
const contents = fc.oneof(
  fc.record(
    { code, cursor_pos: fc.integer({ min: -3, max: 90 }), silent: fc.boolean() },
    { requiredKeys: ['code'] },
  ),
  fc.record({ code: junk, cursor_pos: junk, user_expressions: junk, hist_access_type: junk, comm_id: junk }),
  fc.dictionary(fc.string(), junk),
);

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start('launcher');
});
afterAll(() => kernel.stop());

const byMessage = () => void kernel.request('interrupt_request', {}, 'control');

test('after four hundred odd messages an ordinary cell runs', async () => {
  const seed = Number(process.env.FUZZ_SEED ?? 0);
  const drawn = fc.sample(fc.tuple(known, contents), { seed, numRuns: 400 });
  for (const [index, [type, content]] of drawn.entries()) {
    void kernel.request(`${type}_request`, { stop_on_error: false, ...content } as Content);
    if (index % 10 > 0) continue;
    const alive = kernel.request('kernel_info_request', {}, 'control');
    expect((await kernel.interruptUntil(alive, byMessage)).reply['status'], `seed ${seed}`).toBe('ok');
  }
  await kernel.interruptUntil(kernel.execute('0'), byMessage);
  await kernel.execute('0'); // may still be told of what failed late
  const { stdout, errors } = await kernel.execute('const ordinary = 20 + 1; console.log(2 * ordinary)');
  expect([stdout, errors], `seed ${seed}`).toEqual(['42\n', []]);
}, 120_000);
