/** x where `condition` is all ones, else y. */
export function select(x: v128, y: v128, condition: v128): v128 {
  return v128.bitselect(x, y, condition);
}

export function oneOver(x: v128): v128 {
  return f32x4.div(f32x4.splat(1), x);
}

/**
 * e^x for x ≤ 0, to about one unit in the last place: x = n ln 2 + r with |r| ≤ ½ ln 2, then 2^n times a polynomial in r
 * (coefficients of Cephes expf). NaN stays NaN; below −87.3 the result stays at 1.2e-38.
 */
export function exp(x: v128): v128 {
  const bounded = f32x4.pmax(x, f32x4.splat(-87.33654));
  const n = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(Mathf.LOG2E)));
  let r = f32x4.sub(bounded, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
  let p = f32x4.splat(1.98756915e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  const exponent = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, exponent);
}
