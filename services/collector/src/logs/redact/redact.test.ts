import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RedactedKind, redactedKinds, redactor } from "./redact.js";

function redact(text: string, kinds: readonly RedactedKind[] = redactedKinds, strings: readonly string[] = []) {
  return redactor({ kinds, strings })(text);
}

describe("redaction", () => {
  it.each([
    ["from 192.168.1.20 port 22", "from 192.168.*.* port 22"],
    ["10.0.0.1:8080->8.8.8.8", "10.0.*.*:8080->8.8.*.*"],
    ["\u001b[31m192.168.1.20\u001b[0m", "\u001b[31m192.168.*.*\u001b[0m"],
    ["[2001:db8:1:2::5]:443", "[2001:db8:*]:443"],
    ["fe80::1%eth0 and ::1", "fe80::*%eth0 and ::*"],
    ["2001:0db8:aa:bb:cc:dd:ee:ff", "2001:0db8:*"],
    ["::ffff:192.168.1.20", "::*"],
    ["64:ff9b::192.0.2.33", "64:ff9b:*"],
    ["at 12:30:45.123 std::string a::b", "at 12:30:45.123 std::string a::*"],
  ])("ip: %j", (text, expected) => {
    expect(redact(text, ["ip"])).toBe(expected);
  });

  it.each([
    ["aa:bb:cc:dd:ee:ff", "aa:bb:cc:*:*:*"],
    ["AA-BB-CC-DD-EE-FF!", "AA-BB-CC-*-*-*!"],
    ["aabb.ccdd.eeff", "aabb.cc*"],
    ["12:30:45", "12:30:45"],
  ])("mac: %j", (text, expected) => {
    expect(redact(text, ["mac"])).toBe(expected);
  });

  it.each([
    ["to=<jane.doe+x@mail.example.com>, ok", "to=<[email]>, ok"],
    ["Write to jane@example.com.", "Write to [email]."],
    ["bounce+jane=example.org@list.example.com", "[email]"],
    ["root@localhost müller@bücher.example", "[email] [email]"],
    ["@ a@ @b @@ a @ b", "@ a@ @b @@ a @ b"],
  ])("email: %j", (text, expected) => {
    expect(redact(text, ["email"])).toBe(expected);
  });

  it.each([
    ['"GET https://u:p@example.com/a?token=b HTTP/1.1"', '"GET https://[url] HTTP/1.1"'],
    ["see <ftp://x>, www.example.com/a and file:///etc/passwd", "see <ftp://[url]>, [url] and file://[url]"],
    ["a :// b http:// c", "a :// b http:// c"],
    ["awww.example.com", "awww.example.com"],
  ])("url: %j", (text, expected) => {
    expect(redact(text, ["url"])).toBe(expected);
  });

  it("replaces own strings literally, the longest first, and leaves what is not asked for", () => {
    expect(redact("p.ss password passwords red", [], ["p.ss", "password", "passwords", "red"])).toBe(
      "[redacted] [redacted] [redacted] [redacted]",
    );
    expect(redact("a$&b", [], ["$&"])).toBe("a[redacted]b");
    expect(redact("192.168.1.20 jane@example.com")).toBe("192.168.*.* [email]");
    expect(redact("192.168.1.20 jane@example.com", [])).toBe("192.168.1.20 jane@example.com");
  });

  it("lets no address survive, whatever stands around it", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
    const ipv4 = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join("."));
    const ipv6 = fc.oneof(
      fc.array(group, { minLength: 8, maxLength: 8 }).map((groups) => groups.join(":")),
      fc
        .tuple(fc.array(group, { minLength: 1, maxLength: 3 }), fc.array(group, { minLength: 1, maxLength: 3 }))
        .map(([before, after]) => `${before.join(":")}::${after.join(":")}`),
    );
    const mac = fc
      .array(octet, { minLength: 6, maxLength: 6 })
      .map((bytes) => bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(":"));
    const around = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(..."0123456789abcdef:.- @/xyz"), maxLength: 20 }),
    );
    const cases: [fc.Arbitrary<string>, RedactedKind][] = [
      [ipv4, "ip"],
      [ipv6, "ip"],
      [mac, "mac"],
    ];
    for (const [address, kind] of cases) {
      fc.assert(
        fc.property(around, address, around, (before, secret, after) => {
          expect(redact(before + secret + after, [kind])).not.toContain(secret);
          expect(redact(before + secret + after)).not.toContain(secret);
        }),
        { numRuns: 2000 },
      );
    }
  });

  it.each([
    "a",
    "1",
    ".",
    ":",
    "@",
    "/",
    "a@",
    "a@.",
    "1.",
    "1.1.1.",
    "aa:",
    "::",
    "a:",
    "://",
    "a://",
    "www.",
    "w",
    "aaaa.",
    "é",
    " ",
    "secret",
    "192.168.1.20 ",
    "jane@example.com ",
    "https://a/b ",
  ])("takes a bounded time for 256 KiB of %j", (unit) => {
    const text = unit.repeat(Math.ceil((256 * 1024) / unit.length));
    const clean = redactor({ kinds: redactedKinds, strings: ["secret", "secretsecretsecretx", "aaaaaaaaab"] });
    clean(text.slice(0, 1000));
    const startMs = performance.now();
    clean(text);
    expect(performance.now() - startMs).toBeLessThan(250);
  });
});
