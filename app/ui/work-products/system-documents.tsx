import { workProductText } from "#app/strings/en/work-products.ts";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";

const products = [
  ["oversight-procedure", "linkOversight"],
  ["instructions-check", "linkInstructions"],
  ["vendor-questionnaire", "linkVendor"],
  ["dpia", "linkDpia"],
  ["fria", "linkFria"],
] as const;

/** The documents that are about one system. */
export function SystemDocuments({ base, system }: { base: string; system: string }) {
  const t = useText(workProductText);
  return (
    <Panel title={t("systemDocuments")} link={{ to: `${base}/documents`, label: t("area") }}>
      <ul className="space-y-1">
        {products.map(([product, label]) => (
          <li key={product}>
            <a className="link" href={`${base}/documents/${product}?system=${system}`}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
