import { groupBy } from "#app/domain/kernel/group-by.ts";
import type { Agent, Engine } from "#app/domain/visibility/visibility-pack.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { visibilityMethodText } from "#app/strings/en/visibility-method.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { purposeWords } from "./marks.tsx";

export type ShownAgent = Omit<Agent, "source">;

/** Answer engines and the agents that fill their indexes. */
export function EngineRegistry({ engines }: { engines: readonly Engine[] }) {
  const t = useText(visibilityMethodText);
  return (
    <DataTable
      caption={t("engines")}
      rows={engines}
      rowKey={({ id }) => id}
      columns={[
        { key: "engine", header: t("engine"), cell: ({ name }) => name },
        { key: "agent", header: t("agent"), cell: ({ searchAgent }) => searchAgent },
        { key: "scripts", header: t("scripts"), cell: ({ rendersScript }) => (rendersScript ? t("yes") : t("no")) },
        {
          key: "snippets",
          header: t("snippets"),
          wideOnly: true,
          cell: ({ snippetRules }) => (snippetRules ? t("yes") : t("no")),
        },
        { key: "note", header: t("note"), wideOnly: true, cell: ({ note }) => note },
      ]}
    />
  );
}

/** Every agent that is known, by purpose, behind a disclosure each. */
export function AgentRegistry({ agents }: { agents: readonly ShownAgent[] }) {
  const t = useText(visibilityMethodText);
  const own = useText(visibilityText);
  const purposes = Object.keys(purposeWords) as (keyof typeof purposeWords)[];
  return (
    <div className="space-y-2">
      {purposes.map((purpose) => {
        const rows = agents.filter((agent) => agent.purpose === purpose);
        const name = own(purposeWords[purpose]);
        return (
          <Disclosure key={purpose} summary={`${name}: ${t("allAgents", { count: rows.length })}`}>
            <AgentTable caption={`${t("agents")}: ${name}`} rows={rows} usual={usualEffect(rows)} />
          </Disclosure>
        );
      })}
    </div>
  );
}

/** What blocking an agent of a group changes, for most of them. */
function usualEffect(agents: readonly ShownAgent[]): string {
  const groups = [...groupBy(agents, ({ effectOfBlocking }) => effectOfBlocking)];
  return groups.sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? "";
}

type AgentTableProps = { caption: string; rows: readonly ShownAgent[]; usual: string };

/** The effect that most have stands above, and beside those alone that have another. */
function AgentTable({ caption, rows, usual }: AgentTableProps) {
  const t = useText(visibilityMethodText);
  const f = useFormat();
  const link = (href: string | null, label: string) =>
    href === null ? null : (
      <a className="link" href={href} rel="noreferrer">
        {label}
      </a>
    );
  return (
    <>
      <p className="mb-2 text-ink-soft">{t("ifBlocked", { effect: usual })}</p>
      <DataTable
        caption={caption}
        rows={rows}
        rowKey={({ token }) => token}
        columns={[
          {
            key: "agent",
            header: t("agent"),
            cell: ({ token, effectOfBlocking }) => (
              <>
                {token}
                {effectOfBlocking === usual ? null : (
                  <span className="block max-w-xs text-caption font-normal text-ink-soft">
                    {t("ifBlocked", { effect: effectOfBlocking })}
                  </span>
                )}
              </>
            ),
          },
          { key: "operator", header: t("operator"), cell: ({ operator }) => operator ?? t("unclear") },
          { key: "obedience", header: t("obedience"), cell: ({ obedience }) => t(obedience) },
          {
            key: "documentation",
            header: t("documentation"),
            wideOnly: true,
            cell: ({ documentation }) => link(documentation, hostOf(documentation)),
          },
          {
            key: "addresses",
            header: t("addresses"),
            wideOnly: true,
            cell: ({ ipList }) => link(ipList, hostOf(ipList)),
          },
          { key: "checked", header: t("checkedOn"), wideOnly: true, cell: ({ checkedOn }) => f.date(checkedOn) },
        ]}
      />
    </>
  );
}

function hostOf(url: string | null): string {
  return url === null || !URL.canParse(url) ? "" : new URL(url).hostname.replace(/^www\./, "");
}
