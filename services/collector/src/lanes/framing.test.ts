import {
  encodeCollectorConfigured,
  encodeFrames,
  encodeHostSampled,
  encodeInventoryObserved,
  families,
} from "@statwire/events";
import { expect, it } from "vitest";
import { frameReadings, identitiesIn } from "./framing.js";

const identity = { bootId: 1_800_000_000_000, sequence: 41, observedAtMs: 1_800_000_004_000 };
const fields = { bootId: 1_800_000_000_000n, sequence: 41n, observedAtMs: 1_800_000_004_000n };

it.each([
  ["host", encodeHostSampled({ ...fields, load: { uptimeMs: 5n } })],
  ["host.processes", encodeHostSampled({ ...fields, processes: { total: 5 } })],
  ["host.alerts", encodeHostSampled({ ...fields, alerts: { hostname: "h" } })],
  ["inventory", encodeInventoryObserved({ ...fields, hostname: "h" })],
  ["configuration", encodeCollectorConfigured({ ...fields, sampling: true })],
])("finds in a message of %s what was put into it", (family, event) => {
  const { payload } = frameReadings({ family, workspace: "w", node: "n" }, [{ ...identity, event }]);
  expect(identitiesIn(family, payload)).toEqual([{ bootId: identity.bootId, sequence: 41 }]);
});

it("finds nothing in what is none of ours", () => {
  expect(identitiesIn("host.weather", encodeFrames([encodeHostSampled(fields)]))).toEqual([]);
  for (const family of families) expect(identitiesIn(family, new Uint8Array([0xff, 0xff, 0xff]))).toEqual([]);
});
