/** Probabilities from scores: e to each score, over their sum. */
export function softmax(scores: Float64Array | Float32Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) top = Math.max(top, scores[at] ?? 0);
  const powers = new Float64Array(scores.length);
  let total = 0;
  for (let at = 0; at < scores.length; at++) {
    const power = Math.exp((scores[at] ?? 0) - top);
    powers[at] = power;
    total += power;
  }
  for (let at = 0; at < powers.length; at++) powers[at] = (powers[at] ?? 0) / total;
  return powers;
}
