import type { FactValues } from "#app/domain/compliance/facts.ts";

/** Kestrel Freight, the company that the demonstration is about. It does not exist. */
export const organization = {
  name: "Kestrel Freight",
  slug: "kestrel-freight",
  sector: "transport",
  headcount: 340,
  country: "DE",
  places: ["EU-DE", "US-IL", "CA-ON"],
  currency: "EUR",
  website: "https://www.kestrelfreight.example/",
} as const;

/** What its people answered about the company. A fact that is not here was not answered, and the page asks for it. */
export const facts: FactValues = {
  "org.established_in": ["EU-DE", "US-IL", "CA-ON"],
  "org.workers_in": ["EU-DE", "US-IL", "CA-ON"],
  "org.recruits_in": ["EU-DE", "US-IL", "CA-ON"],
  "org.does_business_in": ["EU", "US-IL", "US-IN", "CA-ON"],
  "org.headcount": 340,
  "org.headcount_eu": 196,
  "org.headcount_in": { "EU-DE": 196, "US-IL": 105, "CA-ON": 39 },
  "org.sectors": ["transport"],
  "org.public_body": false,
  "org.works_council_de": true,
  "org.revenue_usd": 88_000_000,
  "org.dora_entity": false,
  "org.hipaa_covered": false,
  "org.planned_mass_layoff_in": [],
  "org.planned_collective_redundancy_eu": false,
  "org.ai_changes_work_organisation": true,
  "org.commercial_activity": true,
};

/** Answers that came later, so that the page of what changed has something to tell. */
export const factsSince: FactValues = { "org.makes_public_ai_claims": true, "org.nis2_entity": false };

/** Answers about systems that came later still, each with what it brought. */
export const systemFactsSince: readonly {
  readonly system: string;
  readonly facts: FactValues;
  readonly daysAgo: number;
}[] = [
  { system: "Track-and-trace chat", facts: { "system.data_leaves_eea": true }, daysAgo: 13 },
  { system: "Applicant screening", facts: { "system.third_party_background_data": true }, daysAgo: 11 },
];

export type DemonstrationSystem = {
  readonly name: string;
  readonly vendor: string | null;
  readonly purpose: string;
  readonly facts: FactValues;
};

const everywhere = ["EU-DE", "US-IL", "CA-ON"];

/** What is equal for software that was bought and is used on its makers' terms. */
const bought: FactValues = {
  "system.is_ai": true,
  "system.roles": ["deployer"],
  "system.vendor_supplied": true,
  "system.modified_by_org": "none",
  "system.trained_or_finetuned_by_org": false,
  "system.placed_on_market_in": [],
  "system.offered_to_public": false,
};

/** Eight AI systems, as an inventory would list them. */
export const systems: readonly DemonstrationSystem[] = [
  {
    name: "Applicant screening",
    vendor: "Hirelane",
    purpose: "Sorts applications for warehouse and driver jobs and proposes whom to invite",
    facts: {
      ...bought,
      "system.uses": ["recruit.screening"],
      "system.used_in": everywhere,
      "system.people": ["applicants"],
      "system.people_affected_in": everywhere,
      "system.personal_data": true,
      "system.profiling": true,
      "system.scores_people": true,
      "system.influence": "material",
      "system.human_review": "nominal",
      "system.eu_art6_3_narrow_procedural": false,
      "system.eu_art6_3_improves_human_work": false,
      "system.eu_art6_3_detects_patterns": false,
      "system.eu_art6_3_preparatory": false,
      "system.first_placed": "2025-03-01",
      "system.significant_design_change_planned_after_hr_date": true,
      "system.talks_to_people": false,
      "system.biometric_data": false,
    },
  },
  {
    name: "Route planning",
    vendor: "Tourwise",
    purpose: "Plans tours and assigns them to drivers by their past punctuality",
    facts: {
      ...bought,
      "system.uses": ["work.task_allocation_personal"],
      "system.used_in": everywhere,
      "system.people": ["employees", "contractors"],
      "system.people_affected_in": everywhere,
      "system.personal_data": true,
      "system.influence": "primary",
      "system.human_review": "meaningful",
      "system.first_placed": "2024-06-01",
      "system.talks_to_people": false,
      "system.biometric_data": false,
    },
  },
  {
    name: "Track-and-trace chat",
    vendor: "Parley",
    purpose: "Answers customers' questions about their shipments on the website",
    facts: {
      ...bought,
      "system.uses": ["customer.chat"],
      "system.used_in": everywhere,
      "system.people": ["consumers"],
      "system.people_affected_in": everywhere,
      "system.personal_data": true,
      "system.talks_to_people": true,
      "system.ai_nature_obvious": false,
      "system.generates": ["text"],
      "system.influence": "none",
      "system.human_review": "none",
      "system.offered_to_public": true,
      "system.first_placed": "2025-09-15",
    },
  },
  {
    name: "Office assistant",
    vendor: "Microsoft",
    purpose: "Drafts mails, offers and minutes in the offices",
    facts: {
      ...bought,
      "system.uses": ["office.drafting"],
      "system.used_in": everywhere,
      "system.people": ["employees"],
      "system.people_affected_in": everywhere,
      "system.personal_data": true,
      "system.generates": ["text"],
      "system.influence": "supports",
      "system.human_review": "meaningful",
      "system.talks_to_people": false,
      "system.first_placed": "2024-11-01",
    },
  },
  {
    name: "Driver attention camera",
    vendor: "RoadSentry",
    purpose: "Warns a driver who looks tired or away from the road, and reports events to the fleet desk",
    facts: {
      ...bought,
      "system.uses": ["safety.fatigue_detection", "work.monitoring_evaluation"],
      "system.used_in": ["EU-DE", "US-IL"],
      "system.people": ["employees"],
      "system.people_affected_in": ["EU-DE", "US-IL"],
      "system.personal_data": true,
      "system.biometric_data": true,
      "system.medical_or_safety_purpose": true,
      "system.influence": "supports",
      "system.first_placed": "2025-01-15",
    },
  },
  {
    name: "Invoice reading",
    vendor: "Ledgerloop",
    purpose: "Reads suppliers' invoices and proposes bookings",
    facts: {
      ...bought,
      "system.uses": [],
      "system.used_in": ["EU-DE", "US-IL"],
      "system.people": [],
      "system.people_affected_in": [],
      "system.personal_data": false,
      "system.influence": "supports",
      "system.human_review": "meaningful",
      "system.first_placed": "2023-10-01",
    },
  },
  {
    name: "Tariff classification",
    vendor: null,
    purpose: "Proposes tariff numbers for customs declarations; built by our own developers on a rented model",
    facts: {
      "system.is_ai": true,
      "system.roles": ["provider", "deployer"],
      "system.vendor_supplied": false,
      "system.uses_third_party_ai_components": true,
      "system.uses": [],
      "system.used_in": ["EU-DE"],
      "system.placed_on_market_in": [],
      "system.people": [],
      "system.people_affected_in": [],
      "system.personal_data": false,
      "system.influence": "supports",
      "system.human_review": "meaningful",
      "system.trained_or_finetuned_by_org": true,
      "system.offered_to_public": false,
      "system.first_placed": "2026-02-01",
    },
  },
  {
    name: "Code assistant",
    vendor: "GitHub",
    purpose: "Completes code for our three developers",
    facts: {
      ...bought,
      "system.uses": ["office.coding"],
      "system.used_in": ["EU-DE"],
      "system.people": ["employees"],
      "system.people_affected_in": ["EU-DE"],
      "system.personal_data": false,
      "system.generates": ["code"],
      "system.influence": "none",
      "system.first_placed": "2024-05-01",
    },
  },
];

/** What came of Kestrel's first course: a test before and after, in standard deviations. */
export const firstCourse = {
  interventionId: "training.ai-literacy",
  observed: 0.71,
  standardError: 0.16,
  note: "24 work-sample items without help, 29 people, before and after",
} as const;
