import type { AdoptionParameters } from "#app/domain/exposure/occupation-pack.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import type { Formats } from "#app/strings/format.ts";
import { ScrollRegion } from "../tables/scroll-region.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** In the order a person meets them; `source` names an entry of the knowledge. */
export const adoptionParameters = [
  { name: "ceiling", share: true, source: "adoption" },
  { name: "midpoint", share: false, source: "adoption" },
  { name: "width", share: false, source: "adoption" },
  { name: "softwareLag", share: false, source: "softwareLag" },
  { name: "startShare", share: true, source: "startShare" },
  { name: "startDepth", share: true, source: "startDepth" },
] as const satisfies readonly { name: keyof AdoptionParameters; share: boolean; source: string }[];

export function adoptionWords(f: Formats, value: number, share: boolean): string {
  return share ? f.share(value) : f.number(value, Number.isInteger(value) ? 0 : 1);
}

type AdoptionTableProps = { adoption: AdoptionParameters; sources: Readonly<Record<string, string>> };

/** Every parameter of a scenario beside its chart, each with where it comes from. */
export function AdoptionTable({ adoption, sources }: AdoptionTableProps) {
  const t = useText(scenariosText);
  const f = useFormat();
  return (
    <div className="mt-4">
      <h3 className="font-semibold">{t("parameters")}</h3>
      <ScrollRegion label={t("parameters")}>
        <table className="data-table text-caption">
          <caption className="sr-only">{t("parameters")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("parameter")}</th>
              <th scope="col" className="end">
                {t("value")}
              </th>
              <th scope="col">{t("source")}</th>
            </tr>
          </thead>
          <tbody>
            {adoptionParameters.map(({ name, share, source }) => (
              <tr key={name}>
                <th scope="row">{t(name)}</th>
                <td className="end">{adoptionWords(f, adoption[name], share)}</td>
                <td>{sources[source] ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
