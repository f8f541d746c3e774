import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventKindOf, families, isFamily } from "./families.js";
import {
  commandSubject,
  deadLetterSubject,
  parseTelemetrySubject,
  type TelemetrySubject,
  telemetryFilter,
  telemetrySubject,
} from "./subjects.js";
import { SubjectError } from "./tokens.js";

describe("telemetrySubject", () => {
  it("escapes names and keeps the family's dots", () => {
    const parts = { workspace: "default", node: "web.1", lane: "live", family: "host.filesystems" } as const;
    expect(telemetrySubject(parts)).toBe("telemetry.v1.default.web=2E1.live.host.filesystems");
  });

  it("refuses an unknown family and an empty name", () => {
    const parts = { workspace: "w", node: "n", lane: "live", family: "host" } as const;
    expect(() => telemetrySubject({ ...parts, family: "host.gpu" })).toThrow(SubjectError);
    expect(() => telemetrySubject({ ...parts, family: "host.>" })).toThrow(SubjectError);
    expect(() => telemetrySubject({ ...parts, node: "" })).toThrow(SubjectError);
  });

  it("is parsed back, whatever the names", () => {
    fc.assert(
      fc.property(telemetryParts(), (parts) => {
        expect(parseTelemetrySubject(telemetrySubject(parts))).toEqual(parts);
      }),
    );
  });
});

describe("parseTelemetrySubject", () => {
  it.each([
    "",
    "telemetry.v1.w.n.live",
    "telemetry.v1.w.n.live.",
    "telemetry.v1.w.n.live.host.gpu",
    "telemetry.v1.w.n.live.host.cpu.0",
    "telemetry.v1.w.n.late.host",
    "telemetry.v2.w.n.live.host",
    "telemetry.v1..n.live.host",
    "telemetry.v1.w.=61.live.host",
    "telemetry.v1.w.n.x.live.host",
    "logs.v1.w.n.live.host",
    "telemetry.v1.*.n.live.host",
    " telemetry.v1.w.n.live.host",
    "telemetry.v1.w.n.live.host\n",
  ])("is undefined for %j", (subject) => {
    expect(parseTelemetrySubject(subject)).toBeUndefined();
  });
});

describe("telemetryFilter", () => {
  it("puts a wildcard where a part is absent", () => {
    expect(telemetryFilter({})).toBe("telemetry.v1.*.*.*.>");
    expect(telemetryFilter({ lane: "live" })).toBe("telemetry.v1.*.*.live.>");
    expect(telemetryFilter({ workspace: "a b", family: "host" })).toBe("telemetry.v1.a=20b.*.*.host");
    expect(() => telemetryFilter({ family: "*" })).toThrow(SubjectError);
    expect(() => telemetryFilter({ workspace: "" })).toThrow(SubjectError);
  });

  it("matches exactly the subjects of its parts", () => {
    const presence = fc.record({
      workspace: fc.boolean(),
      node: fc.boolean(),
      lane: fc.boolean(),
      family: fc.boolean(),
    });
    fc.assert(
      fc.property(telemetryParts(), telemetryParts(), presence, (parts, other, present) => {
        const wanted = Object.fromEntries(
          Object.entries(parts).filter(([part]) => present[part as keyof TelemetrySubject]),
        );
        const filter = telemetryFilter(wanted);
        expect(filterMatches(filter, telemetrySubject(parts))).toBe(true);
        const isSame = Object.entries(wanted).every(([part, value]) => other[part as keyof TelemetrySubject] === value);
        expect(filterMatches(filter, telemetrySubject(other))).toBe(isSame);
      }),
    );
  });
});

describe("other subjects", () => {
  it("names commands and dead letters", () => {
    expect(commandSubject({ workspace: "w", node: "a.b", command: "refresh" })).toBe("commands.v1.w.a=2Eb.refresh");
    expect(deadLetterSubject("TELEMETRY", "ingester")).toBe("deadletters.v1.TELEMETRY.ingester");
  });
});

describe("families", () => {
  it("have a kind each", () => {
    expect(families).toHaveLength(14);
    expect(families.every((family) => isFamily(family) && eventKindOf(family) !== undefined)).toBe(true);
    expect(eventKindOf("host.sensors")).toBe("host");
    expect(eventKindOf("inventory")).toBe("inventory");
    expect(eventKindOf("constructor")).toBeUndefined();
  });
});

function telemetryParts(): fc.Arbitrary<TelemetrySubject> {
  const name = fc.oneof(
    fc.constantFrom("default", "a.b", "a=2Eb", "*", ">", " "),
    fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
  );
  const lane = fc.constantFrom("live" as const, "backlog" as const);
  return fc.record({ workspace: name, node: name, lane, family: fc.constantFrom(...families) });
}

/** NATS's own rule: `*` is one token, `>` one or more at the end. */
function filterMatches(filter: string, subject: string): boolean {
  const tokens = subject.split(".");
  const wanted = filter.split(".");
  if (wanted.at(-1) === ">") return wanted.length <= tokens.length && startsAlike(wanted.slice(0, -1), tokens);
  return wanted.length === tokens.length && startsAlike(wanted, tokens);
}

function startsAlike(wanted: string[], tokens: string[]): boolean {
  return wanted.every((token, index) => token === "*" || token === tokens[index]);
}
