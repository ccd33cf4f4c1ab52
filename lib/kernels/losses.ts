import { at } from './heap';

/**
 * x, or 0 where |x| is below 1e-15: gradients of points long learnt would become subnormal on their way back and slow
 * every product down. (Where y is 1, rounding lets a − y vanish below 6e-8 already.)
 */
function settled(x: f32): f32 {
  return abs(x) < 1e-15 ? 0 : x;
}

/** Σ −y ln σ(z) − (1−y) ln(1−σ(z)) from the logits, in double precision; dz = (a − y) · scale. */
export function binaryCrossentropy(
  z: i32,
  a: i32,
  y: i32,
  dz: i32,
  rows: i32,
  cols: i32,
  stride: i32,
  scale: f32,
): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = i * stride; j < i * stride + cols; j++) {
      const target = load<f32>(at(y + j));
      const logit: f64 = load<f32>(at(z + j));
      store<f32>(at(dz + j), settled(load<f32>(at(a + j)) - target) * scale);
      sum += Math.max(logit, 0) - logit * <f64>target + Math.log1p(Math.exp(-Math.abs(logit)));
    }
  }
  return sum;
}

/** Σ −y ln softmax(z) from the logits, in double precision; dz = (a Σy − y) · scale. */
export function categoricalCrossentropy(
  z: i32,
  a: i32,
  y: i32,
  dz: i32,
  rows: i32,
  cols: i32,
  stride: i32,
  scale: f32,
): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < rows; i++) {
    const row = i * stride;
    let top = load<f32>(at(z + row));
    let weight: f32 = 0;
    for (let j = row; j < row + cols; j++) {
      top = max(top, load<f32>(at(z + j)));
      weight += load<f32>(at(y + j));
    }
    let total: f64 = 0;
    for (let j = row; j < row + cols; j++) total += Math.exp(<f64>load<f32>(at(z + j)) - <f64>top);
    const logTotal = <f64>top + Math.log(total);
    for (let j = row; j < row + cols; j++) {
      const target = load<f32>(at(y + j));
      store<f32>(at(dz + j), settled(load<f32>(at(a + j)) * weight - target) * scale);
      sum += <f64>target * (logTotal - <f64>load<f32>(at(z + j)));
    }
  }
  return sum;
}

/** Σ (a − y)²; da = 2 (a − y) · scale. */
export function meanSquaredError(
  a: i32,
  y: i32,
  da: i32,
  rows: i32,
  cols: i32,
  stride: i32,
  scale: f32,
): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = i * stride; j < i * stride + cols; j++) {
      const error = load<f32>(at(a + j)) - load<f32>(at(y + j));
      store<f32>(at(da + j), 2 * error * scale);
      sum += <f64>error * <f64>error;
    }
  }
  return sum;
}

/** How many elements of a lie on the same side of ½ as y does. */
export function binaryMatches(a: i32, y: i32, rows: i32, cols: i32, stride: i32): i32 {
  let count = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = i * stride; j < i * stride + cols; j++) {
      count += i32(load<f32>(at(a + j)) > 0.5 == load<f32>(at(y + j)) > 0.5);
    }
  }
  return count;
}

/** How many rows of a have their (first) maximum where y has it. */
export function categoricalMatches(a: i32, y: i32, rows: i32, cols: i32, stride: i32): i32 {
  let count = 0;
  for (let i = 0; i < rows; i++) {
    count += i32(largest(a + i * stride, cols) == largest(y + i * stride, cols));
  }
  return count;
}

function largest(row: i32, cols: i32): i32 {
  let best = 0;
  for (let j = 1; j < cols; j++) {
    if (load<f32>(at(row + j)) > load<f32>(at(row + best))) best = j;
  }
  return best;
}
