import type { ObligationPack, Rule } from "#app/domain/compliance/obligation-pack.ts";
import type { ClassesOfLaw, RiskClass, RiskClassPack } from "#app/domain/compliance/risk-classes.ts";
import { checkRuleOf } from "./check-references.ts";
import { annexFile, classesFile, type FileClass } from "./classes-schema.ts";
import { parseFile, ruleReader } from "./read-pack.ts";
import { definitionsFile } from "./schema.ts";

const classes = "_classes.json";
const annex = "_annex-iii.json";

/**
 * Reads the classes that laws sort systems into. Their rules are the pack's own: tests it defines, or its duties. Throws with file and
 * path when one names a law, a duty or a test that nobody knows.
 */
export function readClasses(
  files: { readonly classes: unknown; readonly annexIII: unknown; readonly definitions: unknown },
  pack: ObligationPack,
): RiskClassPack {
  const definitions = parseFile("_definitions.json", definitionsFile, files.definitions);
  const known = { ...pack, definitions };
  const read = ruleReader({ always: true }, definitions, classes);

  function ruleOf(one: FileClass, path: string): Rule {
    if (one.rule !== undefined) {
      checkRuleOf(classes, one.rule, `${path}.rule`, known);
      return read(one.rule);
    }
    return { any: (one.duties ?? []).map((id) => dutyRule(id, `${path}.duties`, pack)) };
  }
  function readClass(one: FileClass, path: string): RiskClass {
    const { rule: _, duties = [], dated = duties, ...words } = one;
    const rule = ruleOf(one, path);
    for (const id of dated) dutyRule(id, `${path}.dated`, pack);
    return { ...words, rule, dated };
  }

  const laws = parseFile(classes, classesFile, files.classes).map(({ history, ...law }, at): ClassesOfLaw => {
    const instrument = pack.instruments.find(({ id }) => id === law.instrument);
    if (instrument === undefined) throw new Error(`${classes}: ${at}.instrument: no law "${law.instrument}"`);
    const entries = history.map(({ value, ...entry }, place) => ({
      ...entry,
      value: {
        otherwise: value.otherwise,
        classes: value.classes.map((one, turn) => readClass(one, `${at}.history.${place}.value.classes.${turn}`)),
      },
    }));
    return { ...law, scope: instrument.applies, history: entries };
  });

  const { history, ...rest } = parseFile(annex, annexFile, files.annexIII);
  const inAnnex = ruleReader({ always: true }, definitions, annex);
  const entries = history.map(({ value: { points, exit }, ...entry }) => {
    const test = <Test extends { readonly rule: typeof exit.rule }>(one: Test) => ({
      ...one,
      rule: inAnnex(one.rule),
    });
    const read = { ...test(exit), tests: exit.tests.map(test), influence: test(exit.influence) };
    return { ...entry, value: { points, exit: { ...read, profiling: test(exit.profiling) } } };
  });
  return { laws, annexIII: { ...rest, history: entries } };
}

function dutyRule(id: string, path: string, pack: ObligationPack): Rule {
  const duty = pack.instruments.flatMap(({ obligations }) => obligations).find((one) => one.id === id);
  const words = duty?.history.at(-1)?.value;
  if (duty === undefined || words === undefined) throw new Error(`${classes}: ${path}: no duty "${id}"`);
  return { is: id, meaning: `${words.title} (${words.citation})`, rule: duty.applies };
}
