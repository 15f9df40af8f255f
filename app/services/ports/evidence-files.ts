import type { FileKind, FileTrouble } from "#app/domain/compliance/evidence/accepted-files.ts";
import type { Result } from "#app/domain/kernel/result.ts";

export type FileToInspect = { readonly name: string; readonly bytes: Uint8Array };

/** What an uploaded file is by its bytes, or why it is not kept. */
export type Inspected = Result<FileKind, { readonly kind: "file-refused"; readonly because: FileTrouble }>;
