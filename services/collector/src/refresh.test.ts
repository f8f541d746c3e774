import { expect, it, vi } from "vitest";
import type { FullReadingOptions } from "./collector.js";
import { openRefresh } from "./refresh.js";

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const reading = { bootId: 7, observedAtMs: 1000, sequences: { host: 3, "host.sensors": 2 } };

async function ask(refresh: (payload: Uint8Array) => Promise<Uint8Array>, request: string) {
  return JSON.parse(Buffer.from(await refresh(Buffer.from(request))).toString());
}

function settling(...how: ("live" | "backlog" | "overtaken")[]) {
  return vi.fn(async ({ onSettled }: FullReadingOptions) => {
    for (const one of how) queueMicrotask(() => onSettled?.(one));
    return reading;
  });
}

it("replies when every family's reading is stored on its live lane", async () => {
  const readAll = settling("live", "live");
  const reply = await ask(openRefresh({ readAll, log }), '{"reason":"why","clearHistory":true}');
  expect(reply).toEqual({ ok: true, bootId: "7", sequences: reading.sequences, observedAtMs: 1000 });
  expect(readAll).toHaveBeenCalledWith(expect.objectContaining({ requested: true, clearsHistory: true }));
});

it("takes an empty request, and refuses one that is none", async () => {
  const readAll = settling("live", "live");
  const refresh = openRefresh({ readAll, log });
  expect(await ask(refresh, "")).toMatchObject({ ok: true });
  for (const request of ["[]", "nonsense", '{"clearHistory":"yes"}']) {
    expect(await ask(refresh, request)).toMatchObject({ ok: false });
  }
  expect(readAll).toHaveBeenCalledTimes(1);
});

it("says so when a reading did not go live, or not in time", async () => {
  const error = "the event log has not stored the readings yet";
  expect(await ask(openRefresh({ readAll: settling("live", "overtaken"), log }), "{}")).toEqual({ ok: false, error });
  expect(await ask(openRefresh({ readAll: settling("live"), log }), "{}")).toEqual({ ok: false, error });
});

it("carries requests out one after the other, also after one that failed", async () => {
  const readAll = settling("live", "live");
  readAll.mockRejectedValueOnce(new Error("no"));
  const refresh = openRefresh({ readAll, log });
  const first = refresh(Buffer.from("{}"));
  const second = ask(refresh, "{}");
  await expect(first).rejects.toThrow("no");
  expect(await second).toMatchObject({ ok: true });
});
