import {
  contentOf,
  evidenceLimits,
  type FileTrouble,
  kindFor,
  officeKindOf,
} from "#app/domain/compliance/evidence/accepted-files.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import type { FileToInspect, Inspected } from "#app/services/ports/evidence-files.ts";
import { openZip } from "./open-zip.ts";
import { TableRefused } from "./table-refused.ts";

const { archive } = evidenceLimits;

/** Says what an uploaded file is by its bytes. An office file is unpacked to its end, under limits, before it is believed. */
export async function inspectEvidence({ name, bytes }: FileToInspect): Promise<Inspected> {
  const content = contentOf(bytes);
  if (content.is === "refused") return refused(content.because);
  const found =
    content.is === "office"
      ? await officeKind(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
      : content.is === "binary"
        ? content.kind
        : content.mail
          ? "mail"
          : "text";
  if (!isKind(found)) return refused(found);
  const kind = kindFor(found, name);
  return typeof kind === "string" ? refused(kind) : ok(kind);
}

type Found = Parameters<typeof kindFor>[0];
const kinds: ReadonlySet<string> = new Set<Found>(["PDF", "PNG", "JPEG", "DOCX", "XLSX", "PPTX", "text", "mail"]);

function isKind(found: Found | FileTrouble): found is Found {
  return kinds.has(found);
}

function refused(because: FileTrouble): Inspected {
  return fail({ kind: "file-refused", because });
}

const macroType = /macroEnabled|vbaProject|activeX/i;

async function officeKind(file: Buffer): Promise<"DOCX" | "XLSX" | "PPTX" | FileTrouble> {
  try {
    const zip = openZip(file, archive);
    const kind = officeKindOf(zip.names);
    let all = 0;
    for (const entry of zip.names) {
      const types = entry.toLowerCase() === "[content_types].xml" ? [] : null;
      for await (const piece of zip.unpack(entry)) {
        all += piece.byteLength;
        if (all > archive.all) return "unpacks-too-large";
        types?.push(Buffer.from(piece).toString("latin1") as never);
      }
      if (types !== null && macroType.test(types.join(""))) return "macros";
    }
    return kind;
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error;
    const { failure } = error;
    const because = failure.kind === "table-not-readable" ? failure.because : null;
    return because === "unpacks-too-large" || because === "encrypted" ? because : "damaged";
  }
}
