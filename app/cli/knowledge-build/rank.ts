/** Spearman's rank correlation; ties share their mean rank. */
export function spearman(left: readonly number[], right: readonly number[]): number {
  return pearson(ranks(left), ranks(right));
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const found = new Array<number>(values.length).fill(0);
  let from = 0;
  while (from < order.length) {
    let to = from + 1;
    while (to < order.length && order[to]?.value === order[from]?.value) to++;
    for (const { at } of order.slice(from, to)) found[at] = (from + to - 1) / 2;
    from = to;
  }
  return found;
}

function pearson(left: readonly number[], right: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const a = mean(left);
  const b = mean(right);
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  left.forEach((value, at) => {
    const other = right[at] ?? 0;
    product += (value - a) * (other - b);
    squareA += (value - a) ** 2;
    squareB += (other - b) ** 2;
  });
  return product / Math.sqrt(squareA * squareB);
}
