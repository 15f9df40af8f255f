import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/**
 * Follows a state by server-sent events, and loads the page again when what `step` reads of it changes. With `events` null it
 * is settled: `first` is the state. Without script the page refreshes itself.
 */
export function useStates<State>(first: State, events: string | null, step: (state: State) => unknown): State {
  const [heard, setHeard] = useState({ events, state: first });
  const { revalidate } = useRevalidator();
  const seen = useRef(step(first));
  useEffect(() => {
    if (events === null) return;
    const source = new EventSource(events);
    source.onmessage = (event: MessageEvent<string>) => {
      const next = JSON.parse(event.data) as State;
      setHeard({ events, state: next });
      if (step(next) !== seen.current) revalidate();
      seen.current = step(next);
    };
    return () => source.close();
  }, [events, step, revalidate]);
  // What was heard of another address says nothing of this one.
  return events !== null && heard.events === events ? heard.state : first;
}
