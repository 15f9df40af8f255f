import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadVisibilityMethod } from "#app/services/visibility/load-visibility-method.ts";
import { visibilityMethodText } from "#app/strings/en/visibility-method.ts";
import { FigureCard } from "#app/ui/figures/figure.tsx";
import { KeyFigures, Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { AgentRegistry, EngineRegistry } from "#app/ui/visibility/agent-registry.tsx";
import {
  FolkloreTable,
  RateTable,
  type ShownRate,
  StuffingTable,
  WeightTable,
} from "#app/ui/visibility/method-tables.tsx";
import { SiteTabs } from "#app/ui/visibility/site-tabs.tsx";

export const meta: MetaFunction = () => [{ title: `${visibilityMethodText.method} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const method = loadVisibilityMethod(deps, actor);
  if (!method.ok) throw notFound();
  return { ...method.value, base: `/o/${params.org}` };
});

const prose = "mb-3 max-w-3xl text-ink-soft";

export default function VisibilityMethodPage() {
  const method = useLoaderData<typeof loader>();
  const t = useText(visibilityMethodText);
  const f = useFormat();
  const { measured, base } = method;
  const noted = ({ right, of, share }: ShownRate) =>
    t("ofInterval", {
      right: f.number(right),
      of: f.number(of),
      low: f.share(share.low, 1),
      high: f.share(share.high, 1),
    });
  const key = (label: string, rate: ShownRate, note?: string) => (
    <FigureCard label={label} figure={f.share(rate.share.value, 1)} estimate={null} unit="share">
      {note === undefined ? noted(rate) : `${noted(rate)}. ${note}`}
    </FigureCard>
  );
  const { pages, languages } = measured;
  return (
    <Page
      area="visibility"
      title={t("title")}
      lead={t("lead", {
        version: method.version,
        date: f.longDate(method.checkedOn),
        built: f.longDate(measured.builtOn),
      })}
      trail={[{ to: ".", label: t("method") }]}
    >
      <SiteTabs base={base} here="method" />
      <KeyFigures>
        {key(t("keyRobots"), measured.robots)}
        {key(t("keyFacts"), measured.facts, t("keyFactsNote", { pages, languages }))}
        {key(t("keyStuffing"), measured.called)}
        {key(t("keyMentions"), measured.mentions)}
      </KeyFigures>
      <Panel title={t("three")}>
        <p className="max-w-3xl">{t("threeText")}</p>
      </Panel>
      <Panel title={t("steps")}>
        <ol className="max-w-3xl list-decimal space-y-3 pl-5">
          <li>{t("stepGates")}</li>
          <li>{t("stepDoubt")}</li>
          <li>{t("stepQuality")}</li>
          <li>{t("stepScore")}</li>
          <li>{t("stepMissing")}</li>
          <li>{t("stepInterval")}</li>
          <li>{t("stepBest")}</li>
        </ol>
      </Panel>
      <Panel title={t("weights")}>
        <p className={prose}>{t("weightsText")}</p>
        <WeightTable checks={method.weighing} />
      </Panel>
      <Panel title={t("folklore")}>
        <p className={prose}>{t("folkloreText")}</p>
        <FolkloreTable checks={method.folklore} />
      </Panel>
      <Panel title={t("engines")}>
        <EngineRegistry engines={method.engines} />
      </Panel>
      <Panel title={t("stuffing")}>
        <p className={prose}>{t("stuffingText")}</p>
        <StuffingTable stuffing={method.stuffing} />
      </Panel>
      <Panel title={t("readability")}>
        <p className="max-w-3xl">{t("readabilityText")}</p>
      </Panel>
      <Measured />
      <Panel title={t("agents")}>
        <p className={prose}>{t("agentsText")}</p>
        <AgentRegistry agents={method.agents} />
      </Panel>
      <Panel title={t("limits")}>
        <ul className="max-w-3xl list-disc space-y-2 pl-5">
          <li>{t("limitIndex")}</li>
          <li>{t("limitEffect")}</li>
          <li>{t("limitScript")}</li>
          <li>{t("limitPeople")}</li>
        </ul>
      </Panel>
    </Page>
  );
}

function Measured() {
  const { measured } = useLoaderData<typeof loader>();
  const { real } = measured;
  const t = useText(visibilityMethodText);
  const f = useFormat();
  return (
    <>
      <Panel title={t("measured")}>
        <p className={prose}>{t("measuredText")}</p>
        <RateTable
          caption={t("measured")}
          rows={[
            { name: t("rowRobots"), ...measured.robots },
            { name: t("rowFiles"), ...measured.files },
            { name: t("rowFacts"), ...measured.facts },
            { name: t("rowCalled"), ...measured.called },
            { name: t("rowWatched"), ...measured.watched },
            { name: t("rowCaught"), ...measured.caught },
            { name: t("rowMentions"), ...measured.mentions },
            { name: t("rowRecommendations"), ...measured.recommendations },
          ]}
        />
        <p className="mt-3 max-w-3xl text-caption text-ink-soft">{t("differing", { count: measured.differing })}</p>
      </Panel>
      <Panel title={t("real")}>
        <p className={prose}>{t("realText", { pages: f.number(real.pages), languages: real.languages })}</p>
        <RateTable
          caption={t("real")}
          rows={[
            { name: t("rowSame"), ...real.same },
            { name: t("rowCalled"), ...real.called },
            { name: t("rowWatched"), ...real.watched },
          ]}
        />
      </Panel>
      <Panel title={t("mentionKinds")}>
        <RateTable
          caption={t("mentionKinds")}
          rows={measured.mentionKinds.map(({ kind, ...rate }) => ({ name: kind, ...rate }))}
        />
      </Panel>
      <Panel title={t("peers")}>
        <p className={prose}>{t("peersText")}</p>
        <RateTable caption={t("peers")} rows={measured.peers.map(({ kind, ...rate }) => ({ name: kind, ...rate }))} />
      </Panel>
      <Panel title={t("speed")}>
        <p className={prose}>{t("speedText")}</p>
        <DataTable
          caption={t("speed")}
          rows={measured.speeds}
          rowKey={({ name }) => name}
          columns={[
            { key: "what", header: t("what"), cell: ({ name }) => name },
            { key: "per", header: t("perSecond"), align: "end", cell: ({ perSecond }) => f.number(perSecond) },
          ]}
        />
      </Panel>
    </>
  );
}
