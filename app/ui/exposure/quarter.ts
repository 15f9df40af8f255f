/** `2027-Q2` to `2027-04-01`. */
export function firstDay(quarter: string): string {
  const [year = "", number = "1"] = quarter.split("-Q");
  return `${year}-${String(Number(number) * 3 - 2).padStart(2, "0")}-01`;
}
