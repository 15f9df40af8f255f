/** What may be uploaded as evidence. One place for every limit: pages and doors read it from here. */
export const evidenceLimits = {
  /** Bytes of one file. */
  file: 20 * 1024 * 1024,
  /** Bytes of all files of an organization together, removed ones too until they are gone. */
  organization: 1024 * 1024 * 1024,
  /** The same while nobody has claimed the organization. */
  guest: 60 * 1024 * 1024,
  /** Pieces of evidence of an organization. */
  pieces: 5_000,
  /** Inside of an office file: entries, bytes of one and of all unpacked, unpacked bytes for a packed one. */
  archive: { entries: 5_000, unpacked: 64 * 1024 * 1024, all: 160 * 1024 * 1024, ratio: 200 },
} as const;

/** A kind of file that is kept: its media type and the endings that its name may have. */
export type FileKind = { readonly kind: string; readonly type: string; readonly endings: readonly string[] };

const office = "application/vnd.openxmlformats-officedocument";

export const fileKinds = [
  { kind: "PDF", type: "application/pdf", endings: ["pdf"] },
  { kind: "PNG", type: "image/png", endings: ["png"] },
  { kind: "JPEG", type: "image/jpeg", endings: ["jpg", "jpeg"] },
  { kind: "DOCX", type: `${office}.wordprocessingml.document`, endings: ["docx"] },
  { kind: "XLSX", type: `${office}.spreadsheetml.sheet`, endings: ["xlsx"] },
  { kind: "PPTX", type: `${office}.presentationml.presentation`, endings: ["pptx"] },
  { kind: "CSV", type: "text/csv", endings: ["csv", "tsv"] },
  { kind: "TXT", type: "text/plain", endings: ["txt", "md", "log"] },
  { kind: "EML", type: "message/rfc822", endings: ["eml"] },
] as const satisfies readonly FileKind[];

/** Why a file is not kept, as a code that the strings catalogue knows. */
export type FileTrouble =
  | "empty"
  | "program"
  | "script"
  | "web-page"
  | "drawing"
  | "macros"
  | "active-pdf"
  | "two-kinds"
  | "archive"
  | "old-office"
  | "unpacks-too-large"
  | "encrypted"
  | "damaged"
  | "unknown-kind"
  | "unknown-ending"
  | "ending-differs";

/** What the bytes are. `office` is an archive whose entries have yet to be looked at. */
export type Content =
  | { readonly is: "binary"; readonly kind: "PDF" | "PNG" | "JPEG" }
  | { readonly is: "office" }
  | { readonly is: "text"; readonly mail: boolean }
  | { readonly is: "refused"; readonly because: FileTrouble };

function refused(because: FileTrouble): Content {
  return { is: "refused", because };
}

function begins(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function latin(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}

/** Bytes at each end of a picture or a PDF that are searched for a second kind. */
const ends = 4_096;
const markup = /<(?:!doctype|html|script|svg|iframe|body|object|embed)[\s>/]/i;
const drawing = /<svg[\s>]/i;
const activePdf = /\/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)[\s(<[/]/;
const program = [
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x00, 0x61, 0x73, 0x6d],
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
] as const;
const archives = [
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0xfd, 0x37, 0x7a, 0x58],
] as const;

/** True when the first or last bytes hold a page, a script or an archive besides. */
function holdsAnother(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, ends));
  const tail = latin(bytes.subarray(Math.max(0, bytes.length - ends)));
  return markup.test(head) || markup.test(tail) || tail.includes("PK\x05\x06");
}

function pdf(bytes: Uint8Array): Content {
  if (holdsAnother(bytes)) return refused("two-kinds");
  const text = latin(bytes);
  if (!text.slice(-2_048).includes("%%EOF")) return refused("damaged");
  return activePdf.test(text) ? refused("active-pdf") : { is: "binary", kind: "PDF" };
}

const mailHead = /^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/;
const dangerousName =
  /name\*?="?[^"\n]*\.(?:exe|dll|scr|com|bat|cmd|js|jse|vbs|vbe|wsf|hta|ps1|msi|jar|lnk|iso|docm|xlsm|pptm|html?|svg)"?/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no text has
const control = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/;

function text(bytes: Uint8Array): Content {
  const wide = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff);
  const read = wide ? latin(bytes.filter((byte) => byte !== 0)).slice(2) : latin(bytes).replace(/^\xef\xbb\xbf/, "");
  if (control.test(read)) return refused("unknown-kind");
  const begun = read.trimStart().replaceAll("\r\n", "\n");
  if (begun.startsWith("#!")) return refused("script");
  const head = begun.slice(0, 32_768);
  const mail = mailHead.test(head) && /^(?:from|received|date|message-id|mime-version):/im.test(head);
  if (mail) return dangerousName.test(begun) ? refused("program") : { is: "text", mail: true };
  if (drawing.test(begun)) return refused("drawing");
  if (markup.test(begun) || begun.startsWith("<?")) return refused("web-page");
  if (/^\{\\rtf/.test(begun)) return refused("unknown-kind");
  return { is: "text", mail: false };
}

/** What a file is by its bytes alone. Its name is never believed. */
export function contentOf(bytes: Uint8Array): Content {
  if (bytes.length === 0) return refused("empty");
  if (program.some((signature) => begins(bytes, ...signature))) return refused("program");
  // A text may begin with these two letters as well; a program has zeros right behind them.
  if (begins(bytes, 0x4d, 0x5a) && bytes.subarray(0, 512).includes(0)) return refused("program");
  if (archives.some((signature) => begins(bytes, ...signature))) return refused("archive");
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused("old-office");
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return { is: "office" };
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return pdf(bytes);
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) {
    return holdsAnother(bytes) ? refused("two-kinds") : { is: "binary", kind: "PNG" };
  }
  if (begins(bytes, 0xff, 0xd8, 0xff))
    return holdsAnother(bytes) ? refused("two-kinds") : { is: "binary", kind: "JPEG" };
  return text(bytes);
}

/** What an archive is by the names of its entries: an office file without macros, or why not. */
export function officeKindOf(names: readonly string[]): "DOCX" | "XLSX" | "PPTX" | FileTrouble {
  const inside = names.map((name) => name.toLowerCase().replaceAll("\\", "/"));
  const has = (name: string) => inside.includes(name);
  if (inside.some((name) => /vba(project|data)|activex|macrosheets|\/oleobject[^/]*$/.test(name))) return "macros";
  if (inside.some((name) => /\.(?:exe|dll|js|vbs|hta|ps1|bat|cmd|scr|jar|msi|svg|html?)$/.test(name))) return "program";
  if (!has("[content_types].xml")) return "archive";
  if (has("word/document.xml")) return "DOCX";
  if (has("xl/workbook.xml")) return "XLSX";
  if (has("ppt/presentation.xml")) return "PPTX";
  return "archive";
}

export function endingOf(fileName: string): string {
  const at = fileName.lastIndexOf(".");
  return at < 0 ? "" : fileName.slice(at + 1).toLowerCase();
}

const scripts: ReadonlySet<string> = new Set(
  "bat cmd com exe hta jar js jse mjs pl ps1 psm1 py rb scr sh vbe vbs wsf wsh".split(" "),
);

/** The kind under which a file is kept, when its name ends as its content does. */
export function kindFor(
  content: "PDF" | "PNG" | "JPEG" | "DOCX" | "XLSX" | "PPTX" | "text" | "mail",
  fileName: string,
): FileKind | FileTrouble {
  const ending = endingOf(fileName);
  if (scripts.has(ending)) return "script";
  const named = fileKinds.find(({ endings }) => (endings as readonly string[]).includes(ending));
  if (named === undefined) return "unknown-ending";
  if (content === "text" || content === "mail") {
    const fits = content === "mail" ? ["EML", "TXT"] : ["CSV", "TXT"];
    return fits.includes(named.kind) ? named : "ending-differs";
  }
  return named.kind === content ? named : "ending-differs";
}

const longestStem = 109;
const longestEnding = 10;

/** A name that is safe in a header and on a disk: no path, no control characters, no more than 120 characters. */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/[^A-Za-z0-9 ._()-]/g, "_");
  const at = plain.lastIndexOf(".");
  const ending = plain
    .slice(at + 1)
    .trim()
    .slice(0, longestEnding);
  const named = at < 0 || ending === "" ? "" : `.${ending}`;
  const stem = (at < 0 ? plain : plain.slice(0, at)).replace(/^[. ]+/, "").trim();
  return `${stem.slice(0, longestStem) || "evidence"}${named}`;
}
