/** Of the knowledge as a whole: the month of the newest pack. Shown on every page; raised with any pack. */
export const knowledgeVersion = "2026.11";

/** Reads and checks every pack. They are imported here, and not above, so that a command that needs none of them starts at once. */
export async function loadKnowledge() {
  const [
    occupations,
    titles,
    obligations,
    classes,
    controls,
    workProducts,
    catalogue,
    readiness,
    visibility,
    interventions,
    plans,
    prompts,
  ] = await Promise.all([
    import("./occupations/index.ts"),
    import("./occupations/titles.ts"),
    import("./obligations/index.ts"),
    import("./obligations/classes.ts"),
    import("./controls/index.ts"),
    import("./work-products/index.ts"),
    import("./system-catalogue/index.ts"),
    import("./readiness/index.ts"),
    import("./visibility-checks/index.ts"),
    import("./interventions/index.ts"),
    import("./price-plans/index.ts"),
    import("./prompts/index.ts"),
  ]);
  return Object.freeze({
    version: knowledgeVersion,
    occupations: occupations.occupations,
    titles: titles.titles,
    obligations: obligations.obligations,
    riskClasses: classes.riskClasses,
    controls: controls.controls,
    workProducts: workProducts.workProducts,
    systemCatalogue: catalogue.systemCatalogue,
    readiness: readiness.readiness,
    visibility: visibility.visibilityChecks,
    interventions: interventions.interventions,
    pricePlans: plans.pricePlans,
    prompts: prompts.prompts,
  });
}
