import { redeploymentText } from "#app/strings/en/redeployment.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { linearScale } from "./linear-scale.ts";
import { boxPath, Label, Lines, segment, Ticks, TickText, tickSize } from "./marks.tsx";
import { paint } from "./paint.ts";
import { cutText, textWidth } from "./text-width.ts";

/** Levels 0..7 of one skill: where the old work stands, and what the new work needs. */
export type SkillRow = {
  readonly skill: string;
  readonly now: number;
  readonly needed: number;
  readonly importance: number;
};

type SkillGapBarsProps = ChartProps & { rows: readonly SkillRow[]; wide?: number };

const rowHeight = 24;
const barHeight = 12;
const highest = 7;
const ticks = [0, 1, 2, 3, 4, 5, 6, 7];

/** Each skill as a solid bar up to the level now, and an outlined one from there to the level needed. */
export function SkillGapBars({ rows, wide, ...names }: SkillGapBarsProps) {
  const t = useText(redeploymentText);
  const f = useFormat();
  const table = {
    head: [t("skill"), t("levelNow"), t("levelNeeded"), t("importance")],
    rows: rows.map(({ skill, now, needed, importance }) => ({
      cells: [skill, f.number(now, 1), f.number(needed, 1), f.number(importance, 1)],
    })),
  };
  return (
    <ChartFrame
      {...names}
      table={table}
      {...(wide === undefined ? {} : { wide })}
      draw={({ width }) => {
        const longest = Math.max(0, ...rows.map(({ skill }) => textWidth(skill, 12)));
        const left = Math.min(longest + 8, width * 0.5);
        const x = linearScale([0, highest], [left + 6, width - 12]);
        const top = (at: number) => 22 + at * rowHeight;
        const foot = top(rows.length) + 2;
        const nowWide = textWidth(t("levelNow"), tickSize) + 34;
        return {
          height: foot + 20,
          body: (
            <>
              <path d={boxPath(left + 6, 2, 12, 11)} fill={paint.accent} />
              <path d={boxPath(left + 6 + nowWide, 2, 12, 11)} fill={paint.band} stroke={paint.accent} />
              <Ticks>
                <TickText x={left + 22} y={8}>
                  {t("levelNow")}
                </TickText>
                <TickText x={left + 22 + nowWide} y={8}>
                  {t("levelNeeded")}
                </TickText>
              </Ticks>
              <Lines d={ticks.map((tick) => segment(x(tick), 20, x(tick), foot)).join("")} />
              <Ticks anchor="middle">
                {ticks.map((tick) => (
                  <TickText key={tick} x={x(tick)} y={foot + 10}>
                    {tick}
                  </TickText>
                ))}
              </Ticks>
              <g textAnchor="end">
                {rows.map(({ skill }, at) => (
                  <Label key={skill} x={left} y={top(at) + rowHeight / 2}>
                    {cutText(skill, left, 12)}
                  </Label>
                ))}
              </g>
              <path
                d={rows
                  .map(({ now, needed }, at) =>
                    boxPath(x(now), top(at) + (rowHeight - barHeight) / 2, x(needed) - x(now), barHeight),
                  )
                  .join("")}
                fill={paint.band}
                stroke={paint.accent}
              />
              <path
                d={rows
                  .map(({ now }, at) =>
                    boxPath(x(0), top(at) + (rowHeight - barHeight) / 2, Math.max(x(now) - x(0), 1), barHeight),
                  )
                  .join("")}
                fill={paint.accent}
              />
            </>
          ),
        };
      }}
    />
  );
}
