import { StringDecoder } from "node:string_decoder";
import { InputRefused } from "./command.ts";

/** Bytes of a whole document, and characters of one line of a stream: beyond them no text could be held or parsed. */
const most = { document: 256 * 1024 * 1024, line: 64 * 1024 * 1024 };

/** The whole of an input; an empty one is refused, because no command has an empty document. */
export async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytesOf(stream)) {
    size += chunk.length;
    if (size > most.document) throw new InputRefused("too-large", "the input is longer than 256 MB");
    chunks.push(chunk);
  }
  const text = withoutMark(Buffer.concat(chunks).toString("utf8"));
  if (text.trim() === "") throw new InputRefused("empty", "the input is empty");
  return text;
}

/** The lines of an input in constant memory, empty ones left out; an input without any is refused. */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncIterable<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let some = false;
  let first = true;
  const take = function* (text: string): Iterable<string> {
    for (const line of text.split("\r")) {
      if (line.trim() === "") continue;
      some = true;
      yield line;
    }
  };
  for await (const chunk of bytesOf(stream)) {
    const text = decoder.write(chunk);
    const lines = (rest + (first ? withoutMark(text) : text)).split("\n");
    first &&= text === "";
    rest = lines.pop() ?? "";
    if (rest.length > most.line) throw new InputRefused("too-large", "a line is longer than 64 MB");
    for (const line of lines) yield* take(line);
  }
  yield* take(rest + decoder.end());
  if (!some) throw new InputRefused("empty", "the input is empty");
}

/** A file that cannot be read is refused like any other input. */
async function* bytesOf(stream: NodeJS.ReadableStream): AsyncIterable<Buffer> {
  try {
    for await (const chunk of stream) yield Buffer.from(chunk);
  } catch (cause) {
    if (!(cause instanceof Error) || !("syscall" in cause)) throw cause;
    throw new InputRefused("no-such-file", `the file cannot be read: ${cause.message}`, "file");
  }
}

function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}
