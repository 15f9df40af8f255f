import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65_535);
const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);
const secret = z.string().min(32);

const Environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: port.default(3000),
  HOST: z.string().default("127.0.0.1"),
  APP_ORIGIN: origin.optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  DATABASE_URL: z.string().default("file:data/groundwork.db"),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  SESSION_SECRET: secret.optional(),
  JOBS: z.enum(["inside", "separate", "off"]).default("inside"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  CHROMIUM_PATH: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.url().optional(),
  OPENAI_MODEL: z.string().default("gpt-5-mini"),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_API_BASE: z.url().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default("Groundwork <no-reply@localhost>"),
});

/** What the surroundings say, with every optional vendor either whole or off. */
export type Env = {
  readonly mode: "development" | "production" | "test";
  readonly port: number;
  readonly host: string;
  readonly origin: string;
  readonly trustProxy: number;
  readonly database: { readonly url: string; readonly authToken: string | null };
  readonly sessionSecret: string | null;
  readonly jobs: "inside" | "separate" | "off";
  readonly logLevel: string;
  readonly chromiumPath: string | null;
  readonly openai: { readonly apiKey: string; readonly baseUrl: string | null; readonly model: string } | null;
  readonly stripe: {
    readonly secretKey: string;
    readonly webhookSecret: string;
    readonly apiBase: string | null;
  } | null;
  readonly mail: { readonly smtpUrl: string | null; readonly from: string };
};

/** Thrown with one line for each variable that cannot be used. */
export class EnvironmentRefused extends Error {
  override name = "EnvironmentRefused";
}

/** The only reader of process.env. Empty variables count as absent. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new EnvironmentRefused(lines.join("\n"));
  }
  const env = parsed.data;
  if (Boolean(env.STRIPE_SECRET_KEY) !== Boolean(env.STRIPE_WEBHOOK_SECRET)) {
    throw new EnvironmentRefused("STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET: set both or neither");
  }
  if (!env.DATABASE_URL.startsWith("file:") && !env.SESSION_SECRET) {
    throw new EnvironmentRefused("SESSION_SECRET: needed with a remote database, equal on every process");
  }
  return {
    mode: env.NODE_ENV,
    port: env.PORT,
    host: env.HOST,
    origin: env.APP_ORIGIN ?? `http://localhost:${env.PORT}`,
    trustProxy: env.TRUST_PROXY,
    database: { url: env.DATABASE_URL, authToken: env.DATABASE_AUTH_TOKEN ?? null },
    sessionSecret: env.SESSION_SECRET ?? null,
    jobs: env.JOBS,
    logLevel: env.LOG_LEVEL,
    chromiumPath: env.CHROMIUM_PATH ?? null,
    openai: env.OPENAI_API_KEY
      ? { apiKey: env.OPENAI_API_KEY, baseUrl: env.OPENAI_BASE_URL ?? null, model: env.OPENAI_MODEL }
      : null,
    stripe:
      env.STRIPE_SECRET_KEY && env.STRIPE_WEBHOOK_SECRET
        ? {
            secretKey: env.STRIPE_SECRET_KEY,
            webhookSecret: env.STRIPE_WEBHOOK_SECRET,
            apiBase: env.STRIPE_API_BASE ?? null,
          }
        : null,
    mail: { smtpUrl: env.SMTP_URL ?? null, from: env.MAIL_FROM },
  };
}
