import type { ReactNode } from "react";
import type { Block, Span, Spans } from "#app/domain/work-products/work-product.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { DataTable } from "../tables/data-table.tsx";
import { useText } from "../text/use-text.ts";

/** A block as a page shows it: of a long table the first rows, with how many more the file has. */
export type ShownBlock = Block & { readonly more?: number };

type BlocksProps = { blocks: readonly ShownBlock[]; heading: string; base: string };

export function Blocks({ blocks, heading, base }: BlocksProps) {
  return (
    <div className="space-y-3">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name, and never move by themselves
        <BlockView key={at} block={block} heading={heading} base={base} />
      ))}
    </div>
  );
}

function BlockView({ block, heading, base }: { block: ShownBlock; heading: string; base: string }) {
  const t = useText(workProductText);
  switch (block.kind) {
    case "paragraph":
      return (
        <p className="max-w-3xl text-pretty">
          <Words spans={block.spans} base={base} />
        </p>
      );
    case "note":
      return (
        <p className="max-w-3xl border-l-2 border-line pl-3 text-caption text-ink-soft">
          <Words spans={block.spans} base={base} />
        </p>
      );
    case "list":
      return (
        <ul className="max-w-3xl list-disc space-y-1 pl-5">
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={at}>
              <Words spans={item} base={base} />
            </li>
          ))}
        </ul>
      );
    case "table":
      return (
        <div>
          <DataTable
            caption={block.caption === "" ? heading : block.caption}
            captionHidden={block.caption === ""}
            rows={block.rows.map((cells, at) => ({ cells, at }))}
            rowKey={({ at }) => String(at)}
            columns={block.header.map((header, at) => ({
              key: String(at),
              header,
              cell: ({ cells }: { cells: readonly Spans[] }) => <Words spans={cells[at] ?? []} base={base} />,
            }))}
          />
          {block.more === undefined ? null : (
            <p className="pt-2 text-caption text-ink-soft">{t("moreRows", { count: block.more })}</p>
          )}
        </div>
      );
  }
}

function Words({ spans, base }: { spans: Spans; base: string }): ReactNode {
  return spans.map((span, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    "blank" in span ? <BlankView key={at} blank={span} base={base} /> : span.text,
  );
}

/** A blank stands out, and leads to its question where the questions of duties ask it too. */
function BlankView({ blank, base }: { blank: Extract<Span, { readonly blank: string }>; base: string }) {
  const t = useText(workProductText);
  const text = `[${t("fillIn")}: ${blank.blank}]`;
  const system = blank.system ?? null;
  const to =
    blank.fact === undefined ? null : system === null ? `${base}/compliance/questions` : `${base}/systems/${system}`;
  return (
    <mark className="rounded bg-warn-soft px-1 text-ink">
      {to === null ? (
        text
      ) : (
        <a href={to} className="underline">
          {text}
        </a>
      )}
    </mark>
  );
}
