import { addDays, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { Actor } from "#app/services/actor.ts";
import { closeIncident, enterIncident } from "#app/services/work-products/change-incident.server.ts";
import { keepLiteracy } from "#app/services/work-products/literacy.server.ts";
import { saveWorkProduct } from "#app/services/work-products/save-work-product.server.ts";
import { enterVendorAnswer } from "#app/services/work-products/vendor-answers.server.ts";
import { counsel, hr, it } from "./people.ts";
import { incidents, keptDocument, literacy, vendorAnswers } from "./registers.ts";
import { type Happening, must, systemNamed, writtenBy } from "./seeding.server.ts";

/** What people write beside the engine: incidents, AI literacy, vendors' answers and one document in its versions. */
export function registersShown(actor: Actor): Happening[] {
  return [
    ...incidents.flatMap((one) => lifeOfIncident(one, actor)),
    ...literacy.map((one) => literacyEntered(one, actor)),
    ...vendorAnswers.map((one) => vendorAnswered(one, actor)),
    ...versionsOfDocument(actor),
  ];
}

function lifeOfIncident(
  { system, noticedDaysAgo, closedDaysAgo, ...incident }: (typeof incidents)[number],
  actor: Actor,
): Happening[] {
  let id = "";
  const entered: Happening = {
    daysAgo: noticedDaysAgo,
    happen: async (deps) => {
      const systemId = await systemNamed(deps, actor, system);
      const draft = { ...incident, systemId, noticedAt: deps.now().toISOString() };
      id = must(incident.title, await enterIncident(deps, writtenBy(actor, it), draft));
    },
  };
  if (closedDaysAgo === null) return [entered];
  const happen: Happening["happen"] = async (deps) => {
    const closing = { id, version: 1, open: false };
    must(`end of ${incident.title}`, await closeIncident(deps, writtenBy(actor, counsel), closing));
  };
  return [entered, { daysAgo: closedDaysAgo, happen }];
}

/** Days ago on which Kestrel came: what was held before was entered then. */
const cameDaysAgo = 88;

function literacyEntered(
  { person, heldDaysAgo, expiresIn, ...record }: (typeof literacy)[number],
  actor: Actor,
): Happening {
  const daysAgo = Math.min(heldDaysAgo, cameDaysAgo);
  return {
    daysAgo,
    happen: async (deps) => {
      const today = addDays(isoDateOf(deps.now()), daysAgo);
      const draft = {
        ...record,
        person: person !== null,
        email: person?.email ?? null,
        heldOn: addDays(today, -heldDaysAgo),
        expiresOn: expiresIn === null ? null : addDays(today, expiresIn),
      };
      must(record.who, await keepLiteracy(deps, writtenBy(actor, hr), draft, null));
    },
  };
}

function vendorAnswered(
  { by, daysAgo, system: name, ...given }: (typeof vendorAnswers)[number],
  actor: Actor,
): Happening {
  return {
    daysAgo,
    happen: async (deps) => {
      const answer = { ...given, system: await systemNamed(deps, actor, name), version: 0 };
      must(`${name}: ${given.question}`, await enterVendorAnswer(deps, writtenBy(actor, by), answer));
    },
  };
}

function versionsOfDocument(actor: Actor): Happening[] {
  const { product, system, section, keptBy, keptDaysAgo, edits } = keptDocument;
  const changes = [
    { by: keptBy, daysAgo: keptDaysAgo, change: { kind: "filled" as const } },
    ...edits.map(({ by, daysAgo, text }) => ({ by, daysAgo, change: { kind: "edited" as const, section, text } })),
  ];
  return changes.map(({ by, daysAgo, change }, version) => ({
    daysAgo,
    happen: async (deps) => {
      const command = { product, subject: await systemNamed(deps, actor, system), version, change };
      must(`${product} ${version + 1}`, await saveWorkProduct(deps, writtenBy(actor, by), command));
    },
  }));
}
