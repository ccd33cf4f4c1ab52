/**
 * The mean loss of a linear unit over 2^20 masks: the library's doubling (one addition per mask) beside a plain
 * enumeration (n multiplications per mask), in one run. Fails when the library takes a second or more, or when
 * the two disagree. Run: npx tsx bench/masks.ts
 */
import { expectedDropoutLoss, type LinearUnit } from '../lib/src/index.ts';

const INPUTS = 20;
const TARGET = 1;
const REPEATS = 5;

const unit: LinearUnit = {
  inputs: Array.from({ length: INPUTS }, (_, i) => Math.cos(i)),
  weights: Array.from({ length: INPUTS }, (_, i) => Math.sin(2 * i)),
  rate: 0.3,
  scaling: 'inverted',
};

function plainEnumeration({ inputs, weights, rate }: LinearUnit, target: number): number {
  const n = inputs.length;
  let mean = 0;
  for (let mask = 0; mask < 2 ** n; mask++) {
    let probability = 1;
    let output = 0;
    for (let i = 0; i < n; i++) {
      const kept = (mask >> i) & 1;
      probability *= kept ? 1 - rate : rate;
      output += (kept * weights[i] * inputs[i]) / (1 - rate);
    }
    mean += (probability * (target - output) ** 2) / 2;
  }
  return mean;
}

function fastest(run: () => void): number {
  const times = Array.from({ length: REPEATS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const difference = Math.abs(expectedDropoutLoss(unit, TARGET) - plainEnumeration(unit, TARGET));
const plain = fastest(() => plainEnumeration(unit, TARGET));
const library = fastest(() => expectedDropoutLoss(unit, TARGET));

console.log(`E[L_D] over 2^${INPUTS} masks, fastest of ${REPEATS} runs`);
console.log(`  expectedDropoutLoss ${library.toFixed(1)} ms`);
console.log(`  plain enumeration   ${plain.toFixed(1)} ms (${(plain / library).toFixed(1)} times as long)`);
console.log(`  difference          ${difference.toExponential(1)}`);
if (library >= 1000 || difference > 1e-9) process.exitCode = 1;
