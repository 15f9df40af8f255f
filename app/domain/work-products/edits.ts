import { readSection, writeSection } from "./section-text.ts";
import type { Section, WorkProduct } from "./work-product.ts";

/** What a person wrote instead of a section, and the words from facts that it replaced. */
export type Edit = {
  readonly heading: string;
  readonly text: string;
  readonly base: string;
  readonly by: string | null;
  readonly at: string;
};

export type Edits = Readonly<Record<string, Edit>>;

export type ShownSection = Section & {
  /** Present when a person wrote it. `facts`: the words from facts now, where they are no longer those that were replaced. */
  readonly edited?: { readonly by: string | null; readonly at: string; readonly facts: string | null };
};

/** The document as it reads: a person's words where there are some. Words for a section that fell away stand at the end. */
export function withEdits(document: WorkProduct, edits: Edits): ShownSection[] {
  const sections = document.sections.map((section): ShownSection => {
    const edit = edits[section.id];
    return edit === undefined ? section : written(section, edit, writeSection(section.blocks));
  });
  const known = new Set(document.sections.map(({ id }) => id));
  const fallen = Object.entries(edits).filter(([id]) => !known.has(id));
  return [
    ...sections,
    ...fallen.map(([id, edit]) => written({ id, heading: edit.heading, duties: [], blocks: [] }, edit, "")),
  ];
}

function written(section: Section, { text, base, by, at }: Edit, now: string): ShownSection {
  return { ...section, blocks: readSection(text), edited: { by, at, facts: now === base ? null : now } };
}

export type SectionChange = {
  readonly id: string;
  readonly heading: string;
  readonly change: "added" | "removed" | "changed";
  readonly before: string;
  readonly after: string;
};

/** Section by section what reads otherwise in `after`, in its order, with what is gone at the end. */
export function changesBetween(
  before: readonly Pick<Section, "id" | "heading" | "blocks">[],
  after: readonly Pick<Section, "id" | "heading" | "blocks">[],
): SectionChange[] {
  const was = new Map(before.map((section) => [section.id, section]));
  const changes = after.flatMap(({ id, heading, blocks }): SectionChange[] => {
    const old = was.get(id);
    const now = writeSection(blocks);
    if (old === undefined) return [{ id, heading, change: "added", before: "", after: now }];
    const then = writeSection(old.blocks);
    return then === now ? [] : [{ id, heading, change: "changed", before: then, after: now }];
  });
  const still = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !still.has(id));
  return [
    ...changes,
    ...gone.map(({ id, heading, blocks }): SectionChange => {
      return { id, heading, change: "removed", before: writeSection(blocks), after: "" };
    }),
  ];
}

export type LineChange = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** Lines that more than this many differ are shown as all gone and all new: comparing them takes the square of it. */
const mostLines = 600;

/** What became of a text, line by line; long unchanged runs are left to the reader of the page. */
export function compareLines(before: string, after: string): LineChange[] {
  const [a, b] = [before.split("\n").filter(Boolean), after.split("\n").filter(Boolean)];
  const removed = (text: string): LineChange => ({ kind: "removed", text });
  const added = (text: string): LineChange => ({ kind: "added", text });
  if (a.length > mostLines || b.length > mostLines) return [...a.map(removed), ...b.map(added)];
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (row: number, column: number) => length[row]?.[column] ?? 0;
  for (let row = a.length - 1; row >= 0; row--) {
    for (let column = b.length - 1; column >= 0; column--) {
      const longest =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      (length[row] as Uint16Array)[column] = longest;
    }
  }
  const changes: LineChange[] = [];
  let [row, column] = [0, 0];
  while (row < a.length || column < b.length) {
    if (row < a.length && column < b.length && a[row] === b[column]) {
      changes.push({ kind: "same", text: a[row++] ?? "" });
      column += 1;
    } else if (column >= b.length || (row < a.length && at(row + 1, column) >= at(row, column + 1)))
      changes.push(removed(a[row++] ?? ""));
    else changes.push(added(b[column++] ?? ""));
  }
  return changes;
}
