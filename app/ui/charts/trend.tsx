import type { Unit } from "#app/strings/format.ts";
import type { ChartProps } from "./chart-frame.tsx";
import { type Break, type TimedEstimate, TimelineBand } from "./timeline-band.tsx";

type TrendProps = ChartProps & {
  unit: Unit;
  points: readonly TimedEstimate[];
  breaks?: readonly Break[];
  wide?: number;
};

/** One figure over time with its interval, and breaks where it was made in another way. */
export function Trend({ points, title, ...rest }: TrendProps) {
  return <TimelineBand title={title} series={[{ label: title, points }]} {...rest} />;
}
