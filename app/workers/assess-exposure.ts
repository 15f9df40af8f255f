import { assessExposure } from "#app/domain/exposure/assess-exposure.ts";
import type { ExposureAssessment } from "#app/domain/exposure/exposure-assessment.ts";
import type { ExposureInput } from "#app/domain/exposure/exposure-input.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";
import { titles } from "#app/knowledge/occupations/titles.ts";
import { serve } from "./serve.ts";

/** Assesses every role. The packs are read here, because copying them to the thread would cost more than the arithmetic. */
export function run(input: ExposureInput): ExposureAssessment {
  return assessExposure(input, { occupations, titles: matcherOf(titles) });
}

serve("assess-exposure", run);
