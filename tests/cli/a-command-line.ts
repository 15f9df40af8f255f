import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commandFolder } from "./build-command.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type Running = {
  readonly child: ChildProcess;
  /** Waits for the process to end. */
  readonly ended: Promise<Ended>;
};

/** Starts `groundwork <args>` as it is shipped (`build-command.ts`), in an environment that holds nothing but what is given. */
export function startCommand(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [join(root, commandFolder, "cli.js"), ...args], {
    cwd: root,
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", LOG_LEVEL: "silent", ...env },
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, ...said }));
  return { child, ended };
}

/** Runs `groundwork <args>` to its end with `input` piped in. */
export function runCommand(args: readonly string[], input = "", env: Readonly<Record<string, string>> = {}) {
  const { child, ended } = startCommand(args, env);
  // A command that refuses its arguments does not read its input.
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(input);
  return ended;
}

/** The refusal that a command wrote as its one line of JSON. */
export function refusalOf({ err }: Ended): { code: string; message: string; path: string } {
  return JSON.parse(err.trim().split("\n").at(-1) ?? "").error;
}
