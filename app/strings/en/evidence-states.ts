import { catalogue } from "../catalogue.ts";

/** The states of controls and why they are in them. */
export const evidenceStatesText = catalogue({
  state_missing: "missing",
  state_expired: "expired",
  "state_needs-judgement": "needs judgement",
  state_present: "present",
  because_nothing_kept: "There is no evidence yet.",
  because_begins_later: "The evidence counts from a later day.",
  because_past_its_end: "All evidence is past its last day.",
  because_not_reviewed: "A second person has not looked at it yet.",
  because_sent_back: "A second person sent it back.",
  because_some_systems: "Reviewed evidence covers only a part of the systems.",
  because_some_systems_named: "Reviewed evidence covers only a part of the systems. Still open: {systems}.",
  because_relation_part:
    "The control is one part of the duty; nobody has judged yet that this evidence shows all of it.",
  because_relation_overlaps:
    "The control only overlaps with the duty; nobody has judged yet that this evidence shows it.",
  because_relation_unknown: "How the control stands to the duty has not been judged yet.",
  because_reviewed: "A second person has reviewed evidence that counts today.",
  never:
    "Present means that reviewed evidence is there. Whether it is enough is for counsel and, in the end, an authority to say.",

  relation_same: "the same",
  relation_part: "part of it",
  relation_overlaps: "overlaps",
  relation_open: "not judged yet",
});
