/**
 * Complementary error function to about 16 digits: W. J. Cody, "Rational Chebyshev approximations for the error function",
 * Mathematics of Computation 23 (1969), 631–637, in the form of netlib's CALERF.
 */
const nearZero = {
  top: [0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694],
  bottom: [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171],
};
const middle = {
  top: [
    2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001,
    881.952221241769, 1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
  ],
  bottom: [
    1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
    4362.619090143247, 3439.3676741437216, 1230.3393548037495,
  ],
};
const far = {
  top: [
    0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
    0.0006587491615298378,
  ],
  bottom: [
    1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
  ],
};
const inverseRootPi = 1 / Math.sqrt(Math.PI);

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

/** 1 − erf(x) for x ≥ 0, without loss of digits in the tail; 0 beyond about 26.5. */
function erfcOf(x: number): number {
  if (x <= 0.46875) {
    const y = x * x;
    return 1 - (x * polynomial(nearZero.top, y)) / polynomial(nearZero.bottom, y);
  }
  if (x > 26.6) return 0;
  const step = Math.trunc(x * 16) / 16;
  const bell = Math.exp(-step * step) * Math.exp(-(x - step) * (x + step));
  if (x <= 4) return (bell * polynomial(middle.top, x)) / polynomial(middle.bottom, x);
  const y = 1 / (x * x);
  const tail = (y * polynomial(far.top, y)) / polynomial(far.bottom, y);
  return (bell * (inverseRootPi - tail)) / x;
}

/** Chance that a standard normal number is at least as far from 0 as z: the two-sided p of a z score. NaN for NaN. */
export function twoSidedP(z: number): number {
  return Number.isNaN(z) ? Number.NaN : erfcOf(Math.abs(z) / Math.SQRT2);
}
