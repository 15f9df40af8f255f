import { assessExposure } from "#app/domain/exposure/assess-exposure.ts";
import type { ExposureInput } from "#app/domain/exposure/exposure-input.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import { type Command, InputRefused, readJson } from "./command.ts";
import { exposureExample } from "./exposure-example.ts";
import { exposureInputSchema, toExposureInput } from "./exposure-input.ts";

export const command: Command = {
  name: "exposure",
  summary: "the automation exposure of one organization",
  example: exposureExample,
  async run(io) {
    const { occupations, titles } = await io.knowledge();
    const input = readExposureInput(await readJson(io));
    input.roles.forEach((role, at) => {
      if (role.onet !== undefined && !occupations.byOnet.has(role.onet)) {
        throw new InputRefused("unknown-occupation", `no occupation ${role.onet} in the pack`, `roles.${at}.onet`);
      }
    });
    const assessment = assessExposure(input, { occupations, titles: matcherOf(titles) });
    const { totals, timeline, roles, ...rest } = assessment;
    const { scenario, points } = timeline;
    const head = {
      ...rest,
      score: totals?.score ?? null,
      coverage: totals?.coverage ?? 0,
      totals,
      scenario,
      timeline: points,
    };
    // Role by role: 100,000 of them are longer than a text can be.
    await io.write(`${JSON.stringify(head).slice(0, -1)},"roles":[`);
    for (const [at, role] of roles.entries()) await io.write(`${at === 0 ? "" : ","}${JSON.stringify(role)}`);
    await io.write("]}\n");
  },
};

/** The organization as the engine takes it, or a refusal that names the field. */
export function readExposureInput(value: unknown): ExposureInput {
  const parsed = exposureInputSchema.safeParse(value);
  if (parsed.success) return toExposureInput(parsed.data);
  const [issue] = parsed.error.issues;
  throw new InputRefused("invalid", issue?.message ?? "invalid input", issue?.path.join(".") ?? "");
}
