import { normaliseTitle } from "#app/domain/exposure/normalise-title.ts";
import { normalised } from "./dawid-skene.ts";
import type { Task } from "./read-tasks.ts";

/** What the words of a task say about its class, given what is believed of all other tasks. */
export type TextReader = (
  beliefs: readonly (readonly number[])[],
  everybody: readonly number[],
) => readonly (readonly number[])[];

/** Rarer words say too little about a class, and more usual ones nothing about likeness. */
const rarest = 3;
const mostUsual = 1200;
/** Pseudo-counts that pull a word to the class shares of all tasks. */
const wordPull = 4;
const neighbours = 25;

/** The different words of each task's sentence. */
export function taskWords(tasks: readonly Task[]): readonly (readonly string[])[] {
  return tasks.map(({ text }) => [...new Set([...normaliseTitle(text), ...normaliseTitle(text.slice(300))])]);
}

/**
 * Naive Bayes over words with soft classes; a task's own belief is taken out of the counts. Words of one sentence go
 * together, so their evidence is divided by the root of their number.
 */
export function readByWords(words: readonly (readonly string[])[]): TextReader {
  const counts = countWords(words);
  const numbers = new Map([...counts].filter(([, count]) => count >= rarest).map(([word], at) => [word, at]));
  const sentences = words.map((own) => own.flatMap((word) => numbers.get(word) ?? []));
  return (beliefs, everybody) => {
    const classes = everybody.length;
    const sums = new Float64Array(numbers.size * classes);
    const totals = new Float64Array(numbers.size);
    sentences.forEach((own, at) => {
      for (const word of own) {
        totals[word] = (totals[word] ?? 0) + 1;
        for (let k = 0; k < classes; k++) {
          const into = word * classes + k;
          sums[into] = (sums[into] ?? 0) + (beliefs[at]?.[k] ?? 0);
        }
      }
    });
    return sentences.map((own, at) => {
      const belief = beliefs[at];
      const logs = everybody.map((base, k) => {
        const rest = wordPull * base - (belief?.[k] ?? 0);
        let evidence = 0;
        for (const word of own)
          evidence += Math.log(((sums[word * classes + k] ?? 0) + rest) / ((totals[word] ?? 0) - 1 + wordPull) / base);
        return Math.log(base) + evidence / Math.sqrt(own.length + 1);
      });
      const top = Math.max(...logs);
      return normalised(logs.map((log) => Math.exp(log - top)));
    });
  };
}

/** Beliefs of the most similar sentences of other occupations (tf-idf cosine), nearer ones counting much more. */
export function readByNeighbours(tasks: readonly Task[], words: readonly (readonly string[])[]): TextReader {
  const near = nearestSentences(tasks, words);
  return (beliefs, everybody) =>
    near.map((own) =>
      normalised(
        everybody.map((base, k) =>
          own.reduce((sum, [at, similarity]) => sum + 4 * similarity ** 3 * (beliefs[at]?.[k] ?? 0), 0.6 * base),
        ),
      ),
    );
}

function nearestSentences(
  tasks: readonly Task[],
  words: readonly (readonly string[])[],
): readonly (readonly (readonly [number, number])[])[] {
  const counts = countWords(words);
  const rarity = (word: string) => Math.log(words.length / (counts.get(word) ?? 1));
  const vectors = words.map((own) => {
    const length = Math.sqrt(own.reduce((sum, word) => sum + rarity(word) ** 2, 0)) || 1;
    return own.map((word) => [word, rarity(word) / length] as const);
  });
  const postings = new Map<string, [number, number][]>();
  vectors.forEach((vector, at) => {
    for (const [word, weight] of vector) {
      if ((counts.get(word) ?? 0) > mostUsual) continue;
      const entries = postings.get(word);
      if (entries === undefined) postings.set(word, [[at, weight]]);
      else entries.push([at, weight]);
    }
  });
  const similarity = new Float64Array(words.length);
  return vectors.map((vector, at) => {
    const touched: number[] = [];
    for (const [word, weight] of vector) {
      for (const [other, otherWeight] of postings.get(word) ?? []) {
        if (similarity[other] === 0) touched.push(other);
        similarity[other] = (similarity[other] ?? 0) + weight * otherWeight;
      }
    }
    const nearest = touched
      .filter((other) => (similarity[other] ?? 0) > 0.12 && tasks[other]?.onet !== tasks[at]?.onet)
      .sort((a, b) => (similarity[b] ?? 0) - (similarity[a] ?? 0) || a - b)
      .slice(0, neighbours)
      .map((other) => [other, similarity[other] ?? 0] as const);
    for (const other of touched) similarity[other] = 0;
    return nearest;
  });
}

function countWords(words: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const own of words) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
