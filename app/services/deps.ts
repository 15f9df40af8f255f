import type { Database } from "#db/client.server.ts";
import type { Knowledge } from "./knowledge.ts";
import type { AiClient } from "./ports/ai-client.ts";
import type { BillingGateway } from "./ports/billing-gateway.ts";
import type { Compute } from "./ports/compute.ts";
import type { Documents } from "./ports/documents.ts";
import type { Identity } from "./ports/identity.ts";
import type { Log } from "./ports/log.ts";
import type { Mailer } from "./ports/mailer.ts";
import type { SiteFetcher } from "./ports/site-fetcher.ts";
import type { Tables } from "./ports/tables.ts";
import type { WordFiles } from "./ports/word-files.ts";

/** Everything a service may touch. Built once a process by the composition; each service asks for its part with Pick. */
export type Deps = {
  readonly db: Database;
  readonly knowledge: Knowledge;
  readonly ai: AiClient;
  readonly sites: SiteFetcher;
  readonly billing: BillingGateway;
  readonly mail: Mailer;
  readonly compute: Compute;
  readonly documents: Documents;
  readonly wordFiles: WordFiles;
  readonly tables: Tables;
  readonly identity: Identity;
  readonly log: Log;
  /** The origin under which people reach this deployment, without a trailing slash. Links in mails start with it. */
  readonly origin: string;
  readonly now: () => Date;
  readonly newId: () => string;
};
