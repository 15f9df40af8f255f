import { z } from "zod";

const line = z.string().max(2_000).default("");

/** What the form of a role may send. What its fields mean is read by `readRoleForm`; here only their kind and size are bounded. */
export const roleFormSchema = z.object({
  title: line,
  headcount: line,
  annualPay: line,
  currency: line,
  country: line,
  site: line,
  department: line,
  level: line,
  hoursPerYear: line,
  context: z.string().max(20_000).default(""),
  tasks: z.string().max(40_000).default(""),
  gates: z.array(z.string().max(40)).max(10).default([]),
});
