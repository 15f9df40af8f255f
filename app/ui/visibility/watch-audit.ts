import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

export type AuditState = {
  readonly status: string;
  readonly done: number;
  readonly planned: number;
  readonly now: string;
};

/** Follows an audit by server-sent events and loads the page again when it ends. Without script the page refreshes itself. */
export function useAuditProgress(first: AuditState, events: string): AuditState {
  const [state, setState] = useState(first);
  const { revalidate } = useRevalidator();
  const seen = useRef(first.done);
  const open = first.status === "queued" || first.status === "running";
  useEffect(() => {
    if (!open) return;
    const source = new EventSource(events);
    source.onmessage = (event: MessageEvent<string>) => {
      const next = JSON.parse(event.data) as AuditState;
      setState(next);
      const ended = next.status !== "queued" && next.status !== "running";
      if (ended) source.close();
      if (ended || next.done !== seen.current) revalidate();
      seen.current = next.done;
    };
    return () => source.close();
  }, [open, events, revalidate]);
  return open ? state : first;
}
