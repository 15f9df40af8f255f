import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { assessExposureJob } from "#app/services/exposure/assess-soon.server.ts";
import { loadExposureReport } from "#app/services/exposure/load-exposure-report.server.ts";
import { loadRoles } from "#app/services/workforce/load-roles.server.ts";
import { loadTitles } from "#app/services/workforce/load-titles.server.ts";
import { exposureSorting } from "#app/ui/exposure/exposure-sorting.ts";
import { pageOf, tableState } from "#app/ui/tables/table-state.ts";
import { roleSorting } from "#app/ui/workforce/role-sorting.ts";
import { insertRoles } from "#db/repositories/workforce.server.ts";
import { aLargeHouse, anOrganization } from "./a-large-house.ts";
import type { FigureTable } from "./figures.ts";
import { type Watched, watched } from "./watch-loop.ts";

const roles = 20_000;
const requests = 100;
const insertedAtOnce = 500;
const filters = ["", "manager", "site 3", "department 12", "nurse", "zz", "engineer", "clerk"];
const sorts = ["-headcount", "title", "-pay", "department", "state", "-hours", "-score", "people"];

export type ListRun = {
  readonly page: string;
  readonly first: Watched;
  readonly all: Watched;
  readonly p50: number;
  readonly p95: number;
};

/** The list pages of an organization of 20,000 roles: what their loaders do, with filters and orders that change. */
export async function runLists(): Promise<readonly ListRun[]> {
  const house = await aLargeHouse();
  try {
    const actor = await anOrganization(house.deps);
    await fill(house.deps, actor);
    await assessExposureJob(house.deps, { organizationId: actor.organizationId, requestedBy: actor.userId });
    const runs: ListRun[] = [];
    for (const [page, request] of Object.entries(pages(house.deps, actor))) {
      const first = await watched(() => request(0));
      const times: number[] = [];
      const all = await watched(async () => {
        for (let at = 0; at < requests; at++) {
          const from = performance.now();
          await request(at);
          times.push(performance.now() - from);
          // A request comes from the network: others have their turn between.
          await new Promise((resolve) => setImmediate(resolve));
        }
      });
      times.sort((a, b) => a - b);
      const quantile = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
      runs.push({ page, first, all, p50: quantile(0.5), p95: quantile(0.95) });
    }
    return runs;
  } finally {
    await house.close();
  }
}

function pages(deps: Deps, actor: Actor): Readonly<Record<string, (at: number) => Promise<void>>> {
  const asked = (at: number) => {
    const filter = encodeURIComponent(filters[at % filters.length] ?? "");
    const sort = sorts[Math.floor(at / filters.length) % sorts.length] ?? "";
    return tableState(`http://list/?sort=${sort}&filter=${filter}&page=${1 + (at % 3)}`, { size: 50 });
  };
  return {
    async workforce(at) {
      const view = await loadRoles(deps, actor);
      if (view.ok) pageOf(view.value.roles, asked(at), roleSorting);
    },
    async exposure(at) {
      const report = await loadExposureReport(deps, actor);
      if (report.ok && report.value.result !== null) pageOf(report.value.result.lines, asked(at), exposureSorting);
    },
    async titles(at) {
      const { filter, page } = asked(at);
      const offset = (page - 1) * 10;
      await loadTitles(deps, actor, { filter, decided: false, offset, limit: 10, above: 0.7, search: filter });
    },
  };
}

async function fill({ db, knowledge, now, newId }: Deps, { organizationId }: Actor): Promise<void> {
  const names = knowledge.occupations.occupations.map(({ title }) => title);
  const given = Array.from({ length: roles }, (_, at) => ({
    id: newId() as RoleId,
    draft: {
      title: `${names[at % names.length]} ${Math.floor(at / names.length) % 5 || ""}`.trim(),
      headcount: 1 + (at % 23),
      annualPay: 30_000 + (at % 977) * 50,
      currency: "EUR",
      country: "DE",
      department: `Department ${at % 40}`,
      site: `Site ${at % 7}`,
    },
  }));
  for (let from = 0; from < given.length; from += insertedAtOnce) {
    await insertRoles(db, organizationId, given.slice(from, from + insertedAtOnce), now());
  }
}

export function listTable(runs: readonly ListRun[]): FigureTable {
  return {
    title: `List pages of ${roles} roles: ${requests} requests with filters and orders that change (target: p95 <= 200 ms)`,
    head: ["page", "first, ms", "own stall", "then p50", "p95", "own stall"],
    rows: runs.map(({ page, first, all, p50, p95 }) => [
      page,
      ...[first.ms, first.own, p50, p95, all.own].map((value) => value.toFixed(0)),
    ]),
  };
}
