import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { LossLedger } from "./loss-ledger.js";

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const lost = (sequence: number, family = "host") => ({ family, bootId: 7, sequence, observedAtMs: sequence * 1000 });
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "statwire-losses-"));
  path = join(folder, "losses.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): LossLedger {
  return new LossLedger({ path, log, nowMs: () => 99_000 });
}

it("keeps what is to be told over a restart, an attempt as it was, until it is announced", () => {
  const ledger = open();
  const onAdded = vi.fn();
  ledger.onAdded = onAdded;
  ledger.add([lost(1), lost(2), lost(3), lost(1, "inventory")], "spool-full");
  ledger.addUnnamed(2);
  expect([ledger.unannounced, onAdded.mock.calls.length, ledger.families()]).toEqual([6, 2, ["host", "inventory"]]);
  const taken = ledger.takeAttempt((family) => family !== "inventory", [lost(2)]);
  expect(taken.map(({ family, first, last }) => [family, first, last])).toEqual([
    ["host", 1, 1],
    ["host", 3, 3],
    ["", 0, 0],
  ]);

  const next = open();
  expect([next.attempt, next.unannounced, next.totals.size]).toEqual([taken, 6, 0]);
  next.announced();
  next.found([lost(2)]);
  expect([open().attempt, open().unannounced, open().families()]).toEqual([[], 1, ["inventory"]]);
});

it("begins anew when its file is not its own, and goes on in memory when the disk refuses", () => {
  writeFileSync(path, '{"attempt": 1}');
  const ledger = open();
  expect([ledger.unannounced, log.warn.mock.calls.length]).toEqual([0, 1]);
  rmSync(folder, { recursive: true });
  ledger.add([lost(1)], "too-large");
  ledger.add([lost(2)], "too-large");
  expect([ledger.unannounced, log.error.mock.calls.length]).toEqual([2, 1]);
  expect([...ledger.totals]).toEqual([["too-large", 2]]);
});
