import { demonstrationPages } from "#app/demonstration/site/site.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { randomFrom } from "#app/domain/kernel/random.ts";
import { auditPage, nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import { judgeUrl } from "#app/domain/visibility/judge-url.ts";
import { readPage } from "#app/domain/visibility/read-page.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";
import type { Figure, FigureTable } from "./figures.ts";
import { measureRealPages } from "./real-pages.ts";
import { probeFigures } from "./validate-probes.ts";
import { counted, readingFigures, readingTables } from "./visibility-figures.ts";

/** Faults planted in the demonstration's pages, and the check that must fail there. */
const planted: Readonly<Record<string, string>> = {
  "/services/cold-chain": "keyword-stuffing",
  "/tracking": "text-without-script",
  "/insights/peak-season-rates": "freshness",
  "/insights/green-corridors": "structured-data",
  "/partners": "indexable",
};

function plantedFound(): number {
  const context = nothingMeasured(isoDateOf(new Date("2026-11-22T00:00:00Z")));
  return Object.entries(planted).filter(([path, check]) => {
    const page = demonstrationPages.find((each) => each.path === path);
    const facts = readPage(
      { url: `https://www.kestrelfreight.example${path}`, html: page?.html ?? "" },
      visibilityChecks.entityRules,
    );
    const audit = auditPage(facts, context, visibilityChecks);
    return audit.checks.some((each) => each.id === check && each.outcome === "fail");
  }).length;
}

/** Random private IPv4 addresses in six notations; every one must be refused. */
function hostileRefused(count: number): number {
  const random = randomFrom(17);
  let refused = 0;
  for (let at = 0; at < count; at++) {
    const octet = () => Math.floor(random() * 256);
    const [a, b] = [
      [10, octet()],
      [127, octet()],
      [192, 168],
      [169, 254],
      [172, 16 + (octet() % 16)],
      [100, 64 + (octet() % 64)],
    ][at % 6] ?? [10, 0];
    const [c, d] = [octet(), octet()];
    const whole = ((((a ?? 0) * 256 + (b ?? 0)) * 256 + c) * 256 + d) >>> 0;
    const forms = [
      `${a}.${b}.${c}.${d}`,
      `${whole}`,
      `0x${whole.toString(16)}`,
      `[::ffff:${a}.${b}.${c}.${d}]`,
      `0${(a ?? 0).toString(8)}.${b}.${c}.${d}`,
      `[64:ff9b::${(whole >>> 16).toString(16)}:${(whole & 65_535).toString(16)}]`,
    ];
    if (judgeUrl(`http://${forms[Math.floor(random() * forms.length)]}/`).verdict === "block") refused += 1;
  }
  return refused / count;
}

type Options = { readonly data: string | null; readonly full: boolean };

/** Other people's pages, where a folder of them was given. */
async function realPageFigures(folder: string | null): Promise<readonly Figure[]> {
  if (folder === null) return [];
  const { pages, languages, compared, same, judged, watched, called } = await measureRealPages(folder);
  if (pages === 0) return [];
  const from = `${pages} pages in ${languages} languages`;
  const ofJudged = (right: number) => ({ kind: "", of: judged, right });
  return [
    counted("real pages whose head is an HTML5 document's (jsdom)", { kind: "", of: compared, right: same }, from),
    { ...counted("real pages called stuffed", ofJudged(called), from), target: "< .01" },
    { ...counted("real pages watched (costs nothing)", ofJudged(watched), from), target: "" },
  ];
}

export async function figures({ data, full }: Options): Promise<readonly Figure[]> {
  const measured = (name: string, value: number | string, target: string): Figure => ({
    name,
    value,
    target,
    basis: "measured",
  });
  return [
    ...readingFigures(),
    ...probeFigures(full),
    measured("planted faults found in the demonstration", `${plantedFound()} of ${Object.keys(planted).length}`, "all"),
    measured("private addresses refused, any notation", hostileRefused(3_000), "1"),
    ...(await realPageFigures(data)),
  ];
}

export async function tables(): Promise<readonly FigureTable[]> {
  return readingTables();
}
