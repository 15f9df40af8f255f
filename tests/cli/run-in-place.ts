import { Readable } from "node:stream";
import { InputRefused } from "#app/cli/command.ts";
import { commands } from "#app/cli/commands.ts";
import { linesOf, readAll } from "#app/cli/read-input.ts";
import { loadKnowledge } from "#app/knowledge/load-knowledge.ts";

type Ran = {
  readonly out: string;
  readonly refused: { readonly code: string; readonly message: string; readonly path: string } | null;
};

/** Runs a command in this process, with `input` as its standard input in small pieces. A fault of ours is thrown. */
export async function runInPlace(name: string, input: string, args: readonly string[] = []): Promise<Ran> {
  const entry = commands[name];
  if (entry === undefined) throw new Error(`no command ${name}`);
  const { command } = await entry.load();
  const bytes = Buffer.from(input);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 1_000) }, (_, at) =>
    bytes.subarray(at * 1_000, (at + 1) * 1_000),
  );
  const out: string[] = [];
  try {
    await command.run({
      args,
      readInput: () => readAll(Readable.from(pieces)),
      lines: () => linesOf(Readable.from(pieces)),
      write: async (text) => void out.push(text),
      progress: () => undefined,
      knowledge: loadKnowledge,
    });
    return { out: out.join(""), refused: null };
  } catch (cause) {
    if (!(cause instanceof InputRefused)) throw cause;
    const { code, message, path } = cause;
    return { out: out.join(""), refused: { code, message, path } };
  }
}
