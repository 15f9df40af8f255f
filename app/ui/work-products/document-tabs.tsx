import { registersText } from "#app/strings/en/registers.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { useText } from "../text/use-text.ts";

const tabs = [
  ["documents", ""],
  ["incidents", "/incidents"],
  ["literacy", "/literacy"],
  ["layoff", "/layoff"],
] as const;

/** From the documents to the registers that people keep. */
export function DocumentTabs({ base, here }: { base: string; here: (typeof tabs)[number][0] }) {
  const t = useText(workProductText);
  const own = useText(registersText);
  const labels = {
    documents: t("area"),
    incidents: own("incidents"),
    literacy: own("literacy"),
    layoff: t("layoffLink"),
  };
  return (
    <nav aria-label={t("area")} className="screen-only">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line pb-2">
        {tabs.map(([tab, path]) => (
          <li key={tab}>
            <a
              href={`${base}/documents${path}`}
              className={tab === here ? "font-semibold" : "link"}
              aria-current={tab === here ? "page" : undefined}
            >
              {labels[tab]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
