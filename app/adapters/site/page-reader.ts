import { gzipSync } from "node:zlib";
import { type InspectionInput, inspectPage } from "#app/domain/visibility/inspect-page.ts";
import type { PageAudit } from "#app/domain/visibility/visibility-audit.ts";
import type { Inspected } from "#app/services/ports/site-fetcher.ts";

export type ReadPage = (input: InspectionInput) => Promise<PageAudit>;

/** Where nobody gave a thread. */
export const readInPlace: ReadPage = async (input) => inspectPage(input, (text) => gzipSync(text).length);

/** A page that cannot be read costs its own place in the audit and nothing else. */
export function inspectWith(readPage: ReadPage): (input: InspectionInput) => Promise<Inspected> {
  return async (input) => {
    try {
      return { kind: "read", audit: await readPage(input) };
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      const ended = cause instanceof Error && cause.name === "TaskCutOff";
      return {
        kind: "too-heavy",
        reason: ended ? `Reading it was ended. ${message}` : `It could not be read: ${message}`,
      };
    }
  };
}
