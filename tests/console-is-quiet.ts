import { afterEach, beforeEach, expect, vi } from "vitest";

// An error printed by the code under test is a failure, unless the test expects it and clears the spy.
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  const calls = vi.mocked(console.error).mock.calls;
  vi.mocked(console.error).mockRestore();
  expect(calls).toEqual([]);
});
