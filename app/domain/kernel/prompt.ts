/**
 * What a language model is told and which answers are accepted. `answerShape` is a JSON Schema in the strict form that
 * providers accept; `read` turns an answer into a value, or gives null when it has another shape.
 */
export type Prompt<Answer> = {
  readonly id: string;
  readonly version: string;
  readonly instructions: string;
  readonly maxOutputTokens: number;
  readonly answerShape: Readonly<Record<string, unknown>>;
  readonly read: (answer: unknown) => Answer | null;
};
