import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { promptKinds } from "#app/domain/visibility/check-prompts.ts";
import { eachOnce } from "#app/domain/visibility/same-question.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { numberFrom } from "#app/http/number-from.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { PromptsForm, promptErrors } from "#app/http/prompts-form.server.ts";
import { parseForm, typedIn } from "#app/http/read-form.server.ts";
import { loadPrompts } from "#app/services/visibility/load-prompts.server.ts";
import { requestProposals } from "#app/services/visibility/propose-prompts.server.ts";
import { savePromptSet } from "#app/services/visibility/save-prompt-set.server.ts";
import { probePromptsText as own } from "#app/strings/en/probe-prompts.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { useFresh } from "#app/ui/controls/use-fresh.ts";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { useModelTrouble } from "#app/ui/visibility/model-trouble.ts";
import { ProbeTabs, useProbesBase } from "#app/ui/visibility/probe-tabs.tsx";
import { PromptForm } from "#app/ui/visibility/prompt-form.tsx";
import { PromptLists } from "#app/ui/visibility/prompt-lists.tsx";
import { PromptVersion } from "#app/ui/visibility/prompt-version.tsx";
import { Said } from "#app/ui/visibility/said.tsx";

export const meta: MetaFunction = () => [{ title: `${probesText.tabPrompts} – Groundwork` }];

/** What was refused may have been refused because of what somebody else did: the page shows it then. */
export const shouldRevalidate = () => true;

export const loader = orgLoader("assessment:read", async ({ request, deps, actor }) => {
  const version = numberFrom(new URL(request.url).searchParams, "version");
  const prompts = await loadPrompts(deps, actor, version);
  if (!prompts.ok) throw notFound();
  return prompts.value;
});

export const action = orgAction("assessment:run", async ({ request, deps, actor }) => {
  const posted = await request.formData();
  const form = parseForm(posted, PromptsForm);
  const typed = typedIn(posted);
  if (!form.ok) {
    const { errors } = form.failure;
    return data(
      { intent: String(typed.intent ?? ""), errors, values: typed, doubles: 0, done: false },
      { status: 422 },
    );
  }
  const asked = form.value;
  if (asked.intent === "propose") {
    const result = await requestProposals(deps, actor);
    if (result.ok) return data({ intent: asked.intent, errors: {}, values: null, doubles: 0, done: true });
    const error = result.failure.kind === "no-key" ? own.noKey : probesText.forbidden;
    const errors = { form: [error] };
    return data(
      { intent: asked.intent, errors, values: null, doubles: 0, done: false },
      { status: failureStatus(result.failure) },
    );
  }
  const prompts = promptKinds.flatMap((kind) => [
    ...asked[kind].map((text) => ({ kind, text })),
    ...asked.proposals.filter((proposal) => proposal.kind === kind),
  ]);
  const result = await savePromptSet(deps, actor, {
    prompts,
    setting: {
      brand: { name: asked.name, aliases: asked.aliases, domains: asked.domains },
      others: asked.competitors,
    },
    basedOn: asked.version,
  });
  const doubles = prompts.length - eachOnce(prompts).length;
  if (result.ok) return data({ intent: asked.intent, errors: {}, values: null, doubles, done: true });
  const errors = promptErrors(result.failure, eachOnce(prompts).length);
  return data(
    { intent: asked.intent, errors, values: typed, doubles: 0, done: false },
    { status: failureStatus(result.failure) },
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
      {result?.intent === "freeze" && result.done ? (
        <Said by={result}>{result.doubles === 0 ? t("frozen") : t("frozenDoubles", { count: result.doubles })}</Said>
      ) : null}
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
              <PromptForm key={version} {...shown} refused={refused ? result : null} />
            </Panel>
          ) : (
            <Panel>
              <Disclosure summary={t("edit")} open={refused || proposals.length > 0}>
                <PromptForm key={version} {...shown} refused={refused ? result : null} />
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
  const { version, prompts, looked, mayRun } = useLoaderData<typeof loader>();
  if (looked !== null) return t("titleVersion", { version: looked.version, count: looked.prompts.length });
  if (version > 0) return t("titleFrozen", { count: prompts.length, version });
  return t(mayRun ? "titleDraft" : "titleDraftViewer", { count: prompts.length });
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
  const p = useText(probesText);
  const { proposals, proposing, proposalTrouble, model, mayRun } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const trouble = useModelTrouble();
  const base = useProbesBase();
  useFresh(proposing);
  if (!mayRun) return null;
  return (
    <Panel title={t("proposals")}>
      {proposals.length === 0 && (model === null || proposing) ? null : (
        <p className="mb-3 max-w-3xl text-ink-soft" role="status">
          {proposals.length === 0 ? (
            t("proposalsSay")
          ) : (
            <>
              {t("proposalsWait", { count: proposals.length })}{" "}
              <a href="#freeze-proposals" className="link">
                {t("proposalsSee")}
              </a>
            </>
          )}
        </p>
      )}
      {proposalTrouble === null ? null : (
        <div className="mb-3">
          <Notice tone="warn">{t("proposeFailed", { because: trouble(proposalTrouble) ?? p("troubleOurs") })}</Notice>
        </div>
      )}
      {model === null ? (
        <p className="text-ink-soft">{t("proposeNoKey")}</p>
      ) : proposing ? (
        <>
          <Said by={result?.intent === "propose" ? result : undefined} tone="accent">
            {t("proposing")}
          </Said>
          <a href={`${base}/prompts`} className="link mt-2 inline-block">
            {t("proposingAgain")}
          </a>
        </>
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
