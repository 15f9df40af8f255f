import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { compose } from "#app/composition.server.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import type { OrganizationId, SystemId, UserId } from "#app/domain/kernel/ids.ts";
import { type IsoDate, isoDateOf, parseIsoDate } from "#app/domain/kernel/iso-date.ts";
import { readEnv } from "#app/env.server.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { assessEverything } from "#app/services/intake/assess-everything.server.ts";
import { enterOrganization, type OrganizationDescription } from "#app/services/intake/enter-organization.server.ts";
import { loadWhole } from "#app/services/intake/load-whole.server.ts";
import { startBareOrganization } from "#app/services/intake/start-bare-organization.server.ts";
import { assessExample } from "./assess-example.ts";
import { type Command, type CommandIo, InputRefused, readJson } from "./command.ts";
import { readExposureInput } from "./exposure.ts";
import { optionOf } from "./option.ts";

const level = z.union([z.literal([1, 2, 3, 4, 5]), z.literal(["unknown", "na"])]);

const evidence = z.literal([0, 1, 2, 3, 4]);

const wholeSchema = z.looseObject({
  name: z.string().default("Organization"),
  asOf: z.string().nullish(),
  currency: z.string().nullish(),
  roles: z.array(z.unknown()).nullish(),
  website: z.url({ protocol: /^https?$/ }).nullish(),
  readiness: z
    .object({
      decision: z.string().nullish(),
      answers: z.array(z.object({ question: z.string(), level, evidence: evidence.nullish() })),
    })
    .nullish(),
  constraints: z
    .object({
      budgetByQuarter: z.array(z.number().nonnegative()).min(1).nullish(),
      hoursPerWeek: z.record(z.string(), z.number().nonnegative()).nullish(),
      freeze: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), why: z.string().default("freeze") })).nullish(),
      riskAversion: z.number().min(0).max(3).nullish(),
    })
    .nullish(),
});

type Whole = z.output<typeof wholeSchema>;

function readWhole(value: unknown): Whole {
  const parsed = wholeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputRefused("invalid", issue?.message ?? "invalid input", issue?.path.join(".") ?? "");
}

function dayOf(whole: Whole): IsoDate {
  if (whole.asOf == null) return isoDateOf(new Date());
  const day = parseIsoDate(whole.asOf);
  if (day === null) throw new InputRefused("not-a-day", "expected a day, YYYY-MM-DD", "asOf");
  return day;
}

/** The description as the services take it. Every refusal names its field. */
function describe(whole: Whole, asOf: IsoDate, deps: Pick<Deps, "knowledge">): OrganizationDescription {
  const facts = readFacts(whole, deps.knowledge.obligations.facts);
  if (!facts.ok) throw new InputRefused("fact-refused", facts.failure.message, facts.failure.path);
  const systems = facts.value.systems;
  const asked = new Set(deps.knowledge.readiness.questions.map(({ id }) => id));
  const stray = (whole.readiness?.answers ?? []).findIndex(({ question }) => !asked.has(question));
  if (stray >= 0) throw new InputRefused("no-such-question", "no such question", `readiness.answers.${stray}.question`);
  const given = whole.constraints ?? {};
  const plan = {
    ...(given.budgetByQuarter == null ? {} : { budgetByQuarter: given.budgetByQuarter }),
    ...(given.hoursPerWeek == null ? {} : { hoursPerWeek: given.hoursPerWeek }),
    ...(given.freeze == null
      ? {}
      : { freeze: given.freeze.map(({ from, to, why }) => ({ from: from as IsoDate, to: to as IsoDate, why })) }),
    ...(given.riskAversion == null ? {} : { riskAversion: given.riskAversion }),
  };
  return {
    roles: whole.roles == null || whole.roles.length === 0 ? [] : readExposureInput({ ...whole, asOf }).roles,
    facts: facts.value.org,
    systems:
      systems?.map(({ id, name, facts: own }) => ({
        id: id as SystemId,
        name: name ?? id,
        vendor: null,
        purpose: null,
        catalogueId: null,
        facts: own,
      })) ?? null,
    readiness: Object.fromEntries(
      (whole.readiness?.answers ?? []).map((answer) => [
        answer.question,
        { level: answer.level, evidence: answer.evidence ?? 0 },
      ]),
    ),
    plan: Object.keys(plan).length === 0 ? null : plan,
  };
}

/** Assesses one organization in a database of its own, by the services that the pages use, and writes what they store. */
async function assess(io: CommandIo, whole: Whole, out: string): Promise<void> {
  const asOf = dayOf(whole);
  const scratch = mkdtempSync(join(tmpdir(), "groundwork-assess-"));
  const composed = await compose({
    ...readEnv({ LOG_LEVEL: "silent" }),
    chromiumPath: readEnv().chromiumPath,
    database: { url: `file:${join(scratch, "assess.db")}`, authToken: null },
  });
  try {
    const deps: Deps = { ...composed.deps, now: () => new Date(`${asOf}T12:00:00Z`) };
    const description = describe(whole, asOf, deps);
    const organizationId = "assessed" as OrganizationId;
    const actor: Actor = {
      userId: "command-line" as UserId,
      organizationId,
      role: "owner",
      seesPeople: true,
      requestId: "command-line",
    };
    const { name, website } = whole;
    await startBareOrganization(deps, actor, { name, currency: whole.currency ?? "USD", website: website ?? null });
    io.progress("entering …");
    const entered = await enterOrganization(deps, actor, description);
    if (!entered.ok) throw new InputRefused("refused", entered.failure.because, entered.failure.path);
    io.progress("assessing …");
    const decision = whole.readiness?.decision ?? deps.knowledge.readiness.decisions[0]?.id ?? "";
    const signal = new AbortController().signal;
    const command = { website: website ?? null, decision, because: "First assessment" };
    const assessed = await assessEverything(deps, actor, command, signal);
    if (!assessed.ok) throw new InputRefused("not-assessed", assessed.failure.kind);
    io.progress("writing the report …");
    const loaded = await loadWhole(deps, actor);
    if (!loaded.ok) throw new Error("the command's own actor was refused");
    const { assessment, plan, report } = loaded.value;
    mkdirSync(out, { recursive: true });
    const files: Record<string, string | Uint8Array> = {
      "assessment.json": `${JSON.stringify(assessment, null, 2)}\n`,
      "plan.json": `${JSON.stringify(plan, null, 2)}\n`,
    };
    if (report !== null) {
      files["report.html"] = composed.reportHtml(report);
      const printed = await deps.documents.reportPdf(report);
      if (printed.ok) files["report.pdf"] = printed.value.bytes;
      else io.progress(`no PDF: ${printed.failure.because}`);
    }
    for (const [file, content] of Object.entries(files)) writeFileSync(join(out, file), content);
    await io.write(`${JSON.stringify({ out, files: Object.keys(files), asOf })}\n`);
  } finally {
    await composed.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

export const command: Command = {
  name: "assess",
  summary: "one whole organization: assess [file] --out FOLDER, or --example",
  example: assessExample,
  async run(io) {
    if (io.args.includes("--example")) {
      await io.write(`${JSON.stringify(assessExample, null, 2)}\n`);
      return;
    }
    const out = optionOf(io.args, "--out");
    if (out === null) throw new InputRefused("no-value", "assess needs --out FOLDER", "--out");
    await assess(io, readWhole(await readJson(io)), out);
  },
};
