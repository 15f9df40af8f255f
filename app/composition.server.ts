import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pino from "pino";
import { fileOf, openDatabase } from "#db/client.server.ts";
import { applyMigrations } from "#db/migrate.ts";
import { findSession } from "#db/repositories/accounts.server.ts";
import { keepMail } from "#db/repositories/outbox.server.ts";
import * as accounts from "#db/schema/accounts.ts";
import { findChromium } from "./adapters/chromium/find-chromium.ts";
import { forOwnPages, forStrangersPages, idleBrowser, sandboxCanStart } from "./adapters/chromium/idle-browser.ts";
import { createCompute } from "./adapters/compute/thread-compute.ts";
import { documents as paper } from "./adapters/documents/documents.ts";
import { wordFiles } from "./adapters/documents/word-files.ts";
import { betterAuthIdentity } from "./adapters/identity/better-auth-identity.ts";
import { smtpMailer } from "./adapters/mail/smtp-mailer.ts";
import { absentAi } from "./adapters/offline/absent-ai.ts";
import { absentBilling } from "./adapters/offline/absent-billing.ts";
import { keptMailer } from "./adapters/offline/kept-mailer.ts";
import { openAiClient } from "./adapters/openai/openai-client.ts";
import { guardedSites } from "./adapters/site/guarded-sites.ts";
import { stripeGateway } from "./adapters/stripe/stripe-gateway.ts";
import { tables } from "./adapters/tables/tables.ts";
import { demonstrationSite } from "./demonstration/site/site.ts";
import type { Env } from "./env.server.ts";
import { loadKnowledge } from "./knowledge/load-knowledge.ts";
import { accountMails } from "./services/accounts/account-mails.ts";
import type { Deps } from "./services/deps.ts";
import type { ReportDocument } from "./services/ports/documents.ts";
import type { Log } from "./services/ports/log.ts";
import { paperTokens } from "./ui/documents/paper-style.ts";
import { reportHtml } from "./ui/documents/report-html.tsx";
import { entries, limits } from "./workers/entries.ts";

export { loadKnowledge };

export type Composed = {
  readonly deps: Deps;
  /** A report as a page that stands alone; the same that is printed. */
  readonly reportHtml: (document: ReportDocument) => string;
  /** Where the data is, in words. */
  readonly place: string;
  /** No other process shares the database. */
  readonly alone: boolean;
  close(): Promise<void>;
};

/** The deployment's secret: given, or made once and kept beside the database file for its owner alone. */
function sessionSecret(env: Env): string {
  if (env.sessionSecret !== null) return env.sessionSecret;
  const file = fileOf(env.database.url);
  if (file === null) throw new Error("A remote database needs SESSION_SECRET.");
  const path = join(dirname(file), "session-secret");
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, randomBytes(32).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(path, "utf8").trim();
}

/** Structured lines on standard output. What could hold a secret is cut out before it is written. */
function logFor(level: string): Log {
  const log = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["*.password", "*.token", "*.authorization", "*.cookie", "err.config", "err.params"],
  });
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}

/**
 * Opens the database, brings it to the newest schema, and names an adapter for every port: the offline twin where a vendor
 * is not configured. Once a process.
 */
export async function compose(env: Env): Promise<Composed> {
  const database = await openDatabase(env.database.url, env.database.authToken ?? undefined);
  await applyMigrations(database);
  const { db } = database;
  const now = () => new Date();
  const newId = () => randomUUID();
  const log = logFor(env.logLevel);
  const mail =
    env.mail.smtpUrl === null
      ? keptMailer((one) => keepMail(db, { id: newId(), at: now(), ...one }))
      : smtpMailer({ smtpUrl: env.mail.smtpUrl, from: env.mail.from });
  const compute = createCompute({ folder: new URL("./workers/", import.meta.url), entries, limits });
  const chromium = findChromium(env.chromiumPath);
  const documents = paper({
    browser: chromium === null ? null : idleBrowser(chromium, forOwnPages),
    compute,
    renderHtml: reportHtml,
    colours: paperTokens,
  });
  const sites = guardedSites({
    memory: demonstrationSite,
    readPage: (input) => compute.run("read-page", input),
    browser: chromium !== null && sandboxCanStart() ? idleBrowser(chromium, forStrangersPages) : null,
    origin: env.origin,
  });
  const deps: Deps = {
    db,
    knowledge: await loadKnowledge(),
    ai: env.openai === null ? absentAi : openAiClient({ ...env.openai, now }),
    sites,
    billing: env.stripe === null ? absentBilling : stripeGateway({ ...env.stripe, now }),
    mail,
    compute,
    documents,
    wordFiles: wordFiles(compute),
    tables,
    identity: betterAuthIdentity({
      db,
      schema: accounts,
      findSession: (token, at) => findSession(db, token, at),
      secret: sessionSecret(env),
      origin: env.origin,
      mail,
      mails: accountMails(env.origin),
      log,
      now,
    }),
    log,
    origin: env.origin,
    now,
    newId,
  };
  return {
    deps,
    reportHtml,
    place: database.place,
    alone: fileOf(env.database.url) !== null,
    async close() {
      await Promise.all([compute.close(), documents.close(), sites.close()]);
      database.close();
    },
  };
}
