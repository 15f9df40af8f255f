import { createReadStream } from "node:fs";
import { type Command, type CommandIo, InputRefused } from "./command.ts";
import { commands } from "./commands.ts";
import { linesOf, readAll } from "./read-input.ts";

/** Exit codes: 0 done, 2 the input is refused, 1 a fault of ours. */
async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") return help();
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined)
    return refuse(new InputRefused("unknown-command", `no command "${name}"; see: help`, "command"));
  const { command } = await entry.load();
  if (rest.includes("--help") || rest.includes("-h")) return commandHelp(command);
  try {
    await command.run(await doorFor(rest));
    return 0;
  } catch (cause) {
    if (cause instanceof InputRefused) return refuse(cause);
    throw cause;
  }
}

async function help(): Promise<number> {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  await write(
    `groundwork <command> [file] [options]\n\nReads JSON from the file or standard input, writes JSON to standard output.\n\n${rows.join("\n")}\n\n` +
      "groundwork <command> --help prints an example input. Exit codes: 0 done, 2 input refused, 1 a fault of ours.\n",
  );
  return 0;
}

/** The example alone goes to standard output, so that it can be piped back in; the words go to standard error. */
async function commandHelp(command: Command): Promise<number> {
  process.stderr.write(`${command.name}: ${command.summary}. Example input:\n`);
  await write(typeof command.example === "string" ? command.example : `${JSON.stringify(command.example, null, 2)}\n`);
  return 0;
}

async function doorFor(rest: readonly string[]): Promise<CommandIo> {
  const [first, ...others] = rest;
  const file = first !== undefined && !first.startsWith("-") && !/^https?:/i.test(first) ? first : null;
  return {
    args: file === null ? rest : others,
    readInput: () => readAll(file === null ? process.stdin : createReadStream(file)),
    lines: () => linesOf(file === null ? process.stdin : createReadStream(file)),
    write,
    progress: (text) => void process.stderr.write(`${text}\n`),
    knowledge: async () => (await import("#app/knowledge/load-knowledge.ts")).loadKnowledge(),
  };
}

async function write(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resume) => process.stdout.once("drain", resume));
}

function refuse({ code, message, path }: InputRefused): number {
  process.stderr.write(`${JSON.stringify({ error: { code, message, path } })}\n`);
  return 2;
}

process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  // The reader of a pipe has seen enough (`… | head`).
  process.exit(cause.code === "EPIPE" ? 0 : 1);
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (cause: unknown) => {
    process.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
    process.exitCode = 1;
  },
);
