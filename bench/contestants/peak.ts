/** Twelve chains of multiply and add, as many as hide the latency of both, in registers alone. */
const CHAINS = 12;
const LANES = 4;

/**
 * The most that 128-bit vectors of WebAssembly give here, in 10⁹ multiplications with addition a second: a loop that
 * loads and stores nothing. Its factor and its summand are arguments: the V8 of Node 24 builds a constant vector anew
 * wherever it is used, which takes three times as long as all the rest.
 */
export async function peak(): Promise<number> {
  const chains = Array.from({ length: CHAINS }, (_, i) => `s${i}`);
  const source = `
    export function loop(rounds: i32, factor: f32, summand: f32): f32 {
      const x = f32x4.splat(factor);
      const y = f32x4.splat(summand);
      ${chains.map((s, i) => `let ${s} = f32x4.splat(${i});`).join('\n')}
      for (let i = 0; i < rounds; i++) {
        ${chains.map(s => `${s} = f32x4.add(f32x4.mul(${s}, x), y);`).join('\n')}
      }
      return f32x4.extract_lane(${chains.reduce((sum, s) => `f32x4.add(${sum}, ${s})`)}, 0);
    }`;
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(await compiled(source)));
  const loop = exports.loop as (rounds: number, factor: number, summand: number) => number;
  const rounds = 1e6;
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    loop(rounds, 0.5, 1);
    return performance.now() - start;
  });
  return (rounds * CHAINS * LANES) / (Math.min(...times) * 1e6);
}

async function compiled(source: string): Promise<Uint8Array<ArrayBuffer>> {
  // By a variable, for its types declare a `require` of their own for everybody.
  const compiler = 'assemblyscript/asc';
  const { main } = await import(compiler);
  let bytes = new Uint8Array();
  const options = ['loop.ts', '-o', 'loop.wasm', '-O3', '--runtime', 'stub', '--enable', 'simd'];
  const { error, stderr } = await main(options, {
    readFile: (name: string) => (name === 'loop.ts' ? source : null),
    writeFile: (_name: string, contents: Uint8Array) => {
      bytes = new Uint8Array(contents);
    },
    listFiles: () => [],
  });
  if (error) throw new Error(String(stderr), { cause: error });
  return bytes;
}
