import { type IsoDate, parseIsoDate } from "#app/domain/kernel/iso-date.ts";

/** The day that `?asOf=` names; an empty object, and so today, when it names none. */
export function asOfFrom(request: Request): { readonly asOf?: IsoDate } {
  const asOf = parseIsoDate(new URL(request.url).searchParams.get("asOf") ?? "");
  return asOf === null ? {} : { asOf };
}
