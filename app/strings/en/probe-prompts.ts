import { catalogue } from "../catalogue.ts";

/** The prompts that engines are asked: drafted, edited, frozen. */
export const probePromptsText = catalogue({
  titleDraft: {
    one: "{count} prompt is drafted for you to edit",
    other: "{count} prompts are drafted for you to edit",
  },
  titleFrozen: {
    one: "{count} prompt, frozen as version {version}",
    other: "{count} prompts, frozen as version {version}",
  },
  leadDraft:
    "Drafted from your organization and {pages} pages of your website that were audited. Nothing is asked before you freeze the set.",
  leadFrozen:
    "Frozen {date}. A changed set is a new version: the series breaks there, because answers to other questions do not compare.",
  usual:
    "Usual: {branded} that name you, {category} looking for a provider, {comparison} comparing, {problem} with a problem.",
  inUse: "Prompts in use",
  editFirst: "Edit and freeze",
  edit: "Edit: makes a new version",
  help: "One a line: change, add, remove or move lines. Only the first group may name you; its answers are left out of the rates.",
  groupOf: "{kind}: {count}, usually {usual}",
  brandName: "Your name",
  brandAliases: "Other names, separated by commas",
  brandDomains: "Your domains, separated by commas",
  competitors: "Whom to compare with, one a line",
  competitorsHelp: "A name, and its domain behind a comma where it has one: Northbound Haulage, northbound.example",
  freeze: "Freeze this set",
  frozen: "Frozen. Answers from now on belong to this version.",
  noPrompts: "Give at least one prompt.",
  tooMany: "At most 100 prompts.",
  namesBrand: "These name you; move them to the first group: {prompts}",
  proposals: "Proposed by a model",
  proposalsSay: "Proposals only: copy what you like into the form. None of them is asked before you freeze it.",
  propose: "Let a model propose prompts",
  proposing: "A model is asked for proposals. Look again in a minute.",
  proposeNoKey: "With a model key, a model can propose more prompts here.",
  proposeFailed: "No proposals came: {because}.",
  versions: "Versions",
  version: "Version",
  frozenOn: "Frozen",
  count: "Prompts",
  noKey: "There is no model key.",
});
