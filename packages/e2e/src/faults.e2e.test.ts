import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

it("loses and doubles nothing under a small plan of faults", async () => {
  // A cut between ingester and ClickHouse among them, and an end at a point of the ingester.
  const { code, printed, told } = await runFaults("--kills", "8", "--seed", "2807", "--check-seconds", "60");
  process.stdout.write(`${printed}\n`);
  const explained = `${told}\n${printed}`;
  expect(JSON.parse(printed), explained).toMatchObject({
    sound: true,
    kills: 8,
    findings: { lost: [], doubled: [], rollup: [], snapshot: [] },
    deadLettered: 0,
  });
  const { sent, stored, acknowledged, looks, checks, rollupsCompared, snapshotsCompared } = JSON.parse(printed);
  expect(stored).toEqual(sent);
  expect(sent.events).toBeGreaterThan(100);
  expect(sent.lines).toBeGreaterThan(100);
  expect(acknowledged).toMatchObject({ lost: 0, doubled: 0 });
  // Every message of lines is one event, and every reading another.
  expect(acknowledged.events).toBeGreaterThan(sent.events);
  for (const [what, count] of Object.entries(looks)) expect(count, what).toBeGreaterThan(0);
  expect(checks).toBe(2);
  expect(rollupsCompared).toBeGreaterThan(10);
  expect(snapshotsCompared).toBeGreaterThan(20);
  expect(code).toBe(0);
}, 400_000);

function runFaults(...words: string[]): Promise<{ code: number | null; printed: string; told: string }> {
  const program = [fileURLToPath(new URL("../../faults/dist/main.js", import.meta.url)), "--json", ...words];
  const child = spawn(process.execPath, program, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const texts = { printed: "", told: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    texts.printed += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    texts.told += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...texts }));
  });
}
