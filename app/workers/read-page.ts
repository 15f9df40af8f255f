import { gzipSync } from "node:zlib";
import { type InspectionInput, inspectPage } from "#app/domain/visibility/inspect-page.ts";
import type { PageAudit } from "#app/domain/visibility/visibility-audit.ts";
import { serve } from "./serve.ts";

/** Reads and audits one page. */
export function run(input: InspectionInput): PageAudit {
  return inspectPage(input, (text) => gzipSync(text).length);
}

serve("read-page", run);
