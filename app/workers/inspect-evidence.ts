import { inspectEvidence } from "#app/adapters/tables/read-evidence.ts";
import type { FileToInspect, Inspected } from "#app/services/ports/evidence-files.ts";
import { serve } from "./serve.ts";

/** Looks at an uploaded file away from the requests: it may have been made to be slow to look at. */
export function run(file: FileToInspect): Promise<Inspected> {
  return inspectEvidence(file);
}

serve("inspect-evidence", run);
