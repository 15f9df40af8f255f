const rounds = 60;

/**
 * The `count` directions along which centred rows differ most, the widest first, each of length 1: subspace iteration on
 * their covariance from the coordinate axes. Deterministic.
 */
export function principalAxes(rows: readonly Float64Array[], count: number): readonly Float64Array[] {
  const size = rows[0]?.length ?? 0;
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of rows) {
    for (let a = 0; a < size; a++) {
      const line = covariance[a] as Float64Array;
      const value = row[a] ?? 0;
      for (let b = 0; b < size; b++) line[b] = (line[b] ?? 0) + value * (row[b] ?? 0);
    }
  }
  let axes: Float64Array[] = Array.from({ length: count }, (_, at) =>
    Float64Array.from({ length: size }, (__, k) => (k === at ? 1 : 0.01)),
  );
  for (let round = 0; round < rounds; round++) {
    axes = orthonormal(axes.map((axis) => Float64Array.from(covariance, (line) => product(line, axis))));
  }
  return axes;
}

/** Gram and Schmidt, in the order given. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    const left = Float64Array.from(vector);
    for (const axis of done) {
      const along = product(left, axis);
      for (let k = 0; k < left.length; k++) left[k] = (left[k] ?? 0) - along * (axis[k] ?? 0);
    }
    const length = Math.sqrt(product(left, left)) || 1;
    done.push(left.map((value) => value / length));
  }
  return done;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
