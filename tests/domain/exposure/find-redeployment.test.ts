import { expect, test } from "vitest";
import { findRedeployment, skillDistance } from "#app/domain/exposure/find-redeployment.ts";
import { scoreCache, scoreOccupation } from "#app/domain/exposure/score-role.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";

const exposed = [
  "43-3051.00",
  "43-3031.00",
  "43-4051.00",
  "13-1041.00",
  "15-1252.00",
  "43-5011.00",
  "13-2082.00",
  "27-3042.00",
  "43-9021.00",
  "23-2011.00",
];

test.each(exposed)("%s has paths to less exposed work, with skills to add or none surveyed", (onet) => {
  const from = occupations.byOnet.get(onet);
  if (from === undefined) throw new Error(`no ${onet}`);
  const cache = scoreCache();
  const own = scoreOccupation(from, undefined, occupations, cache).score.value;
  const paths = findRedeployment(from, undefined, occupations, cache);
  expect(paths.length).toBeGreaterThan(0);
  for (const path of paths) {
    expect(path.score.value).toBeLessThan(own);
    expect(path.onet).not.toBe(onet);
  }
});

test("an occupation is at distance 0 from itself", () => {
  const nurse = occupations.byOnet.get("29-1141.00");
  if (nurse === undefined) throw new Error("no nurse");
  expect(skillDistance(nurse, nurse)).toBe(0);
});
