import { expect, test } from "vitest";
import { judgeRule, subjectOf } from "#app/domain/compliance/judge-rule.ts";
import type { Rule } from "#app/domain/compliance/obligation-pack.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { factsThat } from "#tests/builders/facts-that.ts";

const owned = pack.instruments.flatMap((instrument) =>
  instrument.obligations.map((obligation) => ({ instrument, obligation })),
);

const is = (rule: Rule, wanted = true) => ({ rule, wanted });

test("every duty and every law but those that bind nobody can be met and can be missed", () => {
  const rules = [
    ...pack.instruments.filter(({ applies }) => !("never" in applies)),
    ...owned.map(({ obligation }) => obligation),
  ];
  expect(rules.filter(({ applies }) => factsThat([is(applies)], pack.facts) === null).map(({ id }) => id)).toEqual([]);
  expect(
    rules.filter(({ applies }) => factsThat([is(applies, false)], pack.facts) === null).map(({ id }) => id),
  ).toEqual([]);
});

test("laws that bind nobody hold no duty", () => {
  expect(owned.filter(({ instrument }) => "never" in instrument.applies)).toEqual([]);
});

test("a duty applies only where its law does", () => {
  const outside = owned.filter(
    ({ instrument, obligation }) =>
      factsThat([is(obligation.applies), is(instrument.applies, false)], pack.facts) !== null,
  );
  expect(outside.map(({ obligation }) => obligation.id)).toEqual([]);
});

test("every date rule can decide the date of its duty", () => {
  const idle = owned.flatMap(({ obligation }) =>
    (obligation.dates ?? []).filter(({ rule }, at, dates) => {
      const passed = dates.slice(0, at).map((before) => is(before.rule, false));
      return factsThat([is(obligation.applies), ...passed, is(rule)], pack.facts) === null;
    }),
  );
  expect(idle).toEqual([]);
});

test("the facts found to meet a rule meet it", () => {
  for (const { obligation } of owned) {
    const facts = factsThat([is(obligation.applies)], pack.facts);
    const answer = facts && judgeRule(obligation.applies, subjectOf(facts)).answer;
    expect([obligation.id, answer]).toEqual([obligation.id, "yes"]);
  }
});

test("no duty begins before its law, no conditional date lies outside the years of the pack", () => {
  const early = owned.filter(({ instrument: { inForceFrom }, obligation: { history, dates = [] } }) => {
    const days = [...history.map(({ from }) => from), ...dates.map(({ date }) => date)];
    return days.some((day) => day !== null && inForceFrom !== null && day < inForceFrom);
  });
  expect(early.map(({ obligation }) => obligation.id)).toEqual([]);
  const years = owned.flatMap(({ obligation: { dates = [] } }) => dates.map(({ date }) => Number(date.slice(0, 4))));
  expect(years.filter((year) => year < 2018 || year > 2035)).toEqual([]);
});

test("a general date is one of the conditional ones", () => {
  const apart = owned.filter(({ obligation: { dates, history } }) => {
    const general = history[0]?.from;
    return dates !== undefined && general !== null && !dates.some(({ date }) => date === general);
  });
  expect(apart.map(({ obligation }) => obligation.id)).toEqual(["eu-ai-act.art6-4"]);
});

test("every review lies after the day of the pack", () => {
  expect(pack.instruments.filter(({ reviewBy }) => reviewBy <= pack.asOf).map(({ id }) => id)).toEqual([]);
});

test("a title is short, plain and one of its kind within its law", () => {
  const titles = owned.flatMap(({ instrument, obligation }) =>
    obligation.history.map(({ value }) => ({ law: instrument.id, id: obligation.id, title: value.title })),
  );
  const jargon =
    /\b(Art|Sec|Reg|Dir|GDPR|DPIA|FRIA|PIA|QMS|ADMT|ADS|AEDT|GPAI|GenAI|WARN|CSE|SB|AB|HB|ADM|incl|etc)\b|[§:]$/;
  expect(titles.filter(({ title }) => title.length > 90 || jargon.test(title))).toEqual([]);
  expect(titles.filter(({ title }) => !/^[A-Z][a-z]+,? \S/.test(title) || title.endsWith("."))).toEqual([]);
  const named = titles.map(({ law, id, title }) => `${law} ${title} ${id}`);
  const words = new Map(titles.map(({ law, id, title }) => [`${law} ${title}`, id]));
  expect(new Set(named).size).toBe(words.size);
});

test("every entry says how it was checked, what shows that it is met, and by which control", () => {
  const bare = owned.filter(({ obligation }) =>
    obligation.history.some(
      ({ value: { checked, evidence, controls, citation } }) =>
        checked.note.length < 10 || evidence.length === 0 || controls.length === 0 || citation.length < 3,
    ),
  );
  expect(bare.map(({ obligation }) => obligation.id)).toEqual([]);
});
