import { useLoaderData } from "@remix-run/react";
import { shippedVariant } from "#app/domain/exposure/exposure-validation.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadMethod } from "#app/services/exposure/load-method.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { exposureMethodText } from "#app/strings/en/exposure-method.ts";
import { exposureTitlesText } from "#app/strings/en/exposure-titles.ts";
import { CalibrationPlot } from "#app/ui/charts/calibration-plot.tsx";
import { Attribution } from "#app/ui/exposure/attribution.tsx";
import { DataSources, ShareTable } from "#app/ui/exposure/method-tables.tsx";
import { ParameterTable } from "#app/ui/exposure/parameter-table.tsx";
import { TitleReliability, TitleTables } from "#app/ui/exposure/title-tables.tsx";
import { VariantTables } from "#app/ui/exposure/variant-tables.tsx";
import { FigureCard } from "#app/ui/figures/figure.tsx";
import { KeyFigures, Page, Panel } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ deps, actor }) => {
  const method = loadMethod(deps, actor);
  if (!method.ok) throw notFound();
  return method.value;
});

export default function ExposureMethodPage() {
  const method = useLoaderData<typeof loader>();
  const t = useText(exposureText);
  const own = useText(exposureMethodText);
  const title = useText(exposureTitlesText);
  const f = useFormat();
  const { validation } = method;
  const { automation, coverageOf } = validation;
  const human = shippedVariant(validation)?.agreement.human;
  const at80 = validation.coverage.find(({ nominal }) => nominal === 0.8);
  const shares = automation.variants.find(({ kept }) => kept);
  const prose = "mb-3 max-w-3xl text-ink-soft";
  return (
    <Page
      area="exposure"
      title={own("methodTitle")}
      lead={own("methodLead", { version: method.version, date: f.longDate(method.builtOn) })}
      trail={[{ to: ".", label: t("method") }]}
    >
      <KeyFigures>
        <FigureCard label={own("keyRank")} figure={f.number(human?.all ?? 0, 2)} estimate={null} unit="count">
          {own("keyRankNote", { count: validation.occupations })}
        </FigureCard>
        <FigureCard label={own("keyOffice")} figure={f.number(human?.office ?? 0, 2)} estimate={null} unit="count">
          {own("keyOfficeNote", { count: validation.office })}
        </FigureCard>
        <FigureCard label={own("keyCoverage")} figure={f.share(at80?.all ?? 0)} estimate={null} unit="share">
          {own("keyCoverageNote", { office: f.share(at80?.office ?? 0) })}
        </FigureCard>
        <FigureCard
          label={own("keyShares")}
          figure={f.number(shares?.byOccupation ?? 0, 2)}
          estimate={null}
          unit="count"
        >
          {own("keySharesNote", { task: f.number(shares?.byTask ?? 0, 2) })}
        </FigureCard>
      </KeyFigures>
      <Panel title={own("whatNot")}>
        <p className="max-w-3xl">{own("whatNotText")}</p>
      </Panel>
      <Panel title={own("methodSteps")}>
        <ol className="max-w-3xl list-decimal space-y-3 pl-5">
          <li>{own("methodMatch", { threshold: f.share(method.threshold) })}</li>
          <li>{own("methodLabels")}</li>
          <li>{own("methodPull")}</li>
          <li>{own("methodWeights")}</li>
          <li>{own("methodShares")}</li>
          <li>{own("methodGates")}</li>
          <li>{own("methodInterval")}</li>
        </ol>
      </Panel>
      <Panel title={own("limits")}>
        <ul className="max-w-3xl list-disc space-y-2 pl-5">
          <li>{own("limitLabels")}</li>
          <li>{own("limitHumans", { count: automation.human.tasks })}</li>
          <li>{own("limitUse")}</li>
          <li>{own("limitWeights")}</li>
          <li>{own("limitPlace")}</li>
          <li>{own("limitIndependent")}</li>
        </ul>
      </Panel>
      <Panel title={own("variants")}>
        <p className={prose}>{own("variantsText")}</p>
        <p className={prose}>{own("twoSkills", validation.twoSkills)}</p>
        <VariantTables variants={validation.variants} />
      </Panel>
      <Panel title={own("interval")}>
        <p className={prose}>{own("intervalText", coverageOf)}</p>
        <CalibrationPlot
          wide={1060}
          title={own("interval")}
          description={own("intervalText", coverageOf)}
          bins={method.coverage}
        />
      </Panel>
      <Panel title={own("sharesTitle")}>
        <p className={prose}>
          {own("sharesText", {
            tasks: automation.tasks,
            occupations: automation.occupations,
            human: automation.human.tasks,
            rank: f.number(automation.human.rank, 2),
            machine: f.number(automation.human.machine, 2),
          })}
        </p>
        <ShareTable {...automation} />
      </Panel>
      <Panel title={own("titles")}>
        <p className={prose}>{title("titlesText")}</p>
        <TitleTables titles={method.titles} />
      </Panel>
      <Panel title={title("reliability")}>
        <TitleReliability bins={method.titleBins} titles={method.titles} />
      </Panel>
      <Panel title={own("parameters")}>
        <p className={prose}>{own("parametersText", { date: f.longDate(method.reviewBy) })}</p>
        <ParameterTable {...method} />
      </Panel>
      <Panel title={own("data")}>
        <DataSources />
        <p className="mt-3 max-w-3xl text-caption text-ink-soft">{own("notUsed")}</p>
        <p className="mt-1 text-caption break-all text-ink-soft">{own("inputHash", { hash: method.inputHash })}</p>
      </Panel>
      <Panel title={own("attribution")}>
        <Attribution />
      </Panel>
    </Page>
  );
}
