import { catalogue } from "../catalogue.ts";

/** The landing page. */
export const siteText = catalogue({
  metaTitle: "Groundwork: get ready for AI, and know when you are not",
  metaDescription:
    "See which work AI can take over or help with, which duties bind you and from when, and what AI search says about you. Get a plan that changes with what you measure.",
  title: "Find out what AI changes in your organization, what you must do about it, and whether you are ready.",
  lead: "Groundwork looks at three things and gives you one plan. The plan has dates, owners and costs, and it changes when you record what came of it. Where the answer is “not yet”, it says so and names the reason.",
  workTitle: "Your work",
  work: "Which tasks of each role AI can do, which it can help with, and which stay with people. As hours and payroll, with an interval, from public occupation data.",
  dutiesTitle: "Your duties",
  duties:
    "Which AI, data, employment and accessibility rules bind you, from what date, with the source, and what proves that you meet them.",
  foundTitle: "What AI search sees",
  found: "Which AI agents may read your website, what they find on each page, and what to fix first.",
  planTitle: "Then the plan",
  plan: "Training and workflow changes that fit your budget, your people's hours and the legal dates. You record what each one brought; the next version says what changed and why.",
  tryTitle: "Try it on a sample company",
  tryText:
    "A freight company with 340 people at three sites. It is your own copy; change what you like. No account needed.",
  tryButton: "Open the demonstration",
  noDemonstration: "The demonstration is not available here right now.",
  noDemonstrationText:
    "It could not be set up when Groundwork started. The quick check works without it; who runs this server finds the reason in its log.",
  checkTitle: "Check your own",
  checkText: "Fifteen questions, about five minutes, and a scored result with its blockers. No account needed.",
  checkButton: "Start the quick check",
  honest: "What it does not do",
  honestText:
    "It does not count jobs that will be lost: exposure says what AI can do with a task, not what becomes of a person. It gives information, not legal advice. No model sets a score, and everything works without one.",
});
