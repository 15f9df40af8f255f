import { useMemo } from "react";
import { type Catalogue, type Say, textOf } from "#app/strings/catalogue.ts";
import { useReader } from "./locale.tsx";

/** The catalogue's texts in the reader's locale. */
export function useText<C extends Catalogue>(texts: C): Say<C> {
  const { locale } = useReader();
  return useMemo(() => textOf(texts, locale), [texts, locale]);
}
