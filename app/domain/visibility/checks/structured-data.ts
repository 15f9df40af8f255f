import { type CheckInput, type Finding, found } from "./finding.ts";

/** Whether structured data can be read, is complete and says what the page says. It helps parsing; it has not been seen to raise citations. */
export function structuredData({ facts }: CheckInput): Finding {
  const { entities } = facts;
  if (entities.length === 0) return found(0.5, "There is no structured data.");
  const broken = entities.filter((entity) => entity.type === "");
  if (broken.length > 0) return found(0, `A block cannot be read: ${broken[0]?.errors[0]}.`);
  const faulty = entities.filter((entity) => entity.errors.length > 0);
  const unseen = entities.filter((entity) => entity.unseen.length > 0);
  const problems = [
    ...faulty.map((entity) => `${entity.type}: ${entity.errors.join(", ")}`),
    ...unseen.map((entity) => `${entity.type} ${entity.unseen.join(" and ")}, which the page does not show`),
  ];
  const types = [...new Set(entities.filter((entity) => !entity.nested).map((entity) => entity.type))];
  if (problems.length === 0) return found(1, `${types.join(", ")}: complete and matching the text.`);
  return found(faulty.length > 0 ? 0.3 : 0.6, `${problems.slice(0, 4).join("; ")}.`);
}
