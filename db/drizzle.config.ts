import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "turso", schema: "./db/schema", out: "./db/migrations" });
