import { indexable, liveFetchSamePage, searchAgentsAllowed } from "./access.ts";
import { answersEarly } from "./answers-early.ts";
import { citesSources, quotations, statisticsWithSource } from "./evidence-density.ts";
import type { CheckInput, Finding } from "./finding.ts";
import { aiMetaTags, chunking, faqSchema, questionFormat, rootFile, usageStatements, wordCount } from "./folklore.ts";
import { freshness } from "./freshness.ts";
import { hiddenInstructions } from "./hidden-instructions.ts";
import { identity } from "./identity.ts";
import { plumbing } from "./plumbing.ts";
import { readability } from "./readability.ts";
import { slowness } from "./slowness.ts";
import { structure } from "./structure.ts";
import { structuredData } from "./structured-data.ts";
import { keywordStuffing } from "./stuffing.ts";
import { textWithoutScript } from "./text-without-script.ts";

/** How each check of the knowledge pack is made. A pack may name no check that is not here; a test holds the two equal. */
export const checkers: Readonly<Record<string, (input: CheckInput) => Finding>> = {
  "search-agents-allowed": searchAgentsAllowed,
  "live-fetch": liveFetchSamePage,
  indexable,
  "text-without-script": textWithoutScript,
  plumbing,
  statistics: statisticsWithSource,
  quotations,
  sources: citesSources,
  "answers-early": answersEarly,
  structure,
  freshness,
  identity,
  readability,
  "keyword-stuffing": keywordStuffing,
  "structured-data": structuredData,
  slowness,
  "hidden-instructions": hiddenInstructions,
  "usage-statements": usageStatements,
  "llms-txt": rootFile,
  "ai-txt": rootFile,
  "faq-schema": faqSchema,
  "question-format": questionFormat,
  chunking,
  "ai-meta-tags": aiMetaTags,
  "word-count": wordCount,
};
