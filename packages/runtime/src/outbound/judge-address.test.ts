import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSettings } from "../settings.js";
import { parseNetwork } from "./address.js";
import { type Denial, judgeAddress, type OutboundPolicy } from "./judge-address.js";
import { outboundSettings, toOutboundPolicy } from "./settings.js";

const closed: OutboundPolicy = { privateAllowed: false, allowed: [], ownServers: [] };
const judge = (address: string, policy: Partial<OutboundPolicy> = {}) =>
  judgeAddress(address, 80, { ...closed, ...policy });

/** Ranges of IPv4 by their first and last address, as numbers: said once more, in another way than the judge's. */
const insideIPv4: readonly [Denial, first: number, last: number][] = [
  ["loopback", 0x7f000000, 0x7fffffff],
  ["link-local", 0xa9fe0000, 0xa9fea000],
  ["private", 0x0a000000, 0x0affffff],
  ["private", 0xac100000, 0xac1fffff],
  ["private", 0xc0a80000, 0xc0a8ffff],
  ["private", 0x64400000, 0x64600000],
  ["unspecified", 0x00000000, 0x00ffffff],
  ["multicast", 0xe0000000, 0xefffffff],
  ["reserved", 0xf0000000, 0xffffffff],
];

const inside = fc
  .constantFrom(...insideIPv4)
  .chain(([denial, first, last]) => fc.integer({ min: first, max: last }).map((value) => ({ denial, value })));

/** Whatever a URL may call an IPv4 address. */
const formsOf = (value: number): string[] => {
  const [a = 0, b = 0, c = 0, d = 0] = bytesOf(value);
  const octal = (byte: number) => `0${byte.toString(8)}`;
  const hex = (byte: number) => `0x${byte.toString(16)}`;
  return [
    `${a}.${b}.${c}.${d}`,
    String(value),
    hex(value),
    `0${value.toString(8)}`,
    `${a}.${value & 0xffffff}`,
    `${hex(a)}.${octal(b)}.${value & 0xffff}`,
    [a, b, c, d].map(octal).join("."),
    [a, b, c, d].map((byte) => `0X00${byte.toString(16).toUpperCase()}`).join("."),
    `${a}.${b}.${c}.${d}.`,
    [...`${a}.${b}.${c}.${d}`]
      .map((digit) => (digit === "." ? "。" : String.fromCodePoint(0xff10 + Number(digit))))
      .join(""),
  ];
};

/** Whatever IPv6 may call an IPv4 address. */
const carriedForms = (value: number): string[] => {
  const dotted = bytesOf(value).join(".");
  const high = (value >>> 16).toString(16);
  const low = (value & 0xffff).toString(16);
  return [
    `::ffff:${dotted}`,
    `::FFFF:${high}:${low}`,
    `0:0:0:0:0:ffff:${high}:${low}`,
    `::ffff:0:${dotted}`,
    `64:ff9b::${dotted}`,
    `64:ff9b:0:0:0:0:${high}:${low}`,
    `2002:${high}:${low}::1`,
  ];
};

describe("an address that must not be reached", () => {
  it("is denied in every textual form that a URL gives it", () => {
    fc.assert(
      fc.property(inside, ({ denial, value }) => {
        for (const form of formsOf(value))
          expect([form, judge(new URL(`http://${form}/`).hostname)]).toEqual([form, denial]);
      }),
    );
  });

  it("is denied inside an IPv6 address, too", () => {
    fc.assert(
      fc.property(inside, ({ denial, value }) => {
        for (const form of carriedForms(value)) {
          expect([form, judge(form)]).toEqual([form, denial]);
          expect([form, judge(new URL(`http://[${form}]/`).hostname.slice(1, -1))]).toEqual([form, denial]);
        }
      }),
    );
  });

  it("is every IPv6 address outside of what is given out", () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(new URL(`http://[${address}]/`).hostname.slice(1).split(":", 1)[0] || "0", 16);
        const carries = first === 0 || first === 0x64;
        if (!carries && (first & 0xe000) !== 0x2000) expect(judge(address)).toBeDefined();
      }),
      { numRuns: 1_000 },
    );
  });

  it.each<[string, Denial]>([
    ["169.254.169.254", "metadata"],
    ["100.100.100.200", "metadata"],
    ["168.63.129.16", "metadata"],
    ["fd00:ec2::254", "metadata"],
    ["::ffff:169.254.169.254", "metadata"],
    ["::", "unspecified"],
    ["::1", "loopback"],
    ["::127.0.0.1", "loopback"],
    ["fe80::1%eth0", "link-local"],
    ["fc00::1", "private"],
    ["fec0::1", "private"],
    ["ff02::1", "multicast"],
    ["2001::1", "reserved"],
    ["2001:db8::1", "reserved"],
    ["64:ff9b:1::1", "reserved"],
    ["4000::1", "reserved"],
    ["localhost", "not-an-address"],
    ["127.1", "not-an-address"],
    ["0177.0.0.1", "not-an-address"],
    ["", "not-an-address"],
  ])("%j is %s", (address, denial) => expect(judge(address)).toBe(denial));
});

describe("an address that may be reached", () => {
  it.each([
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "223.255.255.255",
  ])("%s", (address) => {
    expect(judge(address)).toBeUndefined();
    expect(judge(`::ffff:${address}`)).toBeUndefined();
  });

  it.each(["2606:4700:4700::1111", "2a00:1450::1", "2002:101:101::1"])("%s", (address) =>
    expect(judge(address)).toBeUndefined(),
  );

  it("is a private one where the policy says so, and nothing else inside", () => {
    fc.assert(
      fc.property(inside, ({ denial, value }) => {
        const expected = denial === "private" ? undefined : denial;
        expect(judge(bytesOf(value).join("."), { privateAllowed: true })).toBe(expected);
      }),
    );
    expect(judge("100.100.100.200", { privateAllowed: true })).toBe("metadata");
  });

  it("is one of a network that the operator opened, but none of our own servers", () => {
    const allowed = [parseNetwork("127.0.0.2") ?? { bytes: [], bits: 0 }];
    const policy = { allowed, ownServers: [{ address: "127.0.0.2", port: 80 }] };
    expect(judgeAddress("127.0.0.2", 81, { ...closed, ...policy })).toBeUndefined();
    expect(judge("127.0.0.2", policy)).toBe("own-server");
    expect(judge("::ffff:7f00:2", policy)).toBe("own-server");
    expect(judge("127.0.0.3", policy)).toBe("loopback");
  });
});

describe("the settings of outbound calls", () => {
  it("are closed by default, and name networks", () => {
    expect(toOutboundPolicy(parseSettings(outboundSettings, {}), [])).toEqual(closed);
    const settings = parseSettings(outboundSettings, { OUTBOUND_ALLOWED_NETWORKS: "10.1.0.0/16, fd12::/16" });
    const policy = toOutboundPolicy(settings, []);
    expect(["10.1.2.3", "10.2.0.1", "fd12::1", "fd13::1"].map((address) => judge(address, policy))).toEqual([
      undefined,
      "private",
      undefined,
      "private",
    ]);
  });

  it.each(["10.0.0.0/33", "10.0.0/8", "all", "::/129", "10.0.0.0/8/8", "10.0.0.0/"])("%s is refused", (text) => {
    expect(() => parseSettings(outboundSettings, { OUTBOUND_ALLOWED_NETWORKS: text })).toThrow(
      "OUTBOUND_ALLOWED_NETWORKS",
    );
  });
});

function bytesOf(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}
