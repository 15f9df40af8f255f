import { catalogue } from "../catalogue.ts";

/** Questions about the organization and its systems that decide duties. */
export const questionsText = catalogue({
  questionsTitle: {
    one: "{count} question is open; the first settles about {first}",
    other: "{count} questions are open; the first settles about {first}",
  },
  questionsNone: "Every question that matters is answered",
  questionsLead: {
    one: "{count} duty hangs on answers that are missing.",
    other: "{count} duties hang on answers that are missing.",
  },
  settles: { one: "settles about {count} duty", other: "settles about {count} duties" },
  settlesDates: { one: "settles the date of {count} duty", other: "settles the dates of {count} duties" },
  settlesLittle: "settles little by itself, more together with others",
  save: "Save answer",
  skip: "Leave for later",
  takeBack: "Take the answer back",
  noneOfThese: "Tick none and save if none applies.",
  otherPlaces: "Other places, as codes such as EU-AT or US-OH",
  datePlaceholder: "2025-03, or a day",
  answeredTitle: "What you have answered",
  answeredOn: "answered on {date}",
  moreQuestions: { one: "{count} more question, of less weight", other: "{count} more questions, of less weight" },
  inventoryQuestion: "Which AI systems do you use, or offer to others?",
  inventoryNone: "We use none",
  inventoryAdd: "Add AI systems",
});
