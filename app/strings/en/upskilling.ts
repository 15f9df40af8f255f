import { catalogue } from "../catalogue.ts";

/** Ways forward that are planned, on the upskilling page. */
export const upskillingText = catalogue({
  waysTitle: "Ways forward that are planned",
  waysText: "Planned from the exposure pages. Nobody is moved by it: it says which skills and courses open the way.",
  waysNone: "None is planned yet.",
  waysFind: "Find ways forward for exposed roles",
  waysHidden: {
    one: "{count} more is planned for a role that is no longer assessed, or that so few people have that it would tell of persons.",
    other:
      "{count} more are planned for roles that are no longer assessed, or that so few people have that it would tell of persons.",
  },
  way: "From {role} to {to}",
  wayFor: { one: "{count} person has the role.", other: "{count} people have the role." },
  wayPlanned: "Planned on {date}.",
  wayGone: "It is no longer among the role's best ways: the role or what is known of it changed since.",
  wayCourse: "Path course",
  wayCourseNone: "the plan offers none for this family",
  waitsForPlan: "kept for your next plan",
  wayNoCourse: "no course of the catalogue touches it",
  notInPlan: "not in your plan",
  wayDrop: "Take it back",
  wayDropped: "Taken back.",
  wayNotDropped: "It could not be taken back. It may have been already, or somebody changed the plan: look again.",
});
