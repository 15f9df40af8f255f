import { type Formats, formatsFor } from "#app/strings/format.ts";
import { useReader } from "./locale.tsx";

/** Numbers, shares, money and dates as the reader writes them. */
export function useFormat(): Formats {
  const { locale, timeZone } = useReader();
  return formatsFor(locale, timeZone);
}
