import { execFile } from "node:child_process";
import { expect, it } from "vitest";
import { judgeAudit, outcomeOf } from "./audit.mjs";

const badResponse = "Error: ERR_PNPM_AUDIT_BAD_RESPONSE\n\n  × The audit endpoint responded with 405:";
const table = "┌─────────┬──────────┐\n│ high    │ Prototype pollution │\n1 vulnerabilities found";

it.each([
  ["nothing known", { status: 0, stdout: "No known vulnerabilities found" }, "sound"],
  ["a weakness", { status: 1, stdout: table }, "weak"],
  ["a weakness that is about a connection", { status: 1, stdout: `${table}\nECONNRESET crashes` }, "weak"],
  ["a mirror without the service", { status: 1, stderr: badResponse }, "unanswered"],
  ["no network", { status: 1, stderr: "getaddrinfo ENOTFOUND registry.npmjs.org" }, "unanswered"],
  [
    "no answer in time",
    { status: null, error: Object.assign(new Error("timed out"), { code: "ETIMEDOUT" }) },
    "unanswered",
  ],
  ["a lock file that is broken", { status: 1, stderr: "ERR_PNPM_BROKEN_LOCKFILE" }, "weak"],
  ["no npx", { status: null, error: new Error("spawn npx ENOENT") }, "weak"],
])("%s", (_name, result, verdict) => {
  expect(judgeAudit(result).verdict).toBe(verdict);
});

it("a weakness is shown whole, and a reason is named", () => {
  expect(judgeAudit({ status: 1, stdout: table }).text).toBe(table);
  expect(judgeAudit({ status: 1, stderr: badResponse }).text).toContain("(ERR_PNPM_AUDIT_BAD_RESPONSE)");
});

it.each([
  ["its exit code and what it has said", "console.log('said'); process.exit(3)", 0, { status: 3, stdout: "said\n" }],
  ["success", "console.error('told')", 0, { status: 0, stderr: "told\n" }],
  ["that it took too long", "setInterval(() => {}, 1000)", 500, { status: null, error: { code: "ETIMEDOUT" } }],
])("the outcome of a command is %s", async (_name, program, timeoutMs, expected) => {
  const outcome = await new Promise((resolve) => {
    execFile(process.execPath, ["-e", program], { timeout: timeoutMs }, (...heard) => resolve(outcomeOf(...heard)));
  });
  expect(outcome).toMatchObject(expected);
});

it("the outcome of a command that is not there says so", async () => {
  const outcome = await new Promise((resolve) => {
    execFile("/nowhere/npx", [], (...heard) => resolve(outcomeOf(...heard)));
  });
  expect(outcome).toMatchObject({ status: null, error: { code: "ENOENT" } });
});
