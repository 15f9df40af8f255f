import { createContext, useContext } from "react";

/** The nonce of this response's content security policy; empty in the browser, which hides nonces from script. */
const NonceContext = createContext("");

export const NonceProvider = NonceContext.Provider;

export function useNonce(): string {
  return useContext(NonceContext);
}
