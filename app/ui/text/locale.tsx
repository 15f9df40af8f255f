import { createContext, type ReactNode, useContext } from "react";

/** Who reads: a BCP 47 tag and an IANA time zone, chosen on the server and the same in the browser. */
export type Reader = { readonly locale: string; readonly timeZone: string };

export const defaultReader: Reader = { locale: "en-GB", timeZone: "UTC" };

const ReaderContext = createContext<Reader>(defaultReader);

export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

export function useReader(): Reader {
  return useContext(ReaderContext);
}
