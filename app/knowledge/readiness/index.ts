import type { ReadinessPack } from "#app/domain/readiness/pack.ts";
import strategy from "./packs/01-strategy.json" with { type: "json" };
import leadership from "./packs/02-leadership.json" with { type: "json" };
import data from "./packs/03-data.json" with { type: "json" };
import technology from "./packs/04-technology.json" with { type: "json" };
import models from "./packs/05-models.json" with { type: "json" };
import security from "./packs/06-security.json" with { type: "json" };
import governance from "./packs/07-governance.json" with { type: "json" };
import work from "./packs/08-work.json" with { type: "json" };
import people from "./packs/09-people.json" with { type: "json" };
import culture from "./packs/10-culture.json" with { type: "json" };
import outcomes from "./packs/11-outcomes.json" with { type: "json" };
import visibility from "./packs/12-visibility.json" with { type: "json" };
import rulesFile from "./packs/rules.json" with { type: "json" };
import { pillarFileSchema, rulesFileSchema } from "./schema.ts";

const files = [
  strategy,
  leadership,
  data,
  technology,
  models,
  security,
  governance,
  work,
  people,
  culture,
  outcomes,
  visibility,
].map((file) => pillarFileSchema.parse(file));
const { version, gates, blockers, decisions, confidence } = rulesFileSchema.parse(rulesFile);

/** The readiness model: pillars in their order, their questions, gates, blockers and decisions. */
export const readiness: ReadinessPack = Object.freeze({
  version,
  pillars: files.map(({ pillar }) => pillar),
  questions: files.flatMap(({ pillar, questions }) => questions.map((own) => ({ ...own, pillar: pillar.id }))),
  gates,
  blockers,
  decisions,
  confidence,
});
