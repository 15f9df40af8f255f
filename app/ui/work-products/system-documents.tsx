import { workProductText } from "#app/strings/en/work-products.ts";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

const products = [
  ["oversight-procedure", "linkOversight"],
  ["instructions-check", "linkInstructions"],
  ["vendor-questionnaire", "linkVendor"],
  ["dpia", "linkDpia"],
  ["fria", "linkFria"],
] as const;

type SystemDocumentsProps = {
  base: string;
  system: string;
  /** The newest version of each document that was kept. */
  kept: Readonly<Record<string, { readonly number: number; readonly keptAt: string }>>;
};

/** The documents that are about one system. */
export function SystemDocuments({ base, system, kept }: SystemDocumentsProps) {
  const t = useText(workProductText);
  const f = useFormat();
  return (
    <Panel title={t("systemDocuments")} link={{ to: `${base}/documents`, label: t("area") }}>
      <ul className="space-y-1">
        {products.map(([product, label]) => {
          const version = kept[product];
          return (
            <li key={product}>
              <a className="link" href={`${base}/documents/${product}?system=${system}`}>
                {t(label)}
              </a>
              {version === undefined ? null : (
                <span className="ml-2 text-caption text-ink-soft">
                  {t("versionOf", { number: version.number, date: f.date(version.keptAt.slice(0, 10)) })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
