import "@remix-run/node";

// Loaders and actions are typed as single fetch sends them: dates stay dates, `data()` gives its value.
declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}
