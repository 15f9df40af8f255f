/** A whole number from the address of a page; null where there is none. */
export function numberFrom(searchParams: URLSearchParams, name: string): number | null {
  const number = Number.parseInt(searchParams.get(name) ?? "", 10);
  return Number.isInteger(number) ? number : null;
}
