import type { NationalPay } from "#app/domain/exposure/national-pay.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** US pay by percentile, and where US pay of the role stands in it. */
export function NationalPayPanel({ pay, byPay }: { pay: NationalPay; byPay: boolean }) {
  const t = useText(exposedRoleText);
  const f = useFormat();
  const dollars = (amount: number) => f.money({ amount, currency: "USD" });
  return (
    <Panel title={t("pay")}>
      <p className="mb-3 text-ink-soft">{t("payText")}</p>
      <p className="mb-3">{pay.own === null ? t("payNotUs") : standing(pay.own)}</p>
      {byPay ? <p className="mb-3">{t("payUsed")}</p> : null}
      <DataTable
        caption={t("pay")}
        rows={pay.percentiles}
        rowKey={({ percentile }) => String(percentile)}
        columns={[
          { key: "percentile", header: t("payPercentile"), cell: ({ percentile }) => f.number(percentile) },
          {
            key: "dollars",
            header: t("payDollars"),
            align: "end",
            cell: ({ dollars: amount }) => (amount === null ? t("payMissing") : dollars(amount)),
          },
        ]}
      />
    </Panel>
  );

  function standing(own: NonNullable<NationalPay["own"]>): string {
    const { above, below } = own;
    const said = dollars(own.dollars);
    if (above === null && below === null) return t("payNotUs");
    if (above === null) return t("payOwnBelow", { pay: said, below: f.number(below ?? 0) });
    if (below === null) return t("payOwnAbove", { pay: said, above: f.number(above) });
    return t("payOwnBetween", { pay: said, above: f.number(above), below: f.number(below) });
  }
}
