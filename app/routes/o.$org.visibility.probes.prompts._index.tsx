import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { numberFrom } from "#app/http/number-from.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { parseForm, typedIn } from "#app/http/read-form.server.ts";
import { loadPrompts } from "#app/services/visibility/load-prompts.server.ts";
import { requestProposals } from "#app/services/visibility/propose-prompts.server.ts";
import { savePromptSet } from "#app/services/visibility/save-prompt-set.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { probePromptsText as own } from "#app/strings/en/probe-prompts.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { ProbeTabs, useProbesBase } from "#app/ui/visibility/probe-tabs.tsx";
import { PromptForm } from "#app/ui/visibility/prompt-form.tsx";
import { PromptLists, promptKinds } from "#app/ui/visibility/prompt-lists.tsx";
import { PromptVersion } from "#app/ui/visibility/prompt-version.tsx";

export const meta: MetaFunction = () => [{ title: `${probesText.tabPrompts} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ request, deps, actor }) => {
  const version = numberFrom(new URL(request.url).searchParams, "version");
  const prompts = await loadPrompts(deps, actor, version);
  if (!prompts.ok) throw notFound();
  return prompts.value;
});

function split(text: string, by: RegExp): string[] {
  return text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const lines = z
  .string()
  .max(20_000)
  .default("")
  .transform((text) => split(text, /\r?\n/));
const list = z
  .string()
  .max(2_000)
  .default("")
  .transform((text) => split(text, /,/));
/** A name, and behind commas what looks like a domain. */
const named = lines.transform((each) =>
  each.map((line) => {
    const [name = "", ...rest] = split(line, /,/);
    return {
      name,
      aliases: rest.filter((part) => !part.includes(".")),
      domains: rest.filter((part) => part.includes(".")),
    };
  }),
);

/** Proposals that were ticked: the kind, a colon, and the words. */
const taken = z
  .array(z.string().max(1_000))
  .max(100)
  .default([])
  .transform((ticked) =>
    ticked.flatMap((each) => {
      const kind = promptKinds.find((known) => each.startsWith(`${known}:`));
      return kind === undefined ? [] : [{ kind, text: each.slice(kind.length + 1).trim() }];
    }),
  );

const PromptsForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("freeze"),
    branded: lines,
    category: lines,
    comparison: lines,
    problem: lines,
    name: z.string().trim().min(1).max(200),
    aliases: list,
    domains: list,
    competitors: named,
    proposals: taken,
  }),
  z.object({ intent: z.literal("propose") }),
]);

const words = {
  "no-prompts": "noPrompts",
  "too-many-prompts": "tooMany",
  "no-key": "noKey",
} as const;

export const action = orgAction("assessment:run", async ({ request, deps, actor }) => {
  const posted = await request.formData();
  const form = parseForm(posted, PromptsForm);
  if (!form.ok) {
    const { errors, typed } = form.failure;
    return data({ intent: String(typed.intent ?? ""), errors, values: typed, done: false }, { status: 422 });
  }
  const asked = form.value;
  const result =
    asked.intent === "propose"
      ? await requestProposals(deps, actor)
      : await savePromptSet(deps, actor, {
          prompts: promptKinds.flatMap((kind) => [
            ...asked[kind].map((text) => ({ kind, text })),
            ...asked.proposals.filter((proposal) => proposal.kind === kind),
          ]),
          setting: {
            brand: { name: asked.name, aliases: asked.aliases, domains: asked.domains },
            others: asked.competitors,
          },
        });
  if (result.ok) return data({ intent: asked.intent, errors: {}, values: null, done: true });
  const { failure } = result;
  const t = textOf(own, "en");
  const error =
    failure.kind === "forbidden"
      ? textOf(probesText, "en")("forbidden")
      : failure.kind === "names-brand"
        ? t("namesBrand", { prompts: failure.prompts.join(" ") })
        : t(words[failure.kind]);
  return data(
    { intent: asked.intent, errors: { form: [error] }, values: typedIn(posted), done: false },
    { status: failureStatus(failure) },
  );
});

export default function PromptsPage() {
  const t = useText(own);
  const p = useText(probesText);
  const shown = useLoaderData<typeof loader>();
  const { version, prompts, looked, mayRun, proposals } = shown;
  const result = useActionData<typeof action>();
  const base = useProbesBase();
  const refused = result?.intent === "freeze" && !result.done;
  return (
    <Page
      area="visibility"
      title={<Title />}
      lead={<Lead />}
      trail={[
        { to: base, label: p("area") },
        { to: `${base}/prompts`, label: p("tabPrompts") },
      ]}
      action={
        looked === null ? null : (
          <LinkButton to={`${base}/prompts`} variant="quiet">
            {t("toInUse")}
          </LinkButton>
        )
      }
    >
      <ProbeTabs here="prompts" />
      {result?.intent === "freeze" && result.done ? <Notice tone="good">{t("frozen")}</Notice> : null}
      {looked === null ? (
        <>
          {version > 0 || !mayRun ? (
            <Panel title={t(version > 0 ? "inUse" : "drafted")}>
              {version > 0 ? null : <p className="mb-3 text-ink-soft">{t("draftViewer")}</p>}
              <PromptLists prompts={prompts} version={version > 0 ? null : "none"} />
            </Panel>
          ) : null}
          {!mayRun ? null : version === 0 ? (
            <Panel title={t("editFirst")}>
              <PromptForm {...shown} refused={refused ? result : null} />
            </Panel>
          ) : (
            <Panel>
              <Disclosure summary={t("edit")} open={refused || proposals.length > 0}>
                <PromptForm {...shown} refused={refused ? result : null} />
              </Disclosure>
            </Panel>
          )}
          <Proposals />
        </>
      ) : (
        <PromptVersion view={looked} />
      )}
      <Versions />
    </Page>
  );
}

function Title() {
  const t = useText(own);
  const { version, prompts, looked } = useLoaderData<typeof loader>();
  if (looked !== null) return t("titleVersion", { version: looked.version, count: looked.prompts.length });
  return version === 0
    ? t("titleDraft", { count: prompts.length })
    : t("titleFrozen", { count: prompts.length, version });
}

function Lead() {
  const t = useText(own);
  const f = useFormat();
  const { looked, frozenAt, draftedFrom, usualCounts } = useLoaderData<typeof loader>();
  if (looked !== null) return t(looked.inUse ? "leadVersionInUse" : "leadVersion", { date: f.moment(looked.at) });
  if (frozenAt !== null) return t("leadFrozen", { date: f.moment(frozenAt) });
  const drafted = draftedFrom ? t("leadDraft", { pages: draftedFrom }) : t("leadDraftAlone");
  return `${drafted} ${t("usual", usualCounts)}`;
}

/** Every version with the way to it; none where there is one only, which the page shows. */
function Versions() {
  const t = useText(own);
  const f = useFormat();
  const { versions, looked } = useLoaderData<typeof loader>();
  if (versions.length < 2) return null;
  const [newest] = versions;
  return (
    <Panel title={t("versions")}>
      <DataTable
        caption={t("versions")}
        rows={versions}
        rowKey={(row) => String(row.version)}
        rowHref={(row) => `?version=${row.version}`}
        columns={[
          {
            key: "version",
            header: t("version"),
            cell: (row) => (
              <span aria-current={row.version === looked?.version ? "page" : undefined}>{row.version}</span>
            ),
          },
          { key: "on", header: t("frozenOn"), cell: (row) => f.moment(row.at) },
          { key: "count", header: t("count"), align: "end", cell: (row) => row.prompts },
          {
            key: "state",
            header: <span className="sr-only">{t("inUseMark")}</span>,
            cell: (row) => (row.version === newest?.version ? <Badge>{t("inUseMark")}</Badge> : null),
          },
        ]}
      />
    </Panel>
  );
}

function Proposals() {
  const t = useText(own);
  const { proposals, proposing, proposalTrouble, model, mayRun } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (!mayRun) return null;
  return (
    <Panel title={t("proposals")}>
      {model === null && proposals.length === 0 ? null : (
        <p className="mb-3 max-w-3xl text-ink-soft">
          {proposals.length === 0 ? t("proposalsSay") : t("proposalsWait", { count: proposals.length })}
        </p>
      )}
      {proposalTrouble === null ? null : (
        <Notice tone="warn">{t("proposeFailed", { because: proposalTrouble })}</Notice>
      )}
      {model === null ? (
        <p className="text-ink-soft">{t("proposeNoKey")}</p>
      ) : proposing ? (
        <p role="status">{t("proposing")}</p>
      ) : (
        <Form
          id="propose"
          errors={result?.intent === "propose" ? result.errors : undefined}
          hidden={{ intent: "propose" }}
        >
          <SubmitButton variant="quiet">{t("propose")}</SubmitButton>
        </Form>
      )}
    </Panel>
  );
}
