import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { readBytes } from "./read-bytes.server.ts";

export type Upload = { readonly fileName: string; readonly bytes: Uint8Array };

/** The file of a posted form's field. Never more than `limit` bytes and a little for the form around it are held in memory. */
export async function readUpload(
  request: Request,
  field: string,
  limit: number,
): Promise<Result<Upload, { readonly kind: "missing" | "too-large" }>> {
  const body = await readBytes(request, limit + 64 * 1024);
  if (body === null) return fail({ kind: "too-large" });
  const type = request.headers.get("content-type") ?? "";
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  const file = form?.get(field);
  if (!(file instanceof File) || (file.size === 0 && file.name === "")) return fail({ kind: "missing" });
  if (file.size > limit) return fail({ kind: "too-large" });
  return ok({ fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
}
