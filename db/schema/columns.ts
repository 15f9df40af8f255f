import { customType, integer, text } from "drizzle-orm/sqlite-core";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { parseKept } from "./parse-kept.ts";

/** A moment, kept as milliseconds since 1970 UTC. */
export function moment(name: string) {
  return integer(name, { mode: "timestamp_ms" });
}

export function yesNo(name: string) {
  return integer(name, { mode: "boolean" });
}

/** A value kept as JSON text. Its shape was checked at the door it came through. What is read is not to be changed in place. */
export function json<Value>(name: string) {
  return customType<{ data: Value; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (text) => parseKept(text) as Value,
  })(name);
}

/** The column every organization's row carries and every query names. */
export function organizationId() {
  return text("organization_id").$type<OrganizationId>().notNull();
}
