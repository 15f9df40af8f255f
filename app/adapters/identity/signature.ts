import { createHmac, timingSafeEqual } from "node:crypto";

export type Signer = { sign(text: string): string; unsign(signed: string): string | null };

/** Signs text with a key of its own, derived from the house's secret for one purpose. */
export function signer(secret: string, purpose: string): Signer {
  const key = createHmac("sha256", secret).update(`groundwork/${purpose}`).digest();
  const mac = (text: string) => createHmac("sha256", key).update(text).digest();
  return {
    sign: (text) => `${text}.${mac(text).toString("base64url")}`,
    unsign(signed) {
      const dot = signed.lastIndexOf(".");
      if (dot < 0) return null;
      const text = signed.slice(0, dot);
      const given = Buffer.from(signed.slice(dot + 1), "base64url");
      const expected = mac(text);
      return given.length === expected.length && timingSafeEqual(given, expected) ? text : null;
    },
  };
}

/** The token in a session cookie as better-auth signs it (HMAC-SHA256, base64, behind a dot), or null. */
export function sessionToken(header: string | null, cookieName: string, secret: string): string | null {
  for (const part of header?.split(";") ?? []) {
    const equals = part.indexOf("=");
    if (part.slice(0, equals).trim() !== cookieName) continue;
    const value = decoded(part.slice(equals + 1).trim());
    const dot = value.lastIndexOf(".");
    if (dot < 1) return null;
    const expected = createHmac("sha256", secret).update(value.slice(0, dot)).digest();
    const given = Buffer.from(value.slice(dot + 1), "base64");
    return given.length === expected.length && timingSafeEqual(given, expected) ? value.slice(0, dot) : null;
  }
  return null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
