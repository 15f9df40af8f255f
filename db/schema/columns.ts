import { integer, text } from "drizzle-orm/sqlite-core";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";

/** A moment, kept as milliseconds since 1970 UTC. */
export function moment(name: string) {
  return integer(name, { mode: "timestamp_ms" });
}

export function yesNo(name: string) {
  return integer(name, { mode: "boolean" });
}

/** A value kept as JSON text. Its shape was checked at the door it came through. */
export function json<Value>(name: string) {
  return text(name, { mode: "json" }).$type<Value>();
}

/** The column every organization's row carries and every query names. */
export function organizationId() {
  return text("organization_id").$type<OrganizationId>().notNull();
}
