import {
  type ExposureValidation,
  type Resampled,
  type VariantFamily,
  type VariantRow,
  variantFamilies,
  yardsticks,
} from "#app/domain/exposure/exposure-validation.ts";
import { exposureMethodText } from "#app/strings/en/exposure-method.ts";
import { Fold } from "../controls/disclosure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** Shown unfolded: what a reader wants to compare first. */
const first: readonly VariantFamily[] = ["baseline", "whole"];

/** Every variant of the score beside the shipped one, family by family. */
export function VariantTables({ variants }: Pick<ExposureValidation, "variants">) {
  const t = useText(exposureMethodText);
  const families = [...first, ...variantFamilies.filter((family) => !first.includes(family))];
  const shipped = variants.filter(({ kept, family }) => kept && family === "whole");
  return (
    <>
      {families.map((family) => {
        const rows = variants.filter((row) => row.family === family);
        return (
          <Fold key={family} title={t(family)} note={rows.length} open={first.includes(family)}>
            <VariantTable caption={t(family)} rows={family === "baseline" ? [...rows, ...shipped] : rows} />
          </Fold>
        );
      })}
    </>
  );
}

function VariantTable({ caption, rows }: { caption: string; rows: readonly VariantRow[] }) {
  const t = useText(exposureMethodText);
  const f = useFormat();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "variant",
          header: t("variant"),
          cell: (row) => <VariantName {...row} />,
        },
        ...yardsticks.map((yardstick) => ({
          key: yardstick,
          header: t("allAndOffice", { name: t(yardstick) }),
          align: "end" as const,
          cell: ({ agreement }: VariantRow) => {
            const { all, office, difference } = agreement[yardstick];
            return (
              <>
                {f.number(all, 3)}, {f.number(office, 3)}
                <Difference of={difference?.office ?? null} />
              </>
            );
          },
        })),
      ]}
    />
  );
}

/** The name of a way to compute something, marked where it is the one that ships. */
export function VariantName({ name, kept }: { name: string; kept: boolean }) {
  const t = useText(exposureMethodText);
  return (
    <>
      {kept ? <strong>{name}</strong> : name} {kept ? <span className="badge">{t("shipped")}</span> : null}
    </>
  );
}

/** How much better or worse than what ships, with its interval; nothing for what ships itself. */
export function Difference({ of }: { of: Resampled | null }) {
  const f = useFormat();
  if (of === null) return null;
  const signed = (value: number) => `${value < 0 ? "−" : "+"}${f.number(Math.abs(value), 3)}`;
  return (
    <span className="block text-caption whitespace-nowrap text-ink-soft">
      {signed(of.value)} ({signed(of.low)} – {signed(of.high)})
    </span>
  );
}
