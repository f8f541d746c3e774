import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeHostSampled, encodeHostSampled } from "./codec.js";
import { type Module, modules } from "./families.js";
import { HostSampledSchema } from "./generated/statwire/events/v1/host_pb.js";
import { moduleBitsOf, modulesIn, readHostOutline, withModules } from "./host-outline.js";
import { arbitraryMessage } from "./testing/arbitrary-message.js";

it("says what the decoded event says", () => {
  fc.assert(
    fc.property(arbitraryMessage(HostSampledSchema), (event) => {
      const outline = readHostOutline(encodeHostSampled(event));
      if (outline === undefined) throw new Error("no outline");
      expectAbout(outline.bootId, event.bootId);
      expectAbout(outline.sequence, event.sequence);
      // A time before 1970 is a large number of 64 bits here.
      expectAbout(outline.observedAtMs, BigInt.asUintN(64, event.observedAtMs));
      expect(outline.requested).toBe(event.requested);
      expect(outline.clearsHistory).toBe(event.clearsHistory);
      const present = modules.filter((module) => event[module] !== undefined);
      expect(modulesIn(outline)).toEqual(present);
      expect(moduleBitsOf([...present, "no module"])).toBe(outline.moduleBits);
    }),
  );
});

function expectAbout(number: number, exact: bigint): void {
  if (exact <= BigInt(Number.MAX_SAFE_INTEGER)) expect(number).toBe(Number(exact));
  else expect(number / Number(exact)).toBeCloseTo(1, 12);
}

it("takes the modules that are wanted out of an event, with their sources", () => {
  const wanted: Module[] = ["cpu", "swap"];
  fc.assert(
    fc.property(arbitraryMessage(HostSampledSchema), (event) => {
      const picked = decodeHostSampled(withModules(encodeHostSampled(event), wanted));
      const others = modules.filter((module) => !wanted.includes(module));
      const expected = {
        ...event,
        $unknown: undefined,
        // Of no module, and for the history alone.
        reached: [],
        ...Object.fromEntries(others.map((other) => [other, undefined])),
      };
      expect({ ...expected, ...picked, $unknown: undefined }).toEqual(expected);
      expect(picked.cpu).toEqual(event.cpu);
      expect(picked.swap).toEqual(event.swap);
      expect(modulesIn(readHostOutline(encodeHostSampled(picked)) ?? { moduleBits: 0 })).toEqual(
        wanted.filter((module) => event[module] !== undefined),
      );
    }),
  );
});

it.each([
  ["a length beyond the end", [0x32, 0x05, 0x08]],
  ["a number where a module should be", [0x30, 0x05]],
  ["a text where the sequence should be", [0x12, 0x01, 0x41]],
  ["a group", [0x33, 0x34]],
  ["field 0", [0x00, 0x01]],
  ["a number that does not end", [0x08, 0xff, 0xff]],
  ["a number of eleven bytes", [0x08, ...Array.from({ length: 10 }, () => 0xff), 0x01]],
])("has no outline of %s", (_, bytes) => {
  expect(readHostOutline(Uint8Array.from(bytes))).toBeUndefined();
});

it("passes over fields of later versions, whatever their type", () => {
  const later = Uint8Array.from([0x08, 0x07, 0xa9, 0x06, 1, 2, 3, 4, 5, 6, 7, 8, 0xad, 0x06, 1, 2, 3, 4, 0x10, 0x09]);
  expect(readHostOutline(later)).toMatchObject({ bootId: 7, sequence: 9, moduleBits: 0 });
});
