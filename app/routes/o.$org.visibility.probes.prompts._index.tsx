import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { PromptKind } from "#app/domain/visibility/share-of-answers.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadPrompts } from "#app/services/visibility/load-prompts.server.ts";
import { requestProposals } from "#app/services/visibility/propose-prompts.server.ts";
import { savePromptSet } from "#app/services/visibility/save-prompt-set.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { probePromptsText as own } from "#app/strings/en/probe-prompts.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { TextArea, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { ProbeTabs, useProbesBase } from "#app/ui/visibility/probe-tabs.tsx";

export const meta: MetaFunction = () => [{ title: `${probesText.tabPrompts} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ deps, actor }) => {
  const prompts = await loadPrompts(deps, actor);
  if (!prompts.ok) throw notFound();
  return prompts.value;
});

const kinds = ["branded", "category", "comparison", "problem"] as const satisfies readonly PromptKind[];

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
  }),
  z.object({ intent: z.literal("propose") }),
]);

const words = {
  "no-prompts": "noPrompts",
  "too-many-prompts": "tooMany",
  "no-key": "noKey",
} as const;

export const action = orgAction("assessment:run", async ({ request, deps, actor }) => {
  const form = await readForm(request.clone(), PromptsForm);
  if (!form.ok) {
    const { errors, typed } = form.failure;
    return data({ intent: String(typed.intent ?? ""), errors, values: typed, done: false }, { status: 422 });
  }
  const asked = form.value;
  const result =
    asked.intent === "propose"
      ? await requestProposals(deps, actor)
      : await savePromptSet(deps, actor, {
          prompts: kinds.flatMap((kind) => asked[kind].map((text) => ({ kind, text }))),
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
  const typed = Object.fromEntries([...(await request.formData())].map(([name, value]) => [name, String(value)]));
  return data(
    { intent: asked.intent, errors: { form: [error] }, values: typed, done: false },
    { status: failureStatus(failure) },
  );
});

export default function PromptsPage() {
  const t = useText(own);
  const p = useText(probesText);
  const f = useFormat();
  const { version, frozenAt, prompts, draftedFrom, usualCounts, mayRun, versions } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const base = useProbesBase();
  return (
    <Page
      area="visibility"
      title={
        version === 0
          ? t("titleDraft", { count: prompts.length })
          : t("titleFrozen", { count: prompts.length, version })
      }
      lead={
        frozenAt === null
          ? `${t("leadDraft", { pages: draftedFrom ?? 0 })} ${t("usual", usualCounts)}`
          : t("leadFrozen", { date: f.moment(frozenAt) })
      }
      trail={[
        { to: base, label: p("area") },
        { to: ".", label: p("tabPrompts") },
      ]}
    >
      <ProbeTabs here="prompts" />
      {result?.intent === "freeze" && result.done ? <Notice tone="good">{t("frozen")}</Notice> : null}
      {version === 0 ? null : <InUse />}
      {mayRun ? (
        <Panel title={version === 0 ? t("editFirst") : undefined}>
          {version === 0 ? (
            <PromptForm />
          ) : (
            <Disclosure summary={t("edit")} open={result?.intent === "freeze" && !result.done}>
              <PromptForm />
            </Disclosure>
          )}
        </Panel>
      ) : null}
      <Proposals />
      {versions.length < 2 ? null : (
        <Panel title={t("versions")}>
          <DataTable
            caption={t("versions")}
            rows={versions}
            rowKey={(row) => String(row.version)}
            columns={[
              { key: "version", header: t("version"), cell: (row) => row.version },
              { key: "on", header: t("frozenOn"), cell: (row) => f.moment(row.at) },
              { key: "count", header: t("count"), align: "end", cell: (row) => row.prompts },
            ]}
          />
        </Panel>
      )}
    </Page>
  );
}

function InUse() {
  const t = useText(own);
  const p = useText(probesText);
  const { prompts } = useLoaderData<typeof loader>();
  const base = useProbesBase();
  return (
    <Panel title={t("inUse")}>
      {kinds.map((kind) => {
        const ofKind = prompts.filter((prompt) => prompt.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind} className="mb-4">
            <h3 className="font-semibold">{p(kind)}</h3>
            <ol className="list-inside list-decimal">
              {ofKind.map((prompt) => (
                <li key={prompt.id} className="py-0.5">
                  <a href={`${base}/prompts/${prompt.id}`} className="link">
                    {prompt.text}
                  </a>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </Panel>
  );
}

function PromptForm() {
  const t = useText(own);
  const p = useText(probesText);
  const { prompts, setting, usualCounts } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const of = (kind: PromptKind) => prompts.filter((prompt) => prompt.kind === kind).map(({ text }) => text);
  const typed = {
    ...Object.fromEntries(kinds.map((kind) => [kind, of(kind).join("\n")])),
    name: setting?.brand.name ?? "",
    aliases: (setting?.brand.aliases ?? []).join(", "),
    domains: (setting?.brand.domains ?? []).join(", "),
    competitors: (setting?.others ?? [])
      .map((other) => [other.name, ...(other.aliases ?? []), ...(other.domains ?? [])].join(", "))
      .join("\n"),
  };
  return (
    <Form
      id="freeze"
      wide
      errors={result?.intent === "freeze" ? result.errors : undefined}
      values={result?.intent === "freeze" && result.values !== null ? result.values : typed}
      hidden={{ intent: "freeze" }}
    >
      <div className="grid gap-5 md:grid-cols-2">
        <TextInput name="name" label={t("brandName")} required />
        <TextInput name="aliases" label={t("brandAliases")} />
        <TextInput name="domains" label={t("brandDomains")} />
        <TextArea name="competitors" label={t("competitors")} help={t("competitorsHelp")} rows={4} />
      </div>
      <p className="text-ink-soft">{t("help")}</p>
      {kinds.map((kind) => (
        <TextArea
          key={kind}
          name={kind}
          label={t("groupOf", { kind: p(kind), count: of(kind).length, usual: usualCounts[kind] })}
          rows={Math.max(4, of(kind).length + 1)}
        />
      ))}
      <SubmitButton>{t("freeze")}</SubmitButton>
    </Form>
  );
}

function Proposals() {
  const t = useText(own);
  const p = useText(probesText);
  const { proposals, proposing, proposalTrouble, model, mayRun } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (!mayRun) return null;
  return (
    <Panel title={t("proposals")}>
      {proposals.length === 0 ? null : (
        <>
          <p className="text-ink-soft">{t("proposalsSay")}</p>
          <ul className="my-2 list-inside list-disc">
            {proposals.map((each) => (
              <li key={each.text}>
                {each.text} <span className="text-caption text-ink-soft">{p(each.kind as PromptKind)}</span>
              </li>
            ))}
          </ul>
        </>
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
