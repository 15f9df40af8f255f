import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadMethod } from "#app/services/exposure/load-method.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { exposureMethodText } from "#app/strings/en/exposure-method.ts";
import { Attribution } from "#app/ui/exposure/attribution.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ deps, actor }) => {
  const method = loadMethod(deps, actor);
  if (!method.ok) throw notFound();
  return method.value;
});

const shown = [
  "rankAll",
  "rankAllSingleRater",
  "rankWhiteCollar",
  "rankWhiteCollarSingleRater",
  "intervalCoverage",
  "automationRankByTask",
  "automationRankByOccupation",
] as const;

export default function ExposureMethodPage() {
  const method = useLoaderData<typeof loader>();
  const t = useText(exposureText);
  const own = useText(exposureMethodText);
  const f = useFormat();
  return (
    <Page
      area="exposure"
      title={own("methodTitle")}
      lead={own("methodLead", { version: method.version, date: f.longDate(method.builtOn) })}
      trail={[{ to: ".", label: t("method") }]}
    >
      <Panel title={own("methodSteps")}>
        <ol className="max-w-3xl list-decimal space-y-3 pl-5">
          <li>{own("methodMatch", { threshold: f.share(method.threshold) })}</li>
          <li>{own("methodLabels")}</li>
          <li>{own("methodShares")}</li>
          <li>{own("methodInterval", { coverage: f.share(method.coverage) })}</li>
        </ol>
        <p className="mt-3 max-w-3xl text-ink-soft">{own("methodLimits")}</p>
      </Panel>
      <Panel title={t("figures")}>
        <DataTable
          caption={t("figures")}
          rows={shown}
          rowKey={(key) => key}
          columns={[
            { key: "figure", header: own("figure"), cell: (key) => own(key) },
            { key: "value", header: own("value"), align: "end", cell: (key) => f.number(method.figures[key] ?? 0, 2) },
          ]}
        />
      </Panel>
      <Panel title={own("parameters")}>
        <ul className="max-w-3xl space-y-2">
          {Object.values(method.sources).map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </Panel>
      <Panel title={own("attribution")}>
        <Attribution />
      </Panel>
    </Page>
  );
}
