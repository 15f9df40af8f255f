import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const everyMs = 3_000;

/** Looks again every few seconds while something is under way. Without script the page says to load it again. */
export function useFresh(underWay: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(revalidate, everyMs);
    return () => clearInterval(timer);
  }, [underWay, revalidate]);
}
