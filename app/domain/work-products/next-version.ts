import { type Edits, withEdits } from "./edits.ts";
import { writeSection } from "./section-text.ts";
import type { WorkProduct } from "./work-product.ts";

export type DocumentState = { readonly document: WorkProduct; readonly edits: Edits };

export type DocumentChange =
  /** From facts, what people wrote kept. */
  | { readonly kind: "filled" }
  | { readonly kind: "edited"; readonly section: string; readonly text: string }
  /** The words from facts instead of a person's. */
  | { readonly kind: "reset"; readonly section: string }
  /** A person's words kept, knowing that the facts moved. */
  | { readonly kind: "agreed"; readonly section: string };

/** What a document is after a change, or null where it has no such section. `fresh` is filled from the facts of now. */
export function nextVersion(
  before: DocumentState | null,
  fresh: WorkProduct,
  change: DocumentChange,
  who: { readonly by: string | null; readonly at: string },
): DocumentState | null {
  const edits = before?.edits ?? {};
  const document = before?.document ?? fresh;
  if (change.kind === "filled") return { document: fresh, edits };

  const { section: id } = change;
  const section = withEdits(document, edits).find((one) => one.id === id);
  if (section === undefined) return null;
  const others = Object.fromEntries(Object.entries(edits).filter(([one]) => one !== id));
  if (change.kind === "reset") {
    const now = fresh.sections.find((one) => one.id === id);
    const sections = document.sections.flatMap((one) => (one.id === id ? (now === undefined ? [] : [now]) : [one]));
    return { document: { ...document, sections }, edits: others };
  }
  const filled = document.sections.find((one) => one.id === id);
  const base = filled === undefined ? "" : writeSection(filled.blocks);
  const edit = edits[id];
  if (change.kind === "agreed")
    return edit === undefined ? null : { document, edits: { ...edits, [id]: { ...edit, base } } };
  if (change.text.trim() === base.trim()) return { document, edits: others };
  return { document, edits: { ...edits, [id]: { heading: section.heading, text: change.text, base, ...who } } };
}
