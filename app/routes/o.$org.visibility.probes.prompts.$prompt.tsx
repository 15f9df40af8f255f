import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { numberFrom } from "#app/http/number-from.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadPromptAnswers } from "#app/services/visibility/load-prompt-answers.server.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Figure } from "#app/ui/figures/figure.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { MarkedText } from "#app/ui/visibility/marked-text.tsx";
import { useModelTrouble } from "#app/ui/visibility/model-trouble.ts";
import { ProbeTabs, useProbesBase } from "#app/ui/visibility/probe-tabs.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.prompt.text ?? probesText.area} – Groundwork` },
];

export const loader = orgLoader("assessment:read", async ({ request, params, deps, actor }) => {
  const version = numberFrom(new URL(request.url).searchParams, "version");
  const answers = await loadPromptAnswers(deps, actor, { promptId: params.prompt ?? "", version });
  if (!answers.ok) throw notFound();
  return answers.value;
});

export default function PromptPage() {
  const t = useText(probesText);
  const { prompt, version, inUse, lines, answers, most, mayPaste } = useLoaderData<typeof loader>();
  const base = useProbesBase();
  const complete = lines.reduce((total, line) => total + line.complete, 0);
  const named = lines.reduce((total, line) => total + line.named, 0);
  return (
    <Page
      area="visibility"
      title={complete === 0 ? t("promptNone") : t("promptTitle", { named, complete })}
      lead={
        <>
          <q dir="auto">{prompt.text}</q> {t("promptLead", { version })}
        </>
      }
      trail={[
        { to: base, label: t("area") },
        { to: ".", label: t(prompt.kind) },
      ]}
    >
      <ProbeTabs here="prompts" />
      {inUse ? null : <Notice tone="warn">{t("oldVersion")}</Notice>}
      {lines.length === 0 ? null : (
        <Panel>
          <DataTable
            caption={t("byPrompt")}
            rows={lines}
            rowKey={(row) => row.line}
            columns={[
              {
                key: "line",
                header: t("askedHow"),
                cell: (row) => <span className="[overflow-wrap:anywhere]">{row.line}</span>,
              },
              { key: "answers", header: t("answersCount"), align: "end", cell: (row) => row.complete },
              { key: "left", header: t("leftOutCount"), align: "end", cell: (row) => row.all - row.complete },
              {
                key: "mention",
                header: t("mention"),
                align: "end",
                cell: (row) => <Figure estimate={row.estimate} unit="share" />,
              },
            ]}
          />
        </Panel>
      )}
      {answers.length > 0 ? null : (
        <EmptyState
          action={
            mayPaste && inUse ? (
              <LinkButton to={`${base}/paste?prompt=${encodeURIComponent(prompt.id)}`}>{t("toPaste")}</LinkButton>
            ) : null
          }
        >
          {t(inUse ? "promptNoAnswers" : "promptNoAnswersOld")}
        </EmptyState>
      )}
      {answers.length === 0 ? null : (
        <Panel title={t("answersTo")}>
          {answers.length === most ? <p className="text-ink-soft">{t("newest", { count: most })}</p> : null}
          <ul className="space-y-3">
            {answers.map((answer, at) => (
              <li key={answer.id}>
                <OneAnswer answer={answer} open={at === 0} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["answers"][number];

function OneAnswer({ answer, open }: { answer: Shown; open: boolean }) {
  const t = useText(probesText);
  const trouble = useModelTrouble();
  const f = useFormat();
  return (
    <Disclosure
      open={open}
      summary={
        <>
          {f.moment(answer.at)}{" "}
          {answer.status === "complete" ? (
            <Badge tone={answer.mentioned ? "good" : "quiet"}>{t(answer.mentioned ? "namesYou" : "notNamed")}</Badge>
          ) : (
            <Badge tone="warn">{t(answer.status)}</Badge>
          )}{" "}
          {answer.status === "complete" && answer.recommended ? <Badge tone="good">{t("recommendsYou")}</Badge> : null}{" "}
          {answer.status === "complete" && answer.cited ? <Badge tone="good">{t("citesYou")}</Badge> : null}
        </>
      }
    >
      <p className="text-caption text-ink-soft">
        {answer.line}, {t(answer.source === "probe" ? "probed" : "pasted")}
        {answer.listRank === null ? "" : `, ${t("place", { place: answer.listRank })}`}
        {answer.mentioned && answer.confidence === "low" ? `, ${t("unsure")}` : ""}
      </p>
      {answer.reason === null ? null : <p>{t("because", { reason: trouble(answer.reason) ?? answer.reason })}</p>}
      {answer.queries.length === 0 ? null : (
        <p className="text-caption text-ink-soft">{t("searched", { queries: answer.queries.join(" · ") })}</p>
      )}
      {answer.text === "" ? null : <MarkedText text={answer.text} marks={answer.quotes} />}
      {answer.length === null ? null : (
        <p className="text-caption text-ink-soft">
          {t("cutShort", { shown: f.number(answer.text.length), length: f.number(answer.length) })}
        </p>
      )}
      <h3 className="mt-2 text-caption font-semibold">{t("citations")}</h3>
      {answer.citations.length === 0 ? <p className="text-caption text-ink-soft">{t("noCitations")}</p> : null}
      <ul className="list-inside list-disc text-caption">
        {answer.citations.map((citation) => (
          <li key={citation.url} className="[overflow-wrap:anywhere]">
            {citation.domain} {citation.title} {citation.own ? <Badge tone="good">{t("yours")}</Badge> : null}
            {citation.claim === null ? null : <span className="block pl-4 text-ink-soft">“{citation.claim}”</span>}
          </li>
        ))}
      </ul>
      {answer.uncited.length === 0 ? null : (
        <>
          <h3 className="mt-2 text-caption font-semibold">{t("uncited")}</h3>
          <ul className="list-inside list-disc text-caption text-ink-soft">
            {answer.uncited.map(({ url, own }) => (
              <li key={url} className="[overflow-wrap:anywhere]">
                {url} {own ? <Badge tone="warn">{t("yours")}</Badge> : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  );
}
