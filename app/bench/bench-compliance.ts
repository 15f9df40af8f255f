import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import type { Facts } from "#app/domain/compliance/facts.ts";
import { judgeRule, subjectOf } from "#app/domain/compliance/judge-rule.ts";
import { randomFrom } from "#app/domain/kernel/random.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import type { Figure, FigureModule } from "./figures.ts";
import { fullyAnswered, partlyAnswered } from "./made-up-organizations.ts";
import { dutiesMet, twoValuedEngine } from "./two-valued-rules.ts";

const systems = 20;
const duties = pack.instruments.flatMap(({ obligations }) => obligations);

/** How long one evaluation takes, how many organizations a second, how much memory, and the same rules in json-rules-engine. */
export const figures: FigureModule["figures"] = async ({ full }) => {
  const many = Array.from({ length: 1000 }, (_, at) => partlyAnswered(randomFrom(at), systems));
  const some = Array.from({ length: full ? 100 : 50 }, (_, at) => fullyAnswered(randomFrom(at), systems, pack));
  const judged = timesOf(many, judgeAll);
  const assessed = timesOf(many, (facts) => assessCompliance(facts, pack, pack.asOf));
  return [
    measured("organizations", many.length, `${systems} systems, ${duties.length} duties each, partly answered`),
    ...timeFigures("all duties judged", judged),
    ...timeFigures("whole assessment with dates, reasons and questions", assessed, "p99 <= 50 ms"),
    measured("heap while assessing, MB at most", assessed.heap),
    measured("memory of the process, MB", Math.round(process.memoryUsage().rss / 2 ** 20)),
    ...(await sideBySide(some)),
  ];
};

function judgeAll(facts: Facts): void {
  const subject = subjectOf(facts);
  for (const { applies } of duties) judgeRule(applies, subject);
}

/** Both engines on the same organizations, all of whose answers are known; reasons, dates and questions only ours gives. */
async function sideBySide(organizations: readonly Facts[]): Promise<Figure[]> {
  const engine = twoValuedEngine(pack);
  const warm = organizations.slice(0, 2);
  for (const facts of warm) await runOther(engine, facts);
  const ours = timesOf(organizations, judgeAll);
  const whole = timesOf(organizations, (facts) => assessCompliance(facts, pack, pack.asOf));
  const times: number[] = [];
  let compared = 0;
  let agreed = 0;
  for (const facts of organizations) {
    const start = performance.now();
    const found = await runOther(engine, facts);
    times.push(performance.now() - start);
    const subject = subjectOf(facts);
    for (const [at, met] of found.entries()) {
      for (const { id, applies } of duties) {
        const answer = subject.systems?.[at]?.evaluator.answer(applies);
        compared += 1;
        if (answer === (met.has(id) ? "yes" : "no")) agreed += 1;
      }
    }
  }
  const other = medianOf(times);
  const note = "two values: unanswered counts as not met";
  return [
    measured("side by side: organizations judged by json-rules-engine, fully answered", times.length),
    measured("side by side: the same organizations judged by ours", ours.times.length),
    measured("side by side: the same organizations assessed whole by ours", whole.times.length),
    measured("json-rules-engine, all duties judged, ms, median", other, note),
    measured("json-rules-engine, all duties judged, ms, p99", quantile(times, 0.99)),
    measured("ours, all duties judged, ms, median", medianOf(ours.times)),
    measured("ours, all duties judged, ms, p99", quantile(ours.times, 0.99)),
    measured("ours, whole assessment, ms, median", medianOf(whole.times)),
    measured("json-rules-engine / ours, judged", other / medianOf(ours.times)),
    measured("json-rules-engine judged / ours whole", other / medianOf(whole.times)),
    measured("answers compared, one for each duty and system", compared),
    measured("answers that agree", agreed, agreed === compared ? "all" : "not all"),
  ];
}

async function runOther(engine: ReturnType<typeof twoValuedEngine>, facts: Facts): Promise<Set<string>[]> {
  const found: Set<string>[] = [];
  for (const system of facts.systems ?? []) found.push(await dutiesMet(engine, facts.org, system.facts));
  return found;
}

type Times = {
  readonly times: readonly number[];
  readonly seconds: number;
  /** Milliseconds of processor time of each, collecting garbage included: says more than the clock on a machine with other work. */
  readonly processor: readonly number[];
  readonly heap: number;
};

function timesOf(organizations: readonly Facts[], run: (facts: Facts) => void): Times {
  for (const facts of organizations.slice(0, 10)) run(facts);
  let heap = 0;
  const before = performance.now();
  const processor: number[] = [];
  const times = organizations.map((facts) => {
    const start = performance.now();
    const used = process.cpuUsage();
    run(facts);
    const { user, system } = process.cpuUsage(used);
    const time = performance.now() - start;
    processor.push((user + system) / 1000);
    heap = Math.max(heap, process.memoryUsage().heapUsed);
    return time;
  });
  return { times, seconds: (performance.now() - before) / 1000, processor, heap: Math.round(heap / 2 ** 20) };
}

function timeFigures(name: string, { times, seconds, processor }: Times, target?: string): Figure[] {
  return [
    measured(`${name}, ms, p50`, quantile(times, 0.5)),
    { ...measured(`${name}, ms, p99`, quantile(times, 0.99)), ...(target !== undefined && { target }) },
    measured(`${name}, processor ms, p50`, quantile(processor, 0.5)),
    measured(`${name}, processor ms, p99`, quantile(processor, 0.99)),
    measured(`${name}, organizations a second`, times.length / seconds),
  ];
}

function quantile(times: readonly number[], share: number): number {
  const ascending = [...times].sort((a, b) => a - b);
  return ascending[Math.floor(share * (ascending.length - 1))] ?? Number.NaN;
}

function medianOf(times: readonly number[]): number {
  return quantile(times, 0.5);
}

function measured(name: string, value: number, note?: string): Figure {
  return { name, value, basis: "measured", ...(note !== undefined && { note }) };
}
