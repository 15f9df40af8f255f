import { keptOut } from "#app/domain/visibility/kept-out.ts";
import type { EngineGate, PageResult } from "#app/domain/visibility/visibility-audit.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Badge, type Tone } from "../controls/badge.tsx";
import type { Column } from "../tables/data-table.tsx";
import { useText } from "../text/use-text.ts";
import { gateWord, shortGateWord } from "./marks.tsx";

type Gate = Pick<EngineGate, "eligibility" | "closedBy">;
type Row = { readonly state: PageResult["state"]; readonly gates: readonly (Gate | null)[] };
type Engine = { readonly engine: string; readonly name: string };

const tones = { open: "good", closed: "bad", partlyOpen: "warn", notMeasured: "quiet" } as const satisfies Record<
  string,
  Tone
>;

const signs = { open: "✓", closed: "✕", partlyOpen: "?" } as const;

/** The matrix of engines by pages: a column for each engine; on a phone one that names those that are kept out, with the reason. */
export function gateColumns<Line extends Row>(engines: readonly Engine[], header: string): Column<Line>[] {
  const names = engines.map(({ name }) => name);
  return [
    ...engines.map(
      ({ engine, name }, at): Column<Line> => ({
        key: engine,
        header: name,
        wideOnly: true,
        cell: ({ gates, state }) => <GateCell gate={gates[at] ?? null} read={state === "audited"} />,
      }),
    ),
    {
      key: "engines",
      header,
      narrowOnly: true,
      cell: ({ gates, state }) => (state === "audited" ? <KeptOutCell names={names} gates={gates} /> : null),
    },
  ];
}

function stateOf({ eligibility }: Pick<Gate, "eligibility">): "open" | "closed" | "partlyOpen" {
  return eligibility === 0 ? "closed" : eligibility === 1 ? "open" : "partlyOpen";
}

/** Whether one engine may use one page, in a word. */
export function GateBadge({ gate }: { gate: Pick<Gate, "eligibility"> }) {
  const words = useText(visibilityText);
  const word = stateOf(gate);
  return <Badge tone={tones[word]}>{words(word)}</Badge>;
}

function GateCell({ gate, read }: { gate: Gate | null; read: boolean }) {
  const t = useText(siteWorkText);
  const words = useText(visibilityText);
  if (gate === null) return <span className="text-ink-soft">{read ? t("notMeasured") : ""}</span>;
  const word = stateOf(gate);
  return (
    <>
      <span className="whitespace-nowrap">
        <Badge tone={tones[word]}>
          <span aria-hidden="true">{signs[word]} </span>
          {words(word)}
        </Badge>
      </span>
      {gate.closedBy.map((id) => (
        <span key={id} className="block text-caption whitespace-nowrap text-ink-soft">
          {words(shortGateWord(id))}
        </span>
      ))}
    </>
  );
}

function KeptOutCell({ names, gates }: { names: readonly string[]; gates: Row["gates"] }) {
  const t = useText(siteWorkText);
  const words = useText(visibilityText);
  const groups = keptOut(names, gates);
  if (groups.length === 0) return <Badge tone="good">{t("openToAll")}</Badge>;
  return groups.map(({ word, because, engines }) => (
    <span key={`${word} ${because.join(" ")}`} className="block">
      <Badge tone={tones[word]}>{word === "notMeasured" ? t(word) : words(word)}</Badge>{" "}
      {engines.length === names.length ? t("everyEngine") : engines.join(", ")}
      {because.length === 0 ? null : (
        <span className="block text-caption text-ink-soft">{because.map((id) => words(gateWord(id))).join(", ")}</span>
      )}
    </span>
  ));
}
