import type { Deps } from "#app/services/deps.ts";
import { assessExposureJob } from "#app/services/exposure/assess-soon.server.ts";
import { loadExposureReport } from "#app/services/exposure/load-exposure-report.server.ts";
import { importRoles } from "#app/services/workforce/import-roles.server.ts";
import { importRolesJob } from "#app/services/workforce/import-roles-job.server.ts";
import { loadRoles } from "#app/services/workforce/load-roles.server.ts";
import { loadTitles } from "#app/services/workforce/load-titles.server.ts";
import { startImport } from "#app/services/workforce/start-import.server.ts";
import { undoImport } from "#app/services/workforce/undo-import.server.ts";
import { aLargeHouse, anOrganization } from "./a-large-house.ts";
import type { Figure, FigureTable } from "./figures.ts";
import { type Watched, watched } from "./watch-loop.ts";

const titles = 5_000;
/** Rows of the two rosters, which have the same roles: what grows with the rows alone shows in the difference. */
const sizes = [10_000, 100_000] as const;
const warmUp = { rows: 3_000, titles: 1_100 };

/** A list of persons: so many rows in so many roles, with the columns of a usual export. */
export function aPersonList(rows: number, titles: number, names: readonly string[]): Uint8Array {
  const lines = ["Employee ID,Job title,Department,Site,Country,Annual salary,Currency,Hire date,Cost centre"];
  for (let at = 0; at < rows; at++) {
    const kind = at % titles;
    const title = `${names[kind % names.length]} ${Math.floor(kind / names.length) || ""}`.trim();
    const pay = 30_000 + (at % 977) * 50;
    lines.push(
      `E${at},"${title}",Department ${kind % 40},Site ${kind % 7},DE,${pay},EUR,2019-03-${(at % 28) + 1},CC-${kind}`,
    );
  }
  return new TextEncoder().encode(lines.join("\n"));
}

const idleMs = 3_000;
const context = { signal: new AbortController().signal, progress: async () => undefined };

export type Run = { readonly rows: number; readonly bytes: number; readonly phases: readonly Phase[] };
export type Phase = { readonly name: string; readonly watched: Watched };

/** Brings rosters from their bytes to their pages, through the services and threads that the pages use. */
export async function runRosters(): Promise<readonly Run[]> {
  const house = await aLargeHouse();
  const { knowledge } = house.deps;
  try {
    const names = knowledge.occupations.occupations.map(({ title }) => title.replaceAll('"', ""));
    const runs: Run[] = [];
    // Threads load their knowledge once; what that takes is told apart from what rows take.
    await through(house.deps, aPersonList(warmUp.rows, warmUp.titles, names));
    for (const rows of sizes) {
      const bytes = aPersonList(rows, titles, names);
      runs.push({ rows, bytes: bytes.byteLength, phases: await through(house.deps, bytes) });
    }
    return runs;
  } finally {
    await house.close();
  }
}

async function through(deps: Deps, bytes: Uint8Array): Promise<readonly Phase[]> {
  const actor = await anOrganization(deps);
  const { organizationId } = actor;
  const phases: Phase[] = [];
  const phase = async (name: string, run: () => Promise<unknown>) => {
    phases.push({ name, watched: await watched(run) });
  };
  let importId = "";
  const job = () => importRolesJob(deps, { organizationId, importId, requestedBy: actor.userId }, context);

  // What the machine itself does to a loop without work: the other stalls are read against it.
  await phase("an idle loop", () => new Promise((resolve) => setTimeout(resolve, idleMs)));
  await phase("uploaded and looked at", async () => {
    const started = await startImport(deps, actor, { fileName: "bench.csv", bytes });
    if (!started.ok) throw new Error(started.failure.kind);
    importId = started.value.importId;
  });
  await phase("read, kept and compared", job);
  await phase("saved", async () => {
    const queued = await importRoles(deps, actor, importId);
    if (!queued.ok) throw new Error(queued.failure.kind);
    await job();
  });
  await phase("assessed and kept", () => assessExposureJob(deps, { organizationId, requestedBy: actor.userId }));
  await phase("roster page, first", () => loadRoles(deps, actor));
  await phase("titles page, first", () => loadTitles(deps, actor, wanted));
  await phase("exposure page, first", () => loadExposureReport(deps, actor));
  await phase("roster page, again", () => loadRoles(deps, actor));
  await phase("titles page, again", () => loadTitles(deps, actor, wanted));
  await phase("exposure page, again", () => loadExposureReport(deps, actor));
  await phase("undone", async () => {
    const queued = await undoImport(deps, actor, { importId, untouchedOnly: false });
    if (!queued.ok) throw new Error(queued.failure.kind);
    await job();
  });
  return phases;
}

const wanted = { filter: "", decided: false, offset: 0, limit: 10, above: 0.7, search: "" };

/** Phases that somebody waits for between sending the file and seeing the first page. */
const endToEnd = 4;
const loopTarget = "<= 50";

/** What is asked for, of the longer roster; the table has the rest. */
export function rosterFigures(runs: readonly Run[]): readonly Figure[] {
  return runs.flatMap(({ rows, bytes, phases }): Figure[] => {
    const [, ...work] = phases;
    const seconds = work.slice(0, endToEnd).reduce((sum, { watched: { ms } }) => sum + ms, 0) / 1000;
    const cpu = work.slice(0, endToEnd).reduce((sum, { watched }) => sum + watched.cpu, 0) / 1000;
    const most = (of: (watched: Watched) => number) => Math.max(...work.map((phase) => of(phase.watched)));
    const worst = work.find(({ watched: { longest } }) => longest.ms === most((watched) => watched.longest.ms));
    const named = (name: string) => `roster of ${rows}: ${name}`;
    const waited = `${worst?.name}; ${worst?.watched.longest.waited.toFixed(0)} ms of it waiting for a core`;
    return [
      { name: named("file, MB"), value: bytes / 1e6, basis: "measured" },
      { name: named("end to end, s"), value: seconds, basis: "measured", note: `${cpu.toFixed(1)} s of computing` },
      { name: named("end to end, rows/s"), value: rows / seconds, basis: "measured" },
      {
        name: named("longest stall of the event loop, ms"),
        value: most(({ longest }) => longest.ms),
        target: loopTarget,
        basis: "measured",
        note: waited,
      },
      {
        name: named("longest stall but for waiting for a core, ms"),
        value: most(({ own }) => own),
        target: loopTarget,
        basis: "measured",
      },
      { name: named("memory more at most, MiB"), value: most(({ rss }) => rss), basis: "measured" },
      { name: named("heap more at most, MiB"), value: most(({ heap }) => heap), basis: "measured" },
    ];
  });
}

/** Time, stalls and memory by phase. */
export function rosterTable(runs: readonly Run[]): FigureTable {
  return {
    title:
      "Rosters of 5,000 roles: stalls in ms (all, waiting for a core, the longest without), memory in MiB above the phase's start",
    head: ["rows", "phase", "s", "CPU s", "stall", "waited", "own", "RSS", "heap", "buffers"],
    rows: runs.flatMap(({ rows, phases }) => phases.map((phase) => cellsOf(rows, phase))),
  };
}

function cellsOf(rows: number, { name, watched: { ms, cpu, longest, own, rss, heap, external } }: Phase): string[] {
  const whole = [longest.ms, longest.waited, own, rss, heap, external].map((value) => value.toFixed(0));
  return [String(rows), name, (ms / 1000).toFixed(2), (cpu / 1000).toFixed(2), ...whole];
}
