import { type CheckInput, type Finding, found, notMeasured } from "./finding.ts";

/** Only severe slowness: small differences have no known effect. One fetch from one place. */
export function slowness({ context }: CheckInput): Finding {
  const { responseMs } = context;
  if (responseMs === null) return notMeasured("The time to answer was not measured.");
  const seconds = `${(responseMs / 1000).toFixed(1)} s`;
  if (responseMs > 8_000) return found(0, `The page took ${seconds} to arrive.`);
  return responseMs > 4_000
    ? found(0.5, `The page took ${seconds} to arrive.`)
    : found(1, `The page arrived in ${seconds}.`);
}
