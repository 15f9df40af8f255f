import type { AppLoadContext } from "@remix-run/node";
import { expect, test } from "vitest";
import { action, loader } from "#app/routes/tools.$token.tsx";
import type { Deps } from "#app/services/deps.ts";
import { createToolLink } from "#app/services/systems/tool-link.server.ts";
import { listToolReports } from "#db/repositories/tool-reports.server.ts";
import { aComplianceDesk } from "#tests/builders/compliance-deps.ts";

let visitors = 0;

async function aForm() {
  const desk = await aComplianceDesk();
  const made = await createToolLink(desk.deps, desk.actor, 14);
  if (!made.ok) throw new Error(made.failure.kind);
  const { token } = made.value;
  visitors += 1;
  const address = `192.0.2.${visitors}`;
  const context = { deps: desk.deps as unknown as Deps, nonce: "n", requestId: "r", address } as AppLoadContext;
  const url = `https://groundwork.test/tools/${token}`;
  async function post(fields: Readonly<Record<string, string>>, to = token) {
    const request = new Request(url, { method: "POST", body: new URLSearchParams(fields) });
    const said = await action({ request, params: { token: to }, context }).catch((thrown: unknown) => thrown);
    if (said instanceof Response) return { status: said.status, to: said.headers.get("location"), errors: {} };
    const { data, init } = said as { data: { errors: object }; init: { status: number } };
    return { status: init.status, to: null, errors: data.errors };
  }
  const open = (to = token) => loader({ request: new Request(url), params: { token: to }, context });
  const kept = () => listToolReports(desk.deps.db, desk.actor.organizationId, "waiting");
  return { token, post, open, kept, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() };
}

const fields = { tool: "TyreSnap", purpose: "Checks tyres", "data[]": "internal", department: "Workshop" };

test("a report is kept by a plain form, and the address says nothing of it", async () => {
  await using form = await aForm();
  expect(await form.post(fields)).toEqual({ status: 302, to: `/tools/${form.token}?thanks=1`, errors: {} });
  expect((await form.kept()).map(({ tool, purpose, data }) => [tool, purpose, data])).toEqual([
    ["TyreSnap", "Checks tyres", ["internal"]],
  ]);
});

test("what fills in the field that people do not see is thanked and forgotten", async () => {
  await using form = await aForm();
  expect(await form.post({ ...fields, website: "http://spam.example" })).toMatchObject({ status: 302 });
  expect(await form.kept()).toEqual([]);
});

test("what is missing is said beside its field, and a large body is not read", async () => {
  await using form = await aForm();
  expect(await form.post({})).toMatchObject({
    status: 422,
    errors: { tool: ["Choose a tool, or write its name."], purpose: ["Say in a few words what you use it for."] },
  });
  expect(await form.post({ ...fields, purpose: "x".repeat(20_000) })).toMatchObject({ status: 413 });
  expect(await form.post({ ...fields, purpose: "x".repeat(9_000) })).toMatchObject({ status: 422 });
  expect(await form.kept()).toEqual([]);
});

test("an address that nobody made opens no form and keeps nothing", async () => {
  await using form = await aForm();
  expect(await form.open("a".repeat(32))).toEqual({ state: "closed" });
  expect(await form.open()).toMatchObject({ state: "open" });
  await form.post(fields, "a".repeat(32));
  expect(await form.kept()).toEqual([]);
});

test("one address may report thirty times an hour", async () => {
  await using form = await aForm();
  const answers = [];
  for (let turn = 0; turn < 32; turn++) answers.push((await form.post(fields)).status);
  expect(answers.filter((status) => status === 302)).toHaveLength(30);
  expect(answers.slice(30)).toEqual([429, 429]);
});
