import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CalibrationPlot } from "#app/ui/charts/calibration-plot.tsx";
import { OnPaper } from "#app/ui/charts/chart-frame.tsx";
import { Gantt } from "#app/ui/charts/gantt.tsx";
import { LoadByPool } from "#app/ui/charts/load-by-pool.tsx";
import { ObligationsTimeline } from "#app/ui/charts/obligations-timeline.tsx";
import { PillarBars } from "#app/ui/charts/pillar-bars.tsx";
import { PosteriorRidge } from "#app/ui/charts/posterior-ridge.tsx";
import { RoleScatter } from "#app/ui/charts/role-scatter.tsx";
import { ShareBars } from "#app/ui/charts/share-bars.tsx";
import { SkillGapBars } from "#app/ui/charts/skill-gap-bars.tsx";
import { TimelineBand } from "#app/ui/charts/timeline-band.tsx";
import { Trend } from "#app/ui/charts/trend.tsx";
import { Waterfall } from "#app/ui/charts/waterfall.tsx";
import { rankSteps, WorkflowLanes } from "#app/ui/charts/workflow-lanes.tsx";
import { textIn } from "#tests/ui/render.tsx";

const e = { value: 0.43, low: 0.38, high: 0.48 };
const points = { value: 43, low: 38, high: 48 };
const steps = [
  { id: "a", label: "Reads the request", lane: 0, kind: "ai" },
  { id: "b", label: "Checks the price", lane: 1, kind: "check" },
  { id: "c", label: "Quote sent", lane: 1, kind: "end" },
] as const;
const flows = [
  { from: "a", to: "b" },
  { from: "b", to: "c", label: "fits" },
  { from: "b", to: "a", label: "does not" },
];

/** Each drawing with a value that its table must show. */
const drawings: readonly (readonly [string, ReactElement, string])[] = [
  [
    "skill gap bars",
    <SkillGapBars key={0} title="Named" rows={[{ skill: "Writing", now: 2.5, needed: 3.75, importance: 4.1 }]} />,
    "3.8",
  ],
  [
    "pillar bars",
    <PillarBars
      key={1}
      title="Named"
      rows={[
        { label: "Data", estimate: points, target: 60 },
        { label: "People", estimate: null },
      ]}
    />,
    "not measured",
  ],
  [
    "role scatter",
    <RoleScatter
      key={2}
      title="Named"
      yLabel="payroll"
      formatY={String}
      points={[{ label: "Dispatch", x: e, y: 900, size: 12, kind: "automatable" }]}
    />,
    "38 – 48%",
  ],
  [
    "share bars",
    <ShareBars
      key={3}
      title="Named"
      rows={[{ label: "Dispatch", automatable: 0.31, augmentable: 0.29, human: 0.4 }]}
    />,
    "31%",
  ],
  [
    "timeline band",
    <TimelineBand
      key={4}
      title="Named"
      unit="share"
      series={[
        {
          label: "Automatable",
          points: [
            { at: "2026-11-22", estimate: e },
            { at: "2027-11-22", estimate: e },
          ],
        },
      ]}
    />,
    "22 Nov 2026",
  ],
  ["trend", <Trend key={5} title="Named" unit="points" points={[{ at: "2026-11-22", estimate: points }]} />, "38 – 48"],
  [
    "obligations timeline",
    <ObligationsTimeline
      key={6}
      title="Named"
      today="2026-11-22"
      items={[
        { date: "2027-12-02", label: "EU AI Act Art. 26", state: "upcoming" },
        { date: null, label: "GDPR", state: "in-force" },
      ]}
    />,
    "2 Dec 2027",
  ],
  [
    "gantt",
    <Gantt
      key={7}
      title="Named"
      today="2026-11-22"
      items={[
        { id: "a", label: "Name an owner", start: "2026-12-01", end: "2026-12-11" },
        { id: "b", label: "Course", start: "2027-01-04", end: "2027-02-12", after: ["a"] },
      ]}
    />,
    "12 Feb 2027",
  ],
  [
    "load by pool",
    <LoadByPool
      key={8}
      title="Named"
      pools={[{ label: "IT", unit: "hours", periods: [{ label: "Jan", load: 55, capacity: 40 }] }]}
    />,
    "over by 15 hours",
  ],
  [
    "waterfall",
    <Waterfall
      key={9}
      title="Named"
      from={{ label: "August", value: 38 }}
      steps={[{ label: "Owner named", delta: 5 }]}
      to={{ label: "November", value: 43 }}
    />,
    "+5",
  ],
  [
    "posterior ridge",
    <PosteriorRidge
      key={10}
      title="Named"
      unit="effect"
      rows={[{ label: "Course", prior: { mean: 0.26, sd: 0.2 }, posterior: { mean: 0.35, sd: 0.1 }, seen: [0.41] }]}
    />,
    "0.41",
  ],
  [
    "calibration plot",
    <CalibrationPlot key={11} title="Named" bins={[{ forecast: 0.7, observed: e, n: 12 }]} />,
    "70%",
  ],
  [
    "workflow lanes",
    <WorkflowLanes key={12} title="Named" lanes={["AI", "Dispatcher"]} steps={steps} flows={flows} />,
    "does not: Reads the request",
  ],
];

test.each(drawings)("%s has a name, a table with its values, and no style attribute", (_name, element, value) => {
  const html = renderToStaticMarkup(element);
  expect(html).toMatch(/<svg[^>]*role="img"/);
  expect(html).toMatch(/<title[^>]*>Named<\/title>/);
  expect(textIn(html.slice(html.indexOf("<table")))).toContain(value === "over by 15 hours" ? "55 hours" : value);
  expect(textIn(html)).toContain(value);
  expect(html).not.toMatch(/\sstyle=/);
  expect(html).not.toContain("NaN");
});

test.each(drawings)("%s is drawn once and openly on paper", (_name, element) => {
  const html = renderToStaticMarkup(<OnPaper>{element}</OnPaper>);
  expect(html.match(/<svg/g)).toHaveLength(1);
  expect(html).not.toContain("<details");
});

test.each(drawings)("%s has ids that are unique on the page", (_name, element) => {
  const html = renderToStaticMarkup(element);
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("charts of nothing are empty, not broken", () => {
  for (const element of [
    <PillarBars key={1} title="Named" rows={[]} />,
    <RoleScatter key={2} title="Named" yLabel="payroll" formatY={String} points={[]} />,
    <ShareBars key={3} title="Named" rows={[]} />,
    <Gantt key={4} title="Named" today="2026-11-22" items={[]} />,
    <ObligationsTimeline key={5} title="Named" today="2026-11-22" items={[]} />,
    <LoadByPool key={6} title="Named" pools={[]} />,
    <PosteriorRidge key={7} title="Named" unit="effect" rows={[]} />,
    <CalibrationPlot key={8} title="Named" bins={[]} />,
    <WorkflowLanes key={9} title="Named" lanes={[]} steps={[]} flows={[]} />,
    <TimelineBand key={10} title="Named" unit="points" series={[]} />,
  ]) {
    const html = renderToStaticMarkup(element);
    expect(html).not.toMatch(/NaN|Infinity/);
  }
});

test("a way back does not push a step to the right", () => {
  expect([...rankSteps(steps, flows).values()]).toEqual([0, 1, 2]);
});
