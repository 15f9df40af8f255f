import { randomBytes } from "node:crypto";

/** A form that came when its session had ended: where it was going, and what was typed. */
export type KeptForm = { readonly path: string; readonly fields: readonly (readonly [string, string])[] };

const minutes = 30;
const mostForms = 500;
const mostBytes = 64 * 1024;
const kept = new Map<string, { readonly form: KeptForm; readonly until: number }>();

/** Passwords are typed again. */
const secret = /password|token|secret/i;

/**
 * Keeps what was typed for half an hour in this process's memory, under a name nobody can guess, and answers the name.
 * Null for what cannot be kept: files, more than 64 KiB, or no form at all. The oldest goes when there are 500.
 */
export async function keepForm(request: Request): Promise<string | null> {
  const form = await request.formData().catch(() => null);
  if (form === null) return null;
  const fields: [string, string][] = [];
  let size = 0;
  for (const [name, value] of form) {
    if (typeof value !== "string") return null;
    size += name.length + value.length;
    if (!secret.test(name)) fields.push([name, value]);
  }
  if (size > mostBytes) return null;
  const [oldest] = kept.keys();
  if (kept.size >= mostForms && oldest !== undefined) kept.delete(oldest);
  const id = randomBytes(18).toString("base64url");
  const { pathname, search } = new URL(request.url);
  // The query says which of two routes at one address the form is for (`?index`).
  const path = `${pathname.replace(/\.data$/, "")}${search}`;
  kept.set(id, { form: { path, fields }, until: Date.now() + minutes * 60_000 });
  return id;
}

/** The Set-Cookie value that ties a kept form to the browser it came from: nobody is led to send what another typed. */
export function keptFormCookie(id: string): string {
  return `groundwork_form=${id}; Path=/resume; HttpOnly; SameSite=Lax; Max-Age=${minutes * 60}`;
}

/** What this browser's form of that name held, or null. It stays until its time is over: sending it may fail once more. */
export function findKeptForm(id: string, cookies: string | null): KeptForm | null {
  const found = kept.get(id);
  const own = cookies?.split(/;\s*/).includes(`groundwork_form=${id}`) === true;
  if (found && own && found.until > Date.now()) return found.form;
  if (found && found.until <= Date.now()) kept.delete(id);
  return null;
}
