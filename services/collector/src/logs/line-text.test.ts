import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineText, marginBytes } from "./line-text.js";
import { redactedKinds } from "./redact/redact.js";

const nothing = { kinds: [], strings: [] };

describe("the text of a line", () => {
  it("has no controls but tab and escape, and no invalid bytes", () => {
    const toText = lineText({ redact: nothing, lineBytesMax: 1000 });
    const bytes = Buffer.concat([Buffer.from("\0\t\x1b[1m\x7f\x0b\x85é"), Buffer.from([0xc3, 0x28, 0xff])]);
    expect(toText(bytes, false)).toEqual({ text: "\ufffd\t\x1b[1m\ufffd\ufffd\x85é\ufffd(\ufffd", truncated: false });
  });

  it("fits, with whole characters", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "é", "€", "😀", "\n"), maxLength: 200 }),
        fc.integer({ min: 64, max: 300 }),
        (any, lineBytesMax) => {
          const whole = lineText({ redact: nothing, lineBytesMax: 10_000 })(Buffer.from(any), false).text;
          const { text, truncated } = lineText({ redact: nothing, lineBytesMax })(Buffer.from(any), false);
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(lineBytesMax);
          expect(truncated).toBe(Buffer.byteLength(whole) > lineBytesMax);
          expect(whole.startsWith(text)).toBe(true);
          expect(
            Buffer.byteLength(whole) - Buffer.byteLength(text) === 0 || Buffer.byteLength(text) > lineBytesMax - 4,
          ).toBe(true);
        },
      ),
    );
  });

  it("keeps no part of a secret that lies across any cut", () => {
    const secrets = ["192.168.100.200", "jane.doe@example.com", "https://example.com/token", "my own secret"];
    const redact = { kinds: redactedKinds, strings: ["my own secret"] };
    const lineBytesMax = 200;
    const toText = lineText({ redact, lineBytesMax });
    const kept = lineBytesMax + marginBytes;
    fc.assert(
      fc.property(fc.constantFrom(...secrets), fc.integer({ min: 0, max: kept }), (secret, at) => {
        const line = Buffer.from(`${" ".repeat(at)}${secret}${" ".repeat(kept)}`).subarray(0, kept);
        const { text } = toText(line, true);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(lineBytesMax);
        expect(text).not.toMatch(/100|200|jane|doe|example|own|secret/);
      }),
    );
  });
});
