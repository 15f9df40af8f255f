import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import {
  plainName,
  type ReleaseFile,
  ReleaseReader,
  ReleaseRefused,
  releaseFiles,
  versionIn,
} from "#app/domain/exposure/onet-release.ts";
import type { ImportedFile } from "#app/domain/exposure/statements.ts";

/** What a folder holds: rows to put together, the files as they were read, and the release's number where it is said. */
export type Release = {
  readonly reader: ReleaseReader;
  readonly files: readonly ImportedFile[];
  readonly version: string | null;
};

const longestLine = 64 * 1024;
const mostBytes = 200 * 1024 * 1024;
const mostRows = 500_000;

/** Reads a release in its published text form, line by line. Throws ReleaseRefused with file, line and reason. */
export async function readRelease(folder: string): Promise<Release> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new ReleaseRefused(`${folder} is no folder.`);
  const names = readdirSync(folder);
  const found = Object.entries(releaseFiles).map(([kind, form]) => {
    const wanted = new Set(form.names.map(plainName));
    const matching = names.filter((name) => /\.(txt|csv|tsv)$/i.test(name) && wanted.has(plainName(name)));
    if (matching.length > 1) throw new ReleaseRefused(`${matching.join(" and ")} are the same file twice.`);
    return { kind: kind as ReleaseFile, form, name: matching[0] };
  });
  const missing = found.filter(({ name, form }) => name === undefined && form.optional !== true);
  if (missing.length > 0)
    throw new ReleaseRefused(`${folder} lacks ${missing.map(({ form }) => `${form.names[0]}.txt`).join(", ")}.`);
  const reader = new ReleaseReader();
  const files: ImportedFile[] = [];
  for (const { kind, name } of found) if (name !== undefined) files.push(await readFile(folder, name, kind, reader));
  return { reader, files, version: versionOf(folder, names) };
}

function versionOf(folder: string, names: readonly string[]): string | null {
  const readme = names.find((name) => plainName(name) === "readme");
  const text = readme === undefined ? "" : readFileSync(join(folder, readme), "utf8").slice(0, 20_000);
  return versionIn(text) ?? versionIn(basename(folder));
}

async function readFile(folder: string, name: string, kind: ReleaseFile, reader: ReleaseReader): Promise<ImportedFile> {
  const path = join(folder, name);
  const { size } = statSync(path);
  if (size > mostBytes) throw new ReleaseRefused(`${name} has ${size} bytes; at most ${mostBytes} are read.`);
  const { columns, more } = releaseFiles[kind];
  const hash = createHash("sha256");
  let split: ((line: string) => readonly string[]) | null = null;
  let header: readonly string[] = [];
  let rows = 0;
  let at = 0;
  for await (const line of linesIn(path, name, (bytes) => hash.update(bytes))) {
    at += 1;
    if (split === null) {
      split = splitterFor(line);
      header = split(line).map((cell) => cell.trim());
      const lacks = columns.filter((column) => !header.includes(column));
      if (lacks.length > 0)
        throw new ReleaseRefused(
          `${name} lacks the column ${lacks.map((column) => `“${column}”`).join(", ")}; it has ${header
            .map((column) => `“${column.slice(0, 40)}”`)
            .slice(0, 12)
            .join(", ")}.`,
        );
      continue;
    }
    if (line.trim() === "") continue;
    const cells = split(line);
    const place = `${name}, line ${at}`;
    if (cells.length > header.length) throw new ReleaseRefused(`${place}: more cells than the header has columns.`);
    const row = Object.fromEntries(
      [...columns, ...more].map((column) => [column, cells[header.indexOf(column)] ?? ""]),
    );
    reader.take(kind, row, place);
    rows += 1;
    if (rows > mostRows) throw new ReleaseRefused(`${name} has more than ${mostRows} rows.`);
  }
  if (rows === 0) throw new ReleaseRefused(`${name} has no rows.`);
  return { name, sha256: hash.digest("hex"), bytes: size, rows };
}

/** Lines without their ends. Only one line is ever held, and a line that does not end is refused before it is read. */
async function* linesIn(path: string, name: string, seen: (bytes: Buffer) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  let lines = 0;
  const decode = (bytes?: Buffer) => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new ReleaseRefused(
        `${name}, near line ${lines + 1}: not UTF-8. Save it as UTF-8 text, as it is published.`,
      );
    }
  };
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    seen(bytes);
    const parts = (rest + decode(bytes)).split("\n");
    rest = parts.pop() ?? "";
    for (const line of parts) {
      lines += 1;
      yield checked(line);
    }
    checked(rest);
  }
  rest += decode();
  if (rest !== "") yield checked(rest);

  function checked(line: string): string {
    if (line.length > longestLine)
      throw new ReleaseRefused(`${name}, near line ${lines + 1}: a line of more than ${longestLine} characters.`);
    if (line.includes("\0")) throw new ReleaseRefused(`${name}, near line ${lines + 1}: not a text file.`);
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  }
}

/** Tabs as published; commas or semicolons, with quotes, where somebody has saved it from a spreadsheet. */
function splitterFor(header: string): (line: string) => readonly string[] {
  if (header.includes("\t")) return (line) => line.split("\t").map(unquoted);
  const delimiter = header.split(";").length > header.split(",").length ? ";" : ",";
  return (line) => cellsOf(line, delimiter);
}

function unquoted(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? "";
    if (sign === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell];
}
