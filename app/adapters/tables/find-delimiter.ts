const candidates = [",", ";", "\t", "|"] as const;

/** Counts of each candidate outside quotes in one record that starts at `from`; and where the next record starts. */
function countRecord(text: string, from: number): { counts: Map<string, number>; next: number } {
  const counts = new Map<string, number>();
  let quoted = false;
  let at = from;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === "\n") break;
    else if (!quoted && (candidates as readonly string[]).includes(character)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return { counts, next: at + 1 };
}

/** The character that separates cells: of the candidates, the one with the same number in most of the first 20 records. */
export function findDelimiter(text: string): string {
  const sample = text.slice(0, 100_000);
  const records: Map<string, number>[] = [];
  for (let at = 0; at < sample.length && records.length < 20; ) {
    const { counts, next } = countRecord(sample, at);
    if (sample.slice(at, next).trim() !== "") records.push(counts);
    at = next;
  }
  const head = records[0];
  let best = ",";
  let most = 0;
  for (const candidate of candidates) {
    const expected = head?.get(candidate) ?? 0;
    const agreeing = expected === 0 ? 0 : records.filter((counts) => counts.get(candidate) === expected).length;
    if (agreeing > most) {
      best = candidate;
      most = agreeing;
    }
  }
  return best;
}
