/** One weighted observation of a linear regression. */
export type Observation = { readonly row: readonly number[]; readonly target: number; readonly weight: number };

/** Weighted ridge regression by the normal equations; the first column is the intercept and is not penalised. */
export function solveRidge(observations: readonly Observation[], penalty: number): number[] {
  const size = observations[0]?.row.length ?? 0;
  const matrix = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size + 1 }, (_, j) => (i === j && i > 0 ? penalty : 0)),
  );
  for (const { row, target, weight } of observations) {
    row.forEach((left, i) => {
      const into = matrix[i] ?? [];
      row.forEach((right, j) => {
        into[j] = (into[j] ?? 0) + weight * left * right;
      });
      into[size] = (into[size] ?? 0) + weight * left * target;
    });
  }
  return eliminate(matrix);
}

/** Gauss-Jordan with partial pivoting; a column that carries nothing gets weight 0. */
function eliminate(matrix: number[][]): number[] {
  const size = matrix.length;
  for (let column = 0; column < size; column++) {
    const below = matrix.slice(column);
    const pivotAt =
      column +
      below.reduce(
        (best, row, at) => (Math.abs(row[column] ?? 0) > Math.abs(below[best]?.[column] ?? 0) ? at : best),
        0,
      );
    const pivot = matrix[pivotAt] ?? [];
    [matrix[pivotAt], matrix[column]] = [matrix[column] ?? [], pivot];
    const lead = pivot[column] ?? 0;
    if (Math.abs(lead) < 1e-12) continue;
    matrix.forEach((row, at) => {
      if (at === column) return;
      const factor = (row[column] ?? 0) / lead;
      for (let k = column; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
    });
  }
  return matrix.map((row, at) => (Math.abs(row[at] ?? 0) < 1e-12 ? 0 : (row[size] ?? 0) / (row[at] ?? 1)));
}
