import { z } from "zod";
import type { TitleMatch } from "#app/domain/exposure/exposure-assessment.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import { type Command, type CommandIo, InputRefused, parseJson, parseOrRefuse } from "./command.ts";

const rowSchema = z.object({ id: z.union([z.string(), z.number()]), title: z.string(), context: z.string().nullish() });

/** Equal titles are matched once; the memory is bounded, so that rosters of any length stream. */
const remembered = 20_000;

export const command: Command = {
  name: "titles",
  summary: "job titles to occupations, with probabilities",
  example: [
    '{"id":"1","title":"Warehouse operative"}',
    '{"id":"2","title":"Disponent (m/w/d)","context":"Spedition, Landverkehr"}',
    '{"id":"3","title":"Sr. Accounts Payable Clerk"}',
    "",
  ].join("\n"),
  async run(io) {
    const matcher = matcherOf((await io.knowledge()).titles);
    const known = new Map<string, TitleMatch>();
    for await (const { value, path } of rowsOf(io)) {
      const { id, title, context } = parseOrRefuse(rowSchema, value, `${path}: `);
      const key = `${title}\u0000${context ?? ""}`;
      const match = known.get(key) ?? matcher.match(title, context ?? "");
      if (known.size >= remembered) known.clear();
      known.set(key, match);
      await io.write(`${JSON.stringify({ id, ...match })}\n`);
    }
  },
};

/** Rows of a JSON array, or of NDJSON line by line: the first letter tells which. */
async function* rowsOf(
  io: Pick<CommandIo, "lines">,
): AsyncIterable<{ readonly value: unknown; readonly path: string }> {
  let array: string[] | null = null;
  let number = 0;
  for await (const line of io.lines()) {
    number++;
    if (number === 1 && line.trimStart().startsWith("[")) array = [];
    if (array !== null) array.push(line);
    else yield { value: parseJson(line, `line ${number}`), path: `line ${number}` };
  }
  if (array === null) return;
  const rows = parseJson(array.join("\n"), "");
  if (!Array.isArray(rows)) throw new InputRefused("invalid", "expected an array of rows");
  for (const [at, value] of rows.entries()) yield { value, path: `[${at}]` };
}
