import { describe, expect, it } from "vitest";
import { filesOf, type Manifest, parseManifest, totalsOf } from "./manifest.js";

const sha256 = "0".repeat(64);
const file = (path: string, bytes: number) => ({ path, bytes, sha256 });

const manifest: Manifest = {
  format: 1,
  version: "1.2.3",
  takenAt: "2026-01-31T12:00:00.000Z",
  heldSeconds: 1.5,
  migrations: ["landing"],
  positions: [{ stream: "TELEMETRY", created: "2026-01-01T00:00:00Z", generation: 0, committed: 7, epoch: 1 }],
  tables: [
    {
      name: "host_cpu",
      rows: 3,
      partitions: [
        { partition: "20260130", rows: 1, file: file("history/host_cpu/20260130.native.zst", 10) },
        { partition: "all", rows: 2, file: file("history/host_cpu/all.native.zst", 20) },
      ],
    },
  ],
  streams: [
    {
      name: "KV_ingest",
      file: file("streams/KV_ingest.snapshot", 30),
      created: "2026-01-01T00:00:00Z",
      firstSequence: 1,
      lastSequence: 9,
      messages: 4,
      config: { name: "KV_ingest" },
      state: { last_seq: 9 },
    },
  ],
};

describe("a manifest", () => {
  it("is read as it was written", () => {
    expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
  });

  it("names its files and sums them up", () => {
    expect(filesOf(manifest).map(({ bytes }) => bytes)).toEqual([10, 20, 30]);
    expect(totalsOf(manifest)).toEqual({ rows: 3, messages: 4, bytes: 60 });
  });

  it.each([
    "/etc/passwd",
    "../streams/x.snapshot",
    "history/../../x.native.zst",
    "streams/../x.snapshot",
    "history/host_cpu/a/b.native.zst",
    "streams/.snapshot",
    "streams/x",
  ])("refuses a file at %s", (path) => {
    const [stream] = manifest.streams;
    const forged = { ...manifest, streams: [{ ...stream, file: file(path, 1) }] };
    expect(() => parseManifest(JSON.stringify(forged))).toThrow("manifest.json");
  });

  it.each([
    ["nonsense", "is not JSON"],
    ["{}", "has the format undefined, not 1"],
    [JSON.stringify({ ...manifest, format: 2 }), "has the format 2, not 1"],
    [JSON.stringify({ ...manifest, tables: undefined }), "tables"],
  ])("refuses %j", (text, reason) => {
    expect(() => parseManifest(text)).toThrow(reason);
  });
});
