import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/**
 * Loads the page again every `everyMs` milliseconds while something is under way, which leaves half-typed lines alone. Without
 * script the page says to load it again.
 */
export function useFresh(underWay: boolean, everyMs = 3_000): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(revalidate, everyMs);
    return () => clearInterval(timer);
  }, [underWay, everyMs, revalidate]);
}
