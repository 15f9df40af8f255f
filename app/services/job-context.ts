/** What work that runs as a job gets: a way to say how far it is, and a signal that it should stop. */
export type JobContext = {
  readonly signal: AbortSignal;
  progress(state: unknown): Promise<void>;
};

/** How a service that runs as a job fails: whether another try may help, and why, in words for the log. */
export type JobFailure = { readonly kind: string; readonly retry: boolean; readonly because?: string };
