import { randomUUID } from "node:crypto";
import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import { wordFiles } from "#app/adapters/documents/word-files.ts";
import { absentAi } from "#app/adapters/offline/absent-ai.ts";
import { absentBilling } from "#app/adapters/offline/absent-billing.ts";
import { tables } from "#app/adapters/tables/tables.ts";
import { loadKnowledge } from "#app/knowledge/load-knowledge.ts";
import type { Deps } from "#app/services/deps.ts";
import { entries } from "#app/workers/entries.ts";
import type { Database } from "#db/client.server.ts";
import { fakeIdentity } from "./fake-identity.ts";
import { fakeMailer } from "./fake-mailer.ts";

let knowledge: ReturnType<typeof loadKnowledge> | null = null;

/** Deps on a real database with the real knowledge, offline vendors, tasks in this thread, and a clock that stands still. Replace what a test needs. */
export async function testDeps(db: Database, over: Partial<Deps> = {}): Promise<Deps> {
  knowledge ??= loadKnowledge();
  const compute = createCompute({ folder: null, entries });
  return {
    db,
    knowledge: await knowledge,
    ai: absentAi,
    sites: {
      get: async (url) => ({ kind: "failed", url, trouble: "refused-connection", reason: "no network in tests" }),
      inspect: async () => ({ kind: "too-heavy", reason: "nothing is inspected in this test" }),
      txtRecords: async () => [],
      render: async () => ({ kind: "not-rendered", because: "no browser in tests" }),
    },
    billing: absentBilling,
    mail: fakeMailer(),
    compute,
    wordFiles: wordFiles(compute),
    documents: {
      reportPdf: async () => ({ ok: false, failure: { kind: "document-failed", because: "no paper in this test" } }),
      close: async () => {},
    },
    tables,
    identity: fakeIdentity([]),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    origin: "https://groundwork.example",
    now: () => new Date("2026-11-22T10:00:00Z"),
    newId: randomUUID,
    ...over,
  };
}
