import { type Colleague, counsel, hr, it } from "./people.ts";

/** A piece of evidence as somebody of Kestrel Freight would have added it; days are counted back from today. */
export type DemonstrationEvidence = {
  readonly control: string;
  /** The AI system it is about, by name; null for the organization. */
  readonly system: string | null;
  readonly name: string;
  readonly note: string;
  readonly addedBy: Colleague;
  readonly addedDaysAgo: number;
  /** Days from today to its last day; null when it has none. */
  readonly endsIn: number | null;
  readonly review: {
    readonly verdict: "accepted" | "sent-back";
    readonly note: string;
    readonly daysAgo: number;
    /** Duties that the reviewer judged to be shown in full. */
    readonly serves?: readonly string[];
  } | null;
} & (
  | { readonly kind: "file"; readonly fileName: string; readonly text: string }
  | { readonly kind: "link"; readonly href: string }
  | { readonly kind: "note" }
);

/** Who sees to what. The company and its people do not exist. */
export const describedControls = [
  {
    control: "ai_inventory",
    owner: "Head of IT",
    how: "Department heads report new tools by the fifth of each month; IT checks the list against invoices each quarter.",
  },
  {
    control: "training",
    owner: "Head of HR",
    how: "One hour for all who use a listed system, two for those who decide with one.",
  },
  { control: "human_oversight", owner: "Head of operations", how: null },
  {
    control: "worker_consultation",
    owner: "Head of HR",
    how: "The works council in Hamburg is heard before a system starts.",
  },
  { control: "notice_pre_use", owner: "Head of HR", how: null },
  { control: "vendor_contract", owner: "Head of purchasing", how: null },
] as const;

const sample = "This is a sample. Kestrel Freight does not exist.\n";

export const evidence: readonly DemonstrationEvidence[] = [
  {
    kind: "file",
    control: "ai_inventory",
    system: null,
    name: "Inventory of AI systems",
    note: "All eight systems with vendor, purpose and owner.",
    fileName: "ai-inventory.csv",
    text: [
      "system,vendor,purpose,owner",
      "Applicant screening,Hirelane,Proposes whom to invite,Head of HR",
      "Route planning,Tourwise,Plans tours and assigns them,Head of operations",
      "Track-and-trace chat,Parley,Answers customers,Head of sales",
      "Office assistant,Microsoft,Drafts mails and minutes,Head of IT",
      "Driver attention camera,RoadSentry,Warns tired drivers,Head of safety",
      "Invoice reading,Ledgerloop,Proposes bookings,Head of finance",
      "Code assistant,GitHub,Helps the developers,Head of IT",
      "Tariff classification,own,Proposes customs codes,Head of customs",
      "",
    ].join("\n"),
    addedBy: it,
    addedDaysAgo: 70,
    endsIn: 110,
    review: { verdict: "accepted", note: "Compared with the invoices of the last quarter.", daysAgo: 66 },
  },
  {
    kind: "file",
    control: "training",
    system: null,
    name: "Attendance of the first AI course",
    note: "Names are kept by HR; this list holds counts by site.",
    fileName: "ai-course-attendance.txt",
    text: `${sample}\nAI basics, first round\nHamburg: 41 of 58 invited\nJoliet: 19 of 33 invited\nMississauga: 8 of 12 invited\n`,
    addedBy: hr,
    addedDaysAgo: 21,
    endsIn: 340,
    review: null,
  },
  {
    kind: "file",
    control: "worker_consultation",
    system: "Route planning",
    name: "Minutes of the works council on route planning",
    note: "The council was heard and answered in writing.",
    fileName: "works-council-route-planning.txt",
    text: `${sample}\nMinutes: works council, Hamburg\nTopic: assignment of tours by software\nResult: heard; agreement on purpose and access of 12 months\n`,
    addedBy: hr,
    addedDaysAgo: 80,
    endsIn: null,
    review: { verdict: "accepted", note: "Signed copy seen.", daysAgo: 75 },
  },
  {
    kind: "file",
    control: "notice_pre_use",
    system: "Applicant screening",
    name: "Notice to applicants, draft",
    note: "Text for the careers page.",
    fileName: "notice-to-applicants.txt",
    text: `${sample}\nWe use software that sorts applications. A person decides whom we invite.\nAsk us how it works, or for another way to apply.\n`,
    addedBy: hr,
    addedDaysAgo: 12,
    endsIn: null,
    review: { verdict: "sent-back", note: "It does not name the data that is used, nor a contact.", daysAgo: 9 },
  },
  {
    kind: "note",
    control: "human_oversight",
    system: "Applicant screening",
    name: "Who may overrule the screening",
    note: "Both recruiters in Hamburg may invite anybody the tool did not propose. Not written down in Joliet yet.",
    addedBy: hr,
    addedDaysAgo: 30,
    endsIn: null,
    review: null,
  },
  {
    kind: "file",
    control: "vendor_contract",
    system: "Route planning",
    name: "Data-processing terms with Tourwise",
    note: "Year of the contract that has ended; the renewal is with purchasing.",
    fileName: "tourwise-terms.txt",
    text: `${sample}\nData-processing terms, Tourwise\nTerm: one year\nSub-processors: listed in annex 2\n`,
    addedBy: counsel,
    addedDaysAgo: 95,
    endsIn: -14,
    review: { verdict: "accepted", note: "Annex 2 is complete.", daysAgo: 93 },
  },
  {
    kind: "link",
    control: "incident_response",
    system: null,
    name: "Runbook for data breaches",
    note: "Carries the 72 hours; AI vendors are named on page 4.",
    href: "https://intranet.kestrelfreight.example/runbooks/breach",
    addedBy: it,
    addedDaysAgo: 60,
    endsIn: 20,
    review: { verdict: "accepted", note: "Tried once in September.", daysAgo: 55, serves: ["eu-gdpr.breach"] },
  },
  {
    kind: "file",
    control: "ai_interaction_disclosure",
    system: "Track-and-trace chat",
    name: "First words of the chat",
    note: "As customers see them on the website.",
    fileName: "chat-first-words.txt",
    text: `${sample}\nHello, I am the automatic assistant of Kestrel Freight, not a person.\nType "person" and a colleague answers in business hours.\n`,
    addedBy: it,
    addedDaysAgo: 40,
    endsIn: 325,
    review: { verdict: "accepted", note: "Checked on the live page.", daysAgo: 38 },
  },
];
