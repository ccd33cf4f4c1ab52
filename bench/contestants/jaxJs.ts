import { createRequire } from 'node:module';
import { randomState } from 'dropout-lab';
import { serve, type Task, type Training } from './protocol.ts';

/**
 * jax-js (WebAssembly): one step is one compiled function, called once for each batch. Its arrays are counted by hand: a
 * function consumes its arguments, `.ref` keeps one for later. The arguments say where the package is, and its version.
 */

const [, , path, version] = process.argv;
// It asks what browser it runs in; Node 20 has no answer.
(globalThis as { navigator?: object }).navigator ??= {};
const require = createRequire(import.meta.url);
const { defaultDevice, grad, init, jit, nn, numpy: np, random, tree } = require(path);
await init('wasm');
defaultDevice('wasm');

const SIZES = [2, 64, 64, 64, 64, 1];
const steps = new Map<number, (...args: unknown[]) => unknown[]>();
const evaluate = jit((params: any, X: any, y: any) => crossEntropy(logits(params, X), y));

await serve(version, { train });

function logits(params: any[], X: any, rate = 0, key?: any): any {
  const keys = rate ? random.split(key, params.length - 1) : undefined;
  return params.reduce((h, [w, b], i) => {
    const z = np.dot(h, w).add(b);
    if (i === params.length - 1) return z;
    const a = nn.relu(z);
    if (!keys) return a;
    const kept = random.bernoulli(keys.ref.slice(i), 1 - rate, a.shape);
    return np.where(kept, a.mul(1 / (1 - rate)), 0);
  }, X);
}

function crossEntropy(z: any, y: any): any {
  const tail = np.log1p(np.exp(np.absolute(z.ref).mul(-1)));
  return nn.relu(z.ref).sub(z.mul(y)).add(tail).mean();
}

/** Adam, as Keras has it: new weights, moments and the powers of its two rates. */
function compiledStep(rate: number): (...args: unknown[]) => unknown[] {
  const loss = (params: any, X: any, y: any, key: any) => crossEntropy(logits(params, X, rate, key), y);
  return jit((params: any, m: any, v: any, powers: any, X: any, y: any, key: any) => {
    const g = grad(loss)(tree.ref(params), X, y, key);
    const [p1, p2] = [powers.ref.slice(0).mul(0.9), powers.slice(1).mul(0.999)];
    const size = np.sqrt(np.subtract(1, p2.ref)).div(np.subtract(1, p1.ref)).mul(0.01);
    const newM = tree.map((a: any, b: any) => a.mul(0.9).add(b.mul(0.1)), m, tree.ref(g));
    const newV = tree.map((a: any, b: any) => a.mul(0.999).add(np.square(b).mul(0.001)), v, g);
    const update = (p: any, a: any, b: any) => p.sub(a.mul(size.ref).div(np.sqrt(b).add(1e-7)));
    const moved = tree.map(update, params, tree.ref(newM), tree.ref(newV));
    size.dispose();
    return [moved, newM, newV, np.stack([p1, p2])];
  });
}

async function train(task: Task, { rate, epochs, batchSize }: Training): Promise<number> {
  if (!steps.has(rate)) steps.set(rate, compiledStep(rate));
  const step = steps.get(rate)!;
  const draw = randomState(1);
  let params: any = SIZES.slice(1).map((units, i) => {
    const limit = Math.sqrt(6 / (units + SIZES[i]));
    const w = np.array(Float32Array.from(draw.uniform(-limit, limit, units * SIZES[i])));
    return [w.reshape([SIZES[i], units]), np.zeros([units])];
  });
  const zeros = (): unknown => tree.map((p: any) => np.zeros(p.shape), params);
  let [m, v, powers]: any[] = [zeros(), zeros(), np.array([1, 1])];
  const [XTest, yTest] = [np.array(task.XTest), np.array(task.yTest)];
  let validation = NaN;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = draw.permutation(task.X.length);
    for (let from = 0; from < order.length; from += batchSize) {
      const rows = Array.from(order.slice(from, from + batchSize));
      const [X, y] = [np.array(rows.map(i => task.X[i])), np.array(rows.map(i => task.y[i]))];
      const key = random.key(epoch * order.length + from);
      [params, m, v, powers] = step(params, m, v, powers, X, y, key);
    }
    validation = (await evaluate(tree.ref(params), XTest.ref, yTest.ref).data())[0];
  }
  tree.dispose([params, m, v, powers, XTest, yTest]);
  return validation;
}
