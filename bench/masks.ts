/**
 * The mean loss of a linear unit over 2^20 masks: the library's doubling (one addition per mask) beside a plain
 * enumeration (n multiplications per mask), in turns. Fails when the two disagree or the library is not the faster one.
 *
 *   npx tsx bench/masks.ts
 */
import { expectedDropoutLoss, type LinearUnit } from 'dropout-lab';
import { inTurns } from './inTurns.ts';
import { ratios, spread } from './statistics.ts';

const INPUTS = 20;
const TARGET = 1;

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

const difference = Math.abs(expectedDropoutLoss(unit, TARGET) - plainEnumeration(unit, TARGET));
const { library, plain } = await inTurns(
  { library: () => expectedDropoutLoss(unit, TARGET), plain: () => plainEnumeration(unit, TARGET) },
  9,
);
const ratio = ratios(plain, library).median;

console.log(`E[L_D] over 2^${INPUTS} masks, medians of ${plain.length} rounds`);
console.log(`  expectedDropoutLoss ${spread(library).median.toFixed(1)} ms`);
console.log(
  `  plain enumeration   ${spread(plain).median.toFixed(1)} ms (${ratio.toFixed(1)} times as long)`,
);
console.log(`  difference          ${difference.toExponential(1)}`);
if (ratio <= 1 || difference > 1e-9) process.exitCode = 1;
