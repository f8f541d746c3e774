import type { Cut, StoredMessage } from "@statwire/event-log";
import { encodeFrames, encodeLogLinesRead, type LandedKind } from "@statwire/events";
import { describe, expect, it } from "vitest";
import { ingestedStreams } from "./ingested-streams.js";
import { type LandDeps, landCut } from "./land.js";

const event = encodeLogLinesRead({ bootId: 1n, sequence: 1n, observedAtMs: 5n, log: "liar", firstLine: 1n });

function message(sequence: number, subject: string): StoredMessage {
  return { subject, sequence, storedAtMs: 1_000 + sequence, payload: encodeFrames([event]), headers: undefined };
}

/** Lands messages of a stream, and says what became of them. */
async function land(stream: string, messages: readonly StoredMessage[]) {
  const { kinds, newBatch } = ingestedStreams.find(({ name }) => name === stream) ?? ingestedStreams[0];
  const inserted: { kind: LandedKind; rows: number; text: string; token: string }[] = [];
  const setAside: [number, string][] = [];
  const finished: Cut[] = [];
  const deps: LandDeps = {
    kinds,
    insert: async (kind, batch, token) => {
      inserted.push({ kind, rows: batch.rows, text: Buffer.from(batch.bytes()).toString("latin1"), token });
      return { ok: true };
    },
    readAgain: async () => undefined,
    deadLetter: async ({ sequence }, { kind, reason }) => void setAside.push([sequence, `${kind}: ${reason}`]),
    lost: () => undefined,
    split: async () => undefined,
    finish: (cut) => void finished.push(cut),
    token: ({ first, last }, kind) => `${stream}:${first}-${last}:${kind}`,
    log: { warn: () => undefined },
  };
  const cut = { first: messages[0]?.sequence ?? 0, last: messages.at(-1)?.sequence ?? 0 };
  const batch = newBatch();
  for (const message of messages) batch.add(message);
  await landCut(deps, cut, batch);
  expect(finished).toEqual([cut]);
  return { inserted, setAside };
}

describe("what lands of the stream LOGS", () => {
  it("is under the node and the log that the subject names", async () => {
    const { inserted, setAside } = await land("LOGS", [message(7, "logs.v1.w.n.nginx=2Faccess")]);
    expect(inserted).toMatchObject([{ kind: "log", rows: 1, token: "LOGS:7-7:log" }]);
    expect(inserted[0]?.text).toContain("nginx/access");
    expect(setAside).toEqual([]);
  });

  it.each(["telemetry.v1.w.n.live.host", "logs.v1.w.n", "logs.v1.w.n.a.b", "logs.v1.w.n.=61", "other"])(
    "is not a message of %s",
    async (subject) => {
      const { inserted, setAside } = await land("LOGS", [message(1, subject), message(2, "logs.v1.w.n.syslog")]);
      expect(inserted).toMatchObject([{ kind: "log", rows: 1 }]);
      expect(setAside).toEqual([[1, `unreadable: no kind of event has the subject ${subject}`]]);
    },
  );
});

it("lands no lines out of the stream TELEMETRY", async () => {
  const { inserted, setAside } = await land("TELEMETRY", [message(1, "logs.v1.w.n.syslog")]);
  expect(inserted).toEqual([]);
  expect(setAside).toHaveLength(1);
});
