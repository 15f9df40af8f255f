import { titlesText } from "#app/strings/en/titles.ts";
import { Button, LinkButton } from "../controls/button.tsx";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";

/** Waiting or decided titles, and a filter by their words. */
export function TitlesFilter({ decided, filter }: { decided: boolean; filter: string }) {
  const t = useText(titlesText);
  const tabs = [
    { href: "?", label: t("waitingTab"), here: !decided },
    { href: "?show=decided", label: t("decidedTab"), here: decided },
  ];
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 pb-3">
      <nav aria-label={t("link")} className="flex gap-4">
        {tabs.map(({ href, label, here }) => (
          <a
            key={href}
            href={href}
            className={here ? "font-semibold" : "link"}
            aria-current={here ? "page" : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <form method="get" className="flex flex-wrap items-center gap-2">
        {decided ? <input type="hidden" name="show" value="decided" /> : null}
        <input type="search" name="filter" defaultValue={filter} aria-label={t("filter")} className="input max-w-56" />
        <Button variant="quiet">{t("filter")}</Button>
      </form>
    </div>
  );
}

/** Decisions out to a spreadsheet and back in. */
export function TitlesFile() {
  const t = useText(titlesText);
  return (
    <Panel title={t("file")}>
      <p className="mb-3 text-ink-soft">{t("fileLead")}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton to="file" variant="quiet" document>
          {t("download")}
        </LinkButton>
        <LinkButton to="import" variant="quiet">
          {t("upload")}
        </LinkButton>
      </div>
    </Panel>
  );
}
