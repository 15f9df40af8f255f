import type { IncidentDraft, LiteracyDraft } from "#db/repositories/registers.server.ts";
import { type Colleague, counsel, hr, it } from "./people.ts";

/** An incident as somebody of Kestrel Freight would have entered it; days and hours are counted back from today. */
export type DemonstrationIncident = Omit<IncidentDraft, "noticedAt" | "systemId"> & {
  readonly system: string;
  readonly noticedDaysAgo: number;
  readonly closedDaysAgo: number | null;
};

export const incidents: readonly DemonstrationIncident[] = [
  {
    title: "Minutes with names sent to a customer",
    happened:
      "The office assistant put the minutes of a staff meeting into a draft to a customer, and the draft was sent. It named three people and one sick leave.",
    system: "Office assistant",
    severity: "major",
    consequences: ["personal-data"],
    peopleAffected: 3,
    told: "Hamburg data protection authority after 31 hours; the three people the same day; the customer confirmed deletion.",
    learnt:
      "Drafts to addresses outside the company now need a second look. The assistant no longer reads folders of HR.",
    noticedDaysAgo: 52,
    closedDaysAgo: 41,
  },
  {
    title: "Chat promised a delivery day that did not exist",
    happened: "The chat named a Sunday for 14 shipments. Customers called; nobody was harmed.",
    system: "Track-and-trace chat",
    severity: "near-miss",
    consequences: [],
    peopleAffected: 14,
    told: "Parley, by their form",
    learnt: "The chat now takes days from the calendar of the depots.",
    noticedDaysAgo: 36,
    closedDaysAgo: 33,
  },
  {
    title: "Applicants from one district ranked last",
    happened:
      "A recruiter saw that applicants with one postcode stood at the end of three lists in a row. The lists were set aside and read by hand.",
    system: "Applicant screening",
    severity: "serious",
    consequences: ["rights"],
    peopleAffected: null,
    told: "Hirelane; the works council in Hamburg",
    learnt: null,
    noticedDaysAgo: 17,
    closedDaysAgo: null,
  },
];

/** A record of AI literacy; days are counted from today. */
export type DemonstrationLiteracy = Pick<LiteracyDraft, "who" | "people" | "topic" | "evidence"> & {
  /** The person that the record names; null for a role. */
  readonly person: Colleague | null;
  readonly heldDaysAgo: number;
  readonly expiresIn: number | null;
};

export const literacy: readonly DemonstrationLiteracy[] = [
  {
    who: "Dispatchers, Hamburg",
    people: 9,
    topic: "What route planning may and may not decide",
    evidence: "Attendance list of the works council's briefing, HR folder 7",
    person: null,
    heldDaysAgo: 74,
    expiresIn: 291,
  },
  {
    who: "Office staff, all sites",
    people: 41,
    topic: "AI basics for everybody who uses a listed system",
    evidence: "Attendance of the first AI course, kept as evidence of the control Training",
    person: null,
    heldDaysAgo: 21,
    expiresIn: 344,
  },
  {
    who: "Recruiters and shift supervisors, Joliet",
    people: 6,
    topic: "Deciding with a screening tool, and overruling it",
    evidence: "Test of ten cases, results with HR",
    person: null,
    heldDaysAgo: 330,
    expiresIn: 35,
  },
  {
    who: "Customs clerks, Hamburg",
    people: 5,
    topic: "Checking proposed tariff numbers",
    evidence: null,
    person: null,
    heldDaysAgo: 410,
    expiresIn: -45,
  },
  {
    who: it.name,
    people: 1,
    topic: "Overseeing AI systems, two days",
    evidence: "Certificate, personnel file",
    person: it,
    heldDaysAgo: 140,
    expiresIn: null,
  },
];

/** What vendors answered, by system and question; `by` entered it. */
export const vendorAnswers: readonly {
  readonly system: string;
  readonly question: string;
  readonly answer: string;
  readonly by: Colleague;
  readonly daysAgo: number;
}[] = [
  {
    system: "Applicant screening",
    question: "class",
    answer: "Yes, Annex III point 4(a). Hirelane relies on no exit by Art. 6(3).",
    by: hr,
    daysAgo: 64,
  },
  {
    system: "Applicant screening",
    question: "purpose",
    answer:
      "Ranking of applications for roles without licence requirements. Not for dismissal, not for internal moves.",
    by: hr,
    daysAgo: 64,
  },
  {
    system: "Applicant screening",
    question: "training",
    answer: "Applications of customers are not used for training. Set down in section 4 of the processing terms.",
    by: counsel,
    daysAgo: 58,
  },
  {
    system: "Applicant screening",
    question: "bias",
    answer:
      "One test in March by Hirelane itself, on pooled data of all customers. Results by sex and age group only; asked again for ours.",
    by: hr,
    daysAgo: 15,
  },
  {
    system: "Route planning",
    question: "models",
    answer: "No language model. Own optimiser, version 8.2; changes are announced 30 days ahead by mail.",
    by: it,
    daysAgo: 60,
  },
  {
    system: "Route planning",
    question: "processing",
    answer: "Terms of 2024 with annex 2; hosting in Frankfurt. The renewal was sent to purchasing.",
    by: it,
    daysAgo: 60,
  },
];

/** A document that was kept, and what somebody wrote into one section of it later. */
export const keptDocument = {
  product: "oversight-procedure",
  system: "Applicant screening",
  section: "stop",
  keptBy: counsel,
  keptDaysAgo: 56,
  /** Each is a version, by the day it was written. */
  edits: [
    {
      by: hr,
      daysAgo: 48,
      text: [
        "| Point | Answer |",
        "| Signs | Two complaints in a week, or a list in which one district, sex or age group stands at the end |",
        "| How | A recruiter switches the ranking off in the settings; it takes a minute |",
        "| What happens instead | Applications are read in the order in which they came |",
        "| Whom to tell | [fill in: Vendor, lead, works council, authority] |",
        "| Who may start it again | Head of HR, after the lists of the week were read by hand |",
      ].join("\n"),
    },
    {
      by: hr,
      daysAgo: 14,
      text: [
        "| Point | Answer |",
        "| Signs | Two complaints in a week, or a list in which one district, sex or age group stands at the end |",
        "| How | A recruiter switches the ranking off in the settings; it takes a minute |",
        "| What happens instead | Applications are read in the order in which they came |",
        "| Whom to tell | The works council the same day; Hirelane by its incident form; counsel decides on the authority |",
        "| Who may start it again | Head of HR with counsel, after the lists of the week were read by hand |",
      ].join("\n"),
    },
  ],
} as const;
