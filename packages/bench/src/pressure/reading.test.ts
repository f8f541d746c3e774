import { decodeHostSampled } from "@statwire/events";
import { expect, it } from "vitest";
import { processName } from "./observer.js";
import { parsePressureOptions } from "./options.js";
import { encodeReading } from "./reading.js";

it("is one event with its place and its modules", () => {
  const event = decodeHostSampled(encodeReading({ bootId: 1_790_000_000_000, sequence: 17, observedAtMs: 5 }));
  expect(event).toMatchObject({ bootId: 1_790_000_000_000n, sequence: 17n, observedAtMs: 5n });
  expect(event.cpu?.cores).toHaveLength(4);
  expect(event.network?.items.map(({ name }) => name)).toEqual(["lo", "eth0"]);
  expect(event.sockets?.used).toBe(100);
});

it("has options with limits", () => {
  expect(parsePressureOptions([])).toEqual({ ok: true, options: { minutes: 10, nodes: 10_000, json: false } });
  expect(parsePressureOptions(["--minutes", "0"])).toMatchObject({ ok: false, isHelp: false });
  expect(parsePressureOptions(["--help"])).toMatchObject({ ok: false, isHelp: true });
});

it.each([
  ["/usr/bin/node /x/services/cache-projector/dist/main.js", "cache-projector"],
  ["nats-server -c /x/nats.conf", "nats-server"],
  ["/usr/bin/journalctl --follow", "journalctl"],
])("knows the process of %s", (command, name) => {
  expect(processName(command)).toBe(name);
});
