import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PublishOutcome } from "@statwire/event-log";
import { decodeEventsDropped, walkFrames } from "@statwire/events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { AcknowledgedEvent } from "../acknowledged-record.js";
import { LossAnnouncer } from "./announcer.js";
import { LossLedger } from "./loss-ledger.js";

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "statwire-announcer-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The subject of the log, of which only the answers are unreliable. */
class Lane {
  readonly stored: Uint8Array[] = [];
  fates: ("stored" | "answer lost" | "lost" | "refused")[] = [];

  async last() {
    const payload = this.stored.at(-1);
    return payload && { payload };
  }

  async publish(payload: Uint8Array): Promise<PublishOutcome> {
    const fate = this.fates.shift() ?? "stored";
    if (fate === "refused") return { kind: "refused", reason: "full" };
    if (fate !== "lost") this.stored.push(payload);
    return fate === "stored" ? { kind: "stored", sequence: this.stored.length } : { kind: "unknown", reason: fate };
  }

  /** First and last number of each loss that was announced, in order. */
  get announced(): [string, number, number][] {
    return this.stored.flatMap((payload) => {
      const losses: [string, number, number][] = [];
      walkFrames(payload, (start, end) => {
        const { family, firstSequence, lastSequence } = decodeEventsDropped(payload.subarray(start, end));
        losses.push([family, Number(firstSequence), Number(lastSequence)]);
      });
      return losses;
    });
  }
}

function open(isReady: (family: string) => boolean = () => true) {
  const ledger = new LossLedger({ path: join(folder, "losses.json"), log, nowMs: () => 99_000 });
  const identity = { workspace: "default", node: "web-1" };
  const acknowledged: AcknowledgedEvent[] = [];
  const announcer = new LossAnnouncer({
    ...identity,
    ...{ ledger, isReady, open: () => [], log, random: () => 0 },
    recordAcknowledged: (events) => acknowledged.push(...events),
  });
  return { ledger, announcer, acknowledged };
}

function lost(sequence: number, family = "host") {
  return { family, bootId: 7, sequence, observedAtMs: sequence * 1000 };
}

it("tells each loss once, whatever becomes of the answers", async () => {
  const lane = new Lane();
  lane.fates = ["answer lost", "lost", "refused", "answer lost"];
  const { ledger, announcer, acknowledged } = open();
  announcer.connect(lane);
  ledger.add([lost(1), lost(2)], "spool-full");
  await vi.waitUntil(() => ledger.unannounced === 0, { timeout: 5_000 });
  ledger.add([lost(5)], "spool-full");
  ledger.add([lost(1, "inventory")], "too-large");
  await vi.waitUntil(() => ledger.unannounced === 0, { timeout: 5_000 });
  expect(lane.announced).toEqual([
    ["host", 1, 2],
    ["host", 5, 5],
    ["inventory", 1, 1],
  ]);
  expect(acknowledged.map(({ family, sequence }) => [family, sequence])).toEqual([
    ["dropped/host", 1],
    ["dropped/host", 5],
    ["dropped/inventory", 1],
  ]);
  await announcer.stop();
});

it("recognizes what an earlier run had told, and waits for families whose fate is open", async () => {
  const lane = new Lane();
  const before = open();
  before.ledger.add([lost(1)], "spool-full");
  const [taken] = before.ledger.takeAttempt(() => true, []);
  expect(taken).toMatchObject({ first: 1, last: 1 });
  // The answer to it never came: the lane has it, the ledger does not know.
  const first = open();
  lane.fates = ["answer lost"];
  first.announcer.connect(lane);
  await vi.waitUntil(() => lane.stored.length === 1, { timeout: 5_000 });
  await first.announcer.stop();

  let isReady = false;
  const second = open((family) => family !== "host.sensors" || isReady);
  second.ledger.add([lost(1, "host.sensors"), lost(2)], "spool-full");
  second.announcer.connect(lane);
  await vi.waitUntil(() => second.ledger.unannounced === 1, { timeout: 5_000 });
  isReady = true;
  await vi.waitUntil(() => second.ledger.unannounced === 0, { timeout: 5_000 });
  expect(lane.announced).toEqual([
    ["host", 1, 1],
    ["host", 2, 2],
    ["host.sensors", 1, 1],
  ]);
  await second.announcer.stop();
});
