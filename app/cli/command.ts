import type { z } from "zod";
import type { Deps } from "#app/services/deps.ts";

/**
 * One headless command. `example` is a complete input: it is printed by `<command> --help` and can be piped straight back in
 * (a string is printed as it is, anything else as JSON).
 */
export type Command = {
  readonly name: string;
  readonly summary: string;
  readonly example: unknown;
  run(io: CommandIo): Promise<void>;
};

/** What a command may touch: its input, its two outputs, and the knowledge packs, loaded when first asked for. */
export type CommandIo = {
  /** Arguments after the command's name, without the input file. */
  readonly args: readonly string[];
  /** The whole input: the file named as first argument, or standard input. */
  readInput(): Promise<string>;
  /** The same input line by line, in constant memory; empty lines are left out. */
  lines(): AsyncIterable<string>;
  /** Standard output, with back-pressure: await it when much is written. */
  write(text: string): Promise<void>;
  /** Standard error, for people. */
  progress(text: string): void;
  /** The knowledge that the services of the web page are given. */
  knowledge(): Promise<Deps["knowledge"]>;
};

/** Thrown when the input cannot be accepted: one line of JSON on standard error and exit code 2. `path` names the offending field. */
export class InputRefused extends Error {
  readonly code: string;
  readonly path: string;

  constructor(code: string, message: string, path = "") {
    super(message);
    this.name = "InputRefused";
    this.code = code;
    this.path = path;
  }
}

/** What a schema reads from a value, or a refusal that names the field; `at` says where the value stands ("line 3: "). */
export function parseOrRefuse<Output>(schema: z.ZodType<Output>, value: unknown, at = ""): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = `${at}${issue?.path.join(".") ?? ""}`.replace(/(?:: |\.)$/, "");
  throw new InputRefused("invalid", issue?.message ?? "not understood", path);
}

/** Reads a whole input as JSON, or refuses it. */
export async function readJson(io: Pick<CommandIo, "readInput">): Promise<unknown> {
  return parseJson(await io.readInput(), "");
}

/** Parses one JSON text; `path` says where it came from, `line 3` say. */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputRefused("not-json", cause instanceof Error ? cause.message : "not JSON", path);
  }
}
