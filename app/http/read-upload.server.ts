import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { readBytes } from "./read-bytes.server.ts";

export type Upload = { readonly fileName: string; readonly bytes: Uint8Array };

/** A posted form whose fields may hold one file. */
export type Posted = { readonly form: FormData; readonly upload: Upload | null };

/** A form with a file or without. Never more than `limit` bytes and a little for the form around it are held in memory. */
export async function readPosted(
  request: Request,
  field: string,
  limit: number,
): Promise<Result<Posted, { readonly kind: "too-large" | "unreadable" }>> {
  const body = await readBytes(request, limit + 64 * 1024);
  if (body === null) return fail({ kind: "too-large" });
  const type = request.headers.get("content-type") ?? "";
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  if (form === null) return fail({ kind: "unreadable" });
  const file = form.get(field);
  if (!(file instanceof File) || (file.size === 0 && file.name === "")) return ok({ form, upload: null });
  if (file.size > limit) return fail({ kind: "too-large" });
  return ok({ form, upload: { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } });
}

/** The file of a posted form's field, by the same limit. */
export async function readUpload(
  request: Request,
  field: string,
  limit: number,
): Promise<Result<Upload, { readonly kind: "missing" | "too-large" }>> {
  const posted = await readPosted(request, field, limit);
  if (!posted.ok) return fail({ kind: posted.failure.kind === "too-large" ? "too-large" : "missing" });
  return posted.value.upload === null ? fail({ kind: "missing" }) : ok(posted.value.upload);
}
