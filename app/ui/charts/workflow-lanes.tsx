import { chartText } from "#app/strings/en/charts.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { ArrowHead, Label, labelSize, round, tickSize } from "./marks.tsx";
import { paint } from "./paint.ts";
import { wrapText } from "./text-width.ts";

/** `check` is a person's oversight of what AI did; it has a double border. */
export type StepKind = "ai" | "human" | "check" | "decision" | "end";
export type LaneStep = { readonly id: string; readonly label: string; readonly lane: number; readonly kind: StepKind };
export type Flow = { readonly from: string; readonly to: string; readonly label?: string };

type WorkflowLanesProps = ChartProps & {
  lanes: readonly string[];
  steps: readonly LaneStep[];
  flows: readonly Flow[];
  wide?: number;
};

const laneHeight = 84;
const boxHeight = 50;

/** Who does what in which order: one lane for each who, steps from left to right. On a phone they run from top to bottom. */
export function WorkflowLanes({ lanes, steps, flows, wide = 1080, ...names }: WorkflowLanesProps) {
  const t = useText(chartText);
  const labels = new Map(steps.map(({ id, label }) => [id, label]));
  const table = {
    head: [t("step"), t("lane"), t("next")],
    rows: steps.map(({ id, label, lane }) => ({
      cells: [
        label,
        lanes[lane] ?? "",
        flows
          .filter(({ from }) => from === id)
          .map(({ to, label: when }) => (when === undefined ? labels.get(to) : `${when}: ${labels.get(to)}`))
          .join("; "),
      ],
    })),
  };
  const ranks = rankSteps(steps, flows);
  const columns = Math.max(0, ...ranks.values()) + 1;
  return (
    <ChartFrame
      {...names}
      table={table}
      wide={wide}
      draw={({ width, narrow, id }) => {
        const gutter = narrow ? 0 : 100;
        const column = (width - gutter) / columns;
        const order = [...steps].sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
        const boxes = new Map(
          order.map((step, at) => {
            if (narrow) return [step.id, { step, x: 14, y: at * 78 + 18, width: width - 64 }] as const;
            const x = gutter + (ranks.get(step.id) ?? 0) * column + 10;
            return [
              step.id,
              { step, x, y: step.lane * laneHeight + (laneHeight - boxHeight) / 2, width: column - 42 },
            ] as const;
          }),
        );
        return {
          height: narrow ? order.length * 78 : lanes.length * laneHeight,
          body: (
            <>
              <ArrowHead id={`${id}-arrow`} size={7} />
              {narrow ? null : <LaneGround lanes={lanes} width={width} />}
              {flows.map((flow) => {
                const from = boxes.get(flow.from);
                const to = boxes.get(flow.to);
                if (from === undefined || to === undefined) return null;
                const { d, x, y } = narrow ? below(from, to) : aside(from, to);
                return (
                  <g key={`${flow.from} ${flow.to}`}>
                    <path d={d} fill="none" stroke={paint.line} strokeWidth={1.3} markerEnd={`url(#${id}-arrow)`} />
                    {flow.label === undefined ? null : (
                      <Label x={x} y={y} anchor="middle" size={tickSize} fill={paint.soft} halo>
                        {flow.label}
                      </Label>
                    )}
                  </g>
                );
              })}
              {[...boxes.values()].map(({ step, x, y, width: wideBox }) => (
                <StepBox
                  key={step.id}
                  step={step}
                  x={x}
                  y={y}
                  width={wideBox}
                  above={narrow ? (lanes[step.lane] ?? "") : ""}
                />
              ))}
            </>
          ),
        };
      }}
    />
  );
}

/** The column of each step: one more than the latest step before it. Ways back to earlier steps do not count. */
export function rankSteps(steps: readonly LaneStep[], flows: readonly Flow[]): ReadonlyMap<string, number> {
  const order = new Map(steps.map(({ id }, at) => [id, at]));
  const ranks = new Map<string, number>();
  for (const { id } of steps) {
    const before = flows.filter(({ from, to }) => to === id && (order.get(from) ?? 0) < (order.get(id) ?? 0));
    ranks.set(id, Math.max(0, ...before.map(({ from }) => (ranks.get(from) ?? 0) + 1)));
  }
  return ranks;
}

function LaneGround({ lanes, width }: { lanes: readonly string[]; width: number }) {
  return (
    <>
      {lanes.map((lane, at) => (
        <g key={lane}>
          <rect
            x={0.5}
            y={at * laneHeight + 0.5}
            width={width - 1}
            height={laneHeight - 1}
            fill={at % 2 === 0 ? paint.surface : paint.raised}
            fillOpacity={0.5}
            stroke={paint.grid}
          />
          {wrapText(lane, 88, labelSize, 3).map((line, row, all) => (
            <Label key={line} x={8} y={at * laneHeight + laneHeight / 2 + (row - (all.length - 1) / 2) * 15} bold>
              {line}
            </Label>
          ))}
        </g>
      ))}
    </>
  );
}

type PlacedBox = { readonly step: LaneStep; readonly x: number; readonly y: number; readonly width: number };

function StepBox({ step, x, y, width, above }: PlacedBox & { above: string }) {
  const stroke = step.kind === "ai" ? paint.accent : step.kind === "decision" ? paint.automatable : paint.line;
  const lines = wrapText(step.label, width - 14, labelSize, 3);
  return (
    <g>
      {above === "" ? null : (
        <Label x={x} y={y - 8} size={tickSize} fill={paint.soft}>
          {above}
        </Label>
      )}
      <rect
        x={round(x)}
        y={y}
        width={round(width)}
        height={boxHeight}
        rx={step.kind === "end" ? 25 : 5}
        fill={paint.surface}
        stroke={stroke}
        strokeWidth={1.5}
        {...(step.kind === "ai" ? { strokeDasharray: "5 3" } : {})}
      />
      {step.kind === "check" ? (
        <rect
          x={round(x + 3)}
          y={y + 3}
          width={round(width - 6)}
          height={boxHeight - 6}
          rx={3}
          fill="none"
          stroke={stroke}
        />
      ) : null}
      {lines.map((line, at) => (
        <Label key={line} x={x + width / 2} y={y + boxHeight / 2 + (at - (lines.length - 1) / 2) * 14} anchor="middle">
          {line}
        </Label>
      ))}
    </g>
  );
}

type Way = { readonly d: string; readonly x: number; readonly y: number };

function aside(from: PlacedBox, to: PlacedBox): Way {
  const y1 = from.y + boxHeight / 2;
  const y2 = to.y + boxHeight / 2;
  if (to.x > from.x) {
    const x1 = from.x + from.width;
    const turn = to.x - 12;
    return { d: `M${round(x1)} ${y1}H${round(turn)}V${y2}H${round(to.x - 1)}`, x: (x1 + to.x) / 2, y: y1 - 8 };
  }
  // Back to an earlier step, below the boxes.
  const low = Math.max(from.y, to.y) + boxHeight + 9;
  const x1 = from.x + from.width / 2;
  const x2 = to.x + to.width / 2;
  return {
    d: `M${round(x1)} ${from.y + boxHeight}V${low}H${round(x2)}V${to.y + boxHeight + 1}`,
    x: (x1 + x2) / 2,
    y: low,
  };
}

function below(from: PlacedBox, to: PlacedBox): Way {
  const x = from.x + from.width / 2;
  if (to.y > from.y && to.y - from.y <= 80)
    return { d: `M${round(x)} ${from.y + boxHeight}V${to.y - 1}`, x: x + 46, y: from.y + boxHeight + 12 };
  const edge = from.x + from.width + 14;
  const y1 = from.y + boxHeight / 2 + 8;
  const y2 = to.y + boxHeight / 2 - 8;
  return {
    d: `M${round(from.x + from.width)} ${y1}H${round(edge)}V${y2}H${round(to.x + to.width + 1)}`,
    x: edge + 16,
    y: (y1 + y2) / 2,
  };
}
