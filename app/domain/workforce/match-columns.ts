/** Headers as names that are unique: blanks are numbered, repetitions get their turn in brackets. */
export function columnNames(headers: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headers.map((header, at) => {
    const name = header.trim() === "" ? `Column ${at + 1}` : header.trim();
    const turn = (seen.get(name) ?? 0) + 1;
    seen.set(name, turn);
    return turn === 1 ? name : `${name} (${turn})`;
  });
}

/** A header, or a word it is known by, without case, accents, spaces, signs and what stands in brackets. */
export function plainHeader(header: string): string {
  return header
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/\([^)]{0,200}\)/g, "")
    .replace(/[^a-z0-9]/g, "");
}

/**
 * Which column says what: an exact word first, then a word that begins or ends a header. Each column once, each field once; `words` are
 * plain headers, and the first hit wins.
 */
export function matchColumns<Field extends string>(
  fields: readonly Field[],
  words: Readonly<Record<Field, readonly string[]>>,
  columns: readonly string[],
): { readonly [F in Field]?: string } {
  const names = columns.map(plainHeader);
  const taken = new Set<number>();
  const found: { [F in Field]?: string } = {};
  const take = (field: Field, at: number): void => {
    const column = columns[at];
    if (at < 0 || column === undefined || found[field] !== undefined) return;
    taken.add(at);
    found[field] = column;
  };
  for (const field of fields) {
    const exact = words[field].map((word) => names.findIndex((name, at) => !taken.has(at) && name === word));
    take(field, exact.find((at) => at >= 0) ?? -1);
  }
  for (const field of fields) {
    const near = (name: string): boolean =>
      words[field].some((word) => word.length >= 4 && (name.startsWith(word) || name.endsWith(word)));
    take(
      field,
      names.findIndex((name, at) => !taken.has(at) && near(name)),
    );
  }
  return found;
}

/** The cells of one row by field. */
export function cellsBy<Field extends string>(
  fields: readonly Field[],
  row: readonly string[],
  columns: readonly string[],
  mapping: { readonly [F in Field]?: string },
): { readonly [F in Field]?: string } {
  const cells: { [F in Field]?: string } = {};
  for (const field of fields) {
    const column = mapping[field];
    const at = column === undefined ? -1 : columns.indexOf(column);
    const cell = at < 0 ? undefined : row[at];
    if (cell !== undefined) cells[field] = cell.trim();
  }
  return cells;
}
