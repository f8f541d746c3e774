import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isSync, parseTrace, straceCommand, type TracedCall, unsynchronized } from "@statwire/embedded-stack/testing";
import { expect, it, onTestFinished } from "vitest";

const writer = fileURLToPath(new URL("../testing/spool-writer.mjs", import.meta.url));

it("a segment is deleted only when the disk has every acknowledgement of what was in it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "statwire-spool-order-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const traceFile = join(folder, "strace");
  const spool = mkdtempSync(join(folder, "spool-"));
  const [strace = "", ...words] = await straceCommand(traceFile);
  execFileSync(strace, [...words, process.execPath, writer, spool], { stdio: ["ignore", "pipe", "inherit"] });
  // The tracer outlives what it traces for a moment, until it has written down its end.
  await expect
    .poll(() => readFileSync(traceFile, "utf8"), { timeout: 10_000 })
    .toMatch(/\+\+\+ exited with 0 \+\+\+\n$/);

  const calls = parseTrace(readFileSync(traceFile, "utf8"));
  const deletions = calls.filter(({ name, path }) => name === "unlink" && path.endsWith(".segment"));
  expect(deletions.length).toBeGreaterThan(5);
  for (const [index, deletion] of deletions.entries()) {
    const settledAt = lastAcknowledgement(calls, Number.parseInt(basename(deletion.path), 10));
    expect(settledAt).toBeLessThan(deletion.begun);
    const others = calls.filter(({ path }) => path.endsWith(".segment") && path !== deletion.path);
    const missing = unsynchronized(others, deletion.begun).filter(({ ended }) => ended < settledAt);
    expect(missing.map(({ path, text }) => `${path} ${text}`)).toEqual([]);
    // The names of the segments that acknowledge it are on the disk before it goes, and the folder forgets one before the
    // next is deleted: none outlives the one that acknowledges it.
    const next = deletions[index + 1]?.begun ?? Number.POSITIVE_INFINITY;
    const folderSyncs = calls.filter((call) => isSync(call) && call.path === spool);
    expect(folderSyncs.some(({ begun, ended }) => begun > settledAt && ended < deletion.begun)).toBe(true);
    expect(folderSyncs.some(({ begun, ended }) => begun > deletion.ended && ended < next)).toBe(true);
  }
}, 40_000);

/** The line of the trace at which the last acknowledgement of a reading of the segment had been written. */
function lastAcknowledgement(calls: readonly TracedCall[], segment: number): number {
  const marks = calls.filter(({ text }) => text.includes(`"acknowledged ${segment}\\n"`));
  return marks.at(-1)?.begun ?? Number.POSITIVE_INFINITY;
}
