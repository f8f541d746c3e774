import { encodeFrames } from "@statwire/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoredMessage } from "./stored-message.js";
import { wrapEvents } from "./wrap-events.js";

const kinds = ["host", "inventory"] as const;

const arbitraryMessages = fc
  .array(fc.tuple(fc.constantFrom("host", "inventory", "unknown"), fc.integer({ min: 1, max: 4 })), { maxLength: 20 })
  .map((all) => all.map(([family, events], index) => message(index + 1, family, events)));

function message(sequence: number, family: string, events: number): StoredMessage {
  const payload = encodeFrames(Array.from({ length: events }, (_, index) => Uint8Array.of(8, 1 + index)));
  const subject = `telemetry.v1.w.n.live.${family}`;
  return { subject, sequence, storedAtMs: 1_000 + sequence, payload, headers: undefined };
}

describe("wrapped messages", () => {
  it("tell how many came, from where to where, and keep those that cannot be read", () => {
    const messages = [message(3, "host", 2), message(4, "unknown", 1), message(7, "inventory", 1)];
    const wrapped = wrapEvents(messages, kinds);
    expect(wrapped).toMatchObject({ count: 3, range: { first: 3, last: 7 }, lastStoredAtMs: 1_007 });
    expect(wrapped.unreadable.map(({ message }) => message.sequence)).toEqual([4]);
    expect([...wrapped.byKind].map(([kind, { rows, sequences }]) => [kind, rows, sequences])).toEqual([
      ["host", 2, [3]],
      ["inventory", 1, [7]],
    ]);
    const bodies = [...wrapped.byKind.values()].reduce((sum, events) => sum + events.bytes().length, 0);
    // A message that cannot be read is kept with its objects.
    expect(wrapped.byteLength).toBeGreaterThan(bodies + 500);
  });

  it("have parts with the bytes that these messages alone would have", () => {
    fc.assert(
      fc.property(arbitraryMessages, fc.nat(21), fc.nat(21), (messages, one, other) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        const part = wrapEvents(
          messages.filter(({ sequence }) => sequence >= first && sequence <= last),
          kinds,
        );
        const whole = wrapEvents(messages, kinds);
        for (const kind of kinds) {
          const [found, expected] = [whole.byKind.get(kind)?.within(first, last), part.byKind.get(kind)];
          expect(found && Buffer.from(found.bytes())).toEqual(expected && Buffer.from(expected.bytes()));
          expect([found?.rows, found?.sequences]).toEqual([expected?.rows, expected?.sequences]);
          // A part of a part, as when a refused batch is halved again.
          const again = found?.within(last, last);
          expect(again?.rows).toBe(part.byKind.get(kind)?.within(last, last)?.rows);
        }
      }),
    );
  });
});
