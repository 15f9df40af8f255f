import { catalogue } from "../catalogue.ts";

/** Words of an import at work: its progress, what it would change, how it is undone, and earlier ones. */
export const rosterImportText = catalogue({
  readingTitle: "Reading {rows} rows",
  savingTitle: "Saving {roles}",
  undoingTitle: "Undoing the import of {file}",
  waitLead:
    "This page looks again by itself. You can leave: the work goes on, and after a restart it continues where it was.",
  stepReading: "Reading the rows of the file",
  stepComparing: "Comparing its roles with the roster",
  stepSaving: "Saving roles",
  stepUndoing: "Putting back what stood before",
  stepWaiting: "Waiting for its turn",
  stop: "Stop",
  stopHint: "What was saved so far is taken back.",
  stopping: "Stopping. What was saved so far is taken back.",
  notRead: "Choose which column says what, then look at what would come of it",
  readFirst: "The columns changed, so the file was read again. Look at what comes of it, then save.",
  anotherRunning: "Another import of your organization is being saved or undone. Wait until it is done.",
  failureGaveUp: "The work broke off several times and was given up. Nothing of it is in the roster.",
  failureOverLimit: "Your plan has no room for these roles. Nothing was saved.",
  failureFile: "The file could not be read any more.",

  headsMoved:
    "{added} people come with new roles, {removed} leave with removed ones, and changed roles move the sum by {changed}.",
  changesLink: "Every change, role by role",
  changesTitle: "{added} added, {changed} changed, {removed} removed, {same} as before",
  changesLead: "{file}. Nothing is saved yet: this is what saving would do.",
  changesLeadSaved: "{file}. This is what saving did.",
  changesCaption: "Changes by role",
  kindAll: "All",
  kind_add: "Added",
  kind_change: "Changed",
  kind_same: "As before",
  kind_remove: "Removed",
  kind: "What happens",
  whatChanges: "What changes",
  change: "{field}: {before} → {after}",
  empty: "nothing",
  headsBefore: "People before",
  headsAfter: "People after",
  nothingOfKind: "No role of this kind.",
  backToImport: "Back to the import",

  undoTitle: "Undo this import",
  undoLead:
    "Until {date} the roster can be put back to what it was before: added roles go, changed ones get their old values, removed ones return.",
  undo: "Undo this import",
  undoTouched: {
    one: "Somebody changed {count} of its roles since ({titles}). That role stays as it is now; the others can be undone.",
    other:
      "Somebody changed {count} of its roles since ({titles}). Those stay as they are now; the others can be undone.",
  },
  undoUntouched: "Undo the others",
  undoneTitle: "Undone: the roster is as it was before {file}",
  undoneLead: "Undone on {date}. Import the file again if you want it back.",
  tooLate: "An import can be undone for 30 days. This one is older.",
  notSaved: "This import is not saved, so there is nothing to undo.",

  earlier: "Earlier imports",
  file: "File",
  when: "Read on",
  state: "State",
  whatCame: "What came of it",
  by: "By",
  state_mapping: "not saved yet",
  state_reading: "being read",
  state_running: "being saved",
  state_done: "saved",
  state_failed: "failed",
  state_undoing: "being undone",
  state_undone: "undone",
  came: "{added} added, {changed} changed, {removed} removed",
  nothingYet: "nothing yet",

  payPeriod: "Pay is for",
  payPeriodHelp:
    "Where neither the cell nor its row says. We make it yearly: a month times 12, a week times 52, an hour times {hours} (or the row's own hours), a day times {days}.",
  period_year: "a year",
  period_month: "a month",
  period_week: "a week",
  period_day: "a day",
  period_hour: "an hour",
  notePeriod: {
    one: "In {count} row pay is for {period}: times {factor} for a year.",
    other: "In {count} rows pay is for {period}: times {factor} for a year.",
  },
  noteRanges: {
    one: "In {count} row pay is a range: its middle was taken.",
    other: "In {count} rows pay is a range: the middle was taken.",
  },
  remarkMixed: {
    one: "{count} line has letters of another encoding (line {lines}); they were read as Windows-1252. Look at its accents.",
    other:
      "{count} lines have letters of another encoding (lines {lines}); they were read as Windows-1252. Look at their accents.",
  },
  remarkZero: { one: "{count} zero byte was left out.", other: "{count} zero bytes were left out." },
  remarkHeader: "The headers were found in line {header}; line {skipped} was taken for a heading, not for a role.",
  remarkMerged: {
    one: "{count} merged cell: its text stands in each of its rows, a number only in the first.",
    other: "{count} merged cells: their text stands in each of their rows, numbers only in the first.",
  },
});
