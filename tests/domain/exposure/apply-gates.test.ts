import fc from "fast-check";
import { expect, test } from "vitest";
import { applyGates } from "#app/domain/exposure/apply-gates.ts";
import { type Gates, gateNames } from "#app/domain/workforce/role.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";

const { gates: effects } = occupations.model;
const split = fc.record({
  automatable: fc.double({ min: 0, max: 0.5, noNaN: true }),
  augmentable: fc.double({ min: 0, max: 0.5, noNaN: true }),
});
const someGates = fc
  .subarray([...gateNames])
  .map((names): Gates => Object.fromEntries(names.map((name) => [name, true])));

test("another gate never raises what is automatable, nor the sum", () => {
  fc.assert(
    fc.property(split, someGates, fc.constantFrom(...gateNames), (shares, gates, more) => {
      const before = applyGates(shares, gates, effects);
      const after = applyGates(shares, { ...gates, [more]: true }, effects);
      expect(after.automatable).toBeLessThanOrEqual(before.automatable + 1e-12);
      expect(after.automatable + after.augmentable).toBeLessThanOrEqual(
        before.automatable + before.augmentable + 1e-12,
      );
    }),
  );
});

test("work without system access gains nothing by needing a signature too", () => {
  const without = applyGates({ automatable: 0.4, augmentable: 0 }, { noSystemAccess: true }, effects);
  const withBoth = applyGates(
    { automatable: 0.4, augmentable: 0 },
    { noSystemAccess: true, licensedSignOff: true },
    effects,
  );
  expect(withBoth.automatable + withBoth.augmentable).toBeLessThanOrEqual(
    without.automatable + without.augmentable + 1e-12,
  );
});

test("a signature moves automatable work to augmentable and loses none", () => {
  const after = applyGates({ automatable: 0.4, augmentable: 0.2 }, { licensedSignOff: true }, effects);
  expect(after.automatable + after.augmentable).toBeCloseTo(0.6);
  expect(after.automatable).toBeCloseTo(0.1);
});

test("a gate answered with no has no effect", () => {
  const shares = { automatable: 0.4, augmentable: 0.2 };
  expect(applyGates(shares, { physicalPresence: false }, effects)).toEqual(shares);
});
