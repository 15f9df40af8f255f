import { type RefObject, useEffect, useRef } from "react";

/** What takes the focus when `by` comes up or is another one than before, so that a keyboard goes on from there; nullish: it stays. */
export function useFocus<Box extends HTMLElement>(by: unknown): RefObject<Box> {
  const box = useRef<Box>(null);
  useEffect(() => {
    if (by !== null && by !== undefined) box.current?.focus();
  }, [by]);
  return box;
}
