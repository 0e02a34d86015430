/**
 * Adjusted p values that control the false discovery rate (Benjamini & Hochberg 1995, Journal of the Royal Statistical
 * Society B 57, 289–300): of the places with an adjusted value of at most a, no more than the share a is expected to be a
 * false find. NaN means "not tested": it stays NaN and does not count among the tests.
 */
export function adjustForDiscovery(p: Float64Array): Float64Array {
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  const order = Array.from(p.keys()).filter((i) => !Number.isNaN(p[i]!));
  order.sort((a, b) => p[b]! - p[a]!);
  let least = 1;
  order.forEach((i, at) => {
    least = Math.min(least, (p[i]! * order.length) / (order.length - at));
    adjusted[i] = least;
  });
  return adjusted;
}
