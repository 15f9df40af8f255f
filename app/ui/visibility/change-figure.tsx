import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { useFormat } from "../text/use-format.ts";

/** A change of a share in percentage points with its sign and its interval. */
export function ChangeFigure({ of }: { of: Estimate }) {
  const f = useFormat();
  return (
    <span>
      <span className="font-semibold">{f.signed(of.value * 100)}</span>{" "}
      <span className="text-caption whitespace-nowrap text-ink-soft">
        ({f.signed(of.low * 100)} – {f.signed(of.high * 100)})
      </span>
    </span>
  );
}
