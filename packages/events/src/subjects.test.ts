import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseModules, eventKindOf, families, isFamily, isSurvey, moduleFamily, surveyModules } from "./families.js";
import {
  commandSubject,
  deadLetterSubject,
  droppedLetterSubject,
  droppedSubject,
  integritySubject,
  type LogSubject,
  logFilter,
  logSubject,
  parseDroppedSubject,
  parseEventSubject,
  parseIntegritySubject,
  parseLogSubject,
  parseTelemetrySubject,
  retrySubject,
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

describe("subjects of logs", () => {
  it("escape every name, and are parsed back, whatever the names", () => {
    expect(logSubject({ workspace: "default", node: "web.1", log: "nginx/access.log" })).toBe(
      "logs.v1.default.web=2E1.nginx=2Faccess=2Elog",
    );
    expect(() => logSubject({ workspace: "w", node: "n", log: "" })).toThrow(SubjectError);
    fc.assert(
      fc.property(logParts(), (parts) => {
        expect(parseLogSubject(logSubject(parts))).toEqual(parts);
        expect(filterMatches(logFilter({ log: parts.log }), logSubject(parts))).toBe(true);
      }),
    );
  });

  it.each(["", "logs.v1.w.n", "logs.v1.w.n.", "logs.v1.w.n.a.b", "logs.v2.w.n.a", "logs.v1.w.n.=61", "logs.v1.*.n.a"])(
    "are not %j",
    (subject) => {
      expect(parseLogSubject(subject)).toBeUndefined();
    },
  );

  it("have filters with a wildcard where a part is absent", () => {
    expect(logFilter({})).toBe("logs.v1.*.*.*");
    expect(logFilter({ workspace: "a b", log: "sys" })).toBe("logs.v1.a=20b.*.sys");
    expect(() => logFilter({ node: "" })).toThrow(SubjectError);
  });
});

describe("integrity subjects", () => {
  it("come back as they were, and are of a kind of their own", () => {
    fc.assert(
      fc.property(logParts(), ({ workspace, node }) => {
        const subject = integritySubject({ workspace, node });
        expect(parseIntegritySubject(subject)).toEqual({ workspace, node });
        const address = { workspace, node, kind: "integrity", family: "integrity" };
        expect(parseEventSubject(subject)).toEqual(address);
        const dropped = droppedSubject({ workspace, node });
        expect(parseDroppedSubject(dropped)).toEqual({ workspace, node });
        expect(parseEventSubject(dropped)).toEqual({ workspace, node, kind: "dropped", family: "dropped" });
        const letter = droppedLetterSubject({ workspace, node }, 4711);
        expect(parseEventSubject(letter)).toEqual({ workspace, node, kind: "dropped", family: "dropped" });
      }),
    );
  });

  it.each([
    "integrity.v1.w",
    "integrity.v1.w.n.x",
    "integrity.v1.w.n.dropped",
    "integrity.v2.w.n",
    "integrity.v1.w.=0",
  ])("refuse %j", (subject) => {
    expect(parseIntegritySubject(subject)).toBeUndefined();
    expect(parseDroppedSubject(`${subject}.dropped`)).toBeUndefined();
  });
});

describe("parseEventSubject", () => {
  it("tells the kind of telemetry and of logs, whoever's they are", () => {
    fc.assert(
      fc.property(telemetryParts(), logParts(), (telemetry, log) => {
        const { workspace, node, family } = telemetry;
        const kind = eventKindOf(family);
        expect(parseEventSubject(telemetrySubject(telemetry))).toEqual({ workspace, node, family, kind });
        expect(parseEventSubject(logSubject(log))).toEqual({
          workspace: log.workspace,
          node: log.node,
          family: log.log,
          kind: "log",
        });
      }),
    );
  });

  it.each(["telemetry.v1.w.n.live.novelty", "commands.v1.w.n.refresh", ""])("knows no kind of %j", (subject) => {
    expect(parseEventSubject(subject)).toBeUndefined();
  });
});

describe("other subjects", () => {
  it("names commands and dead letters", () => {
    expect(commandSubject({ workspace: "w", node: "a.b", command: "refresh" })).toBe("commands.v1.w.a=2Eb.refresh");
    expect(commandSubject({ workspace: "w", node: "n", command: "sampling" })).toBe("commands.v1.w.n.sampling");
    expect(deadLetterSubject("TELEMETRY", "ingester")).toBe("deadletters.v1.TELEMETRY.ingester");
  });
});

describe("families", () => {
  it("have a kind each", () => {
    expect(families).toHaveLength(3 + 12 + 14);
    expect(families.every((family) => isFamily(family) && eventKindOf(family) !== undefined)).toBe(true);
    expect(baseModules.every((module) => !isSurvey(module) && eventKindOf(moduleFamily(module)) === "host")).toBe(true);
    expect(surveyModules.every((module) => isSurvey(module) && eventKindOf(moduleFamily(module)) === "survey")).toBe(
      true,
    );
    expect(["host", "inventory", "configuration"].map(eventKindOf)).toEqual(["host", "inventory", "configuration"]);
    expect(eventKindOf("log")).toBeUndefined();
    expect(eventKindOf("constructor")).toBeUndefined();
  });
});

describe("retrySubject", () => {
  it("says whose event it is like the subject that it is made of, and is neither of the node's lanes", () => {
    fc.assert(
      fc.property(telemetryParts(), fc.integer({ min: 1 }), (parts, id) => {
        const retry = retrySubject(telemetrySubject(parts), id) ?? "";
        expect(retry).toContain(`.retry.${id}.`);
        expect(parseTelemetrySubject(retry)).toBeUndefined();
        expect(parseEventSubject(retry)).toEqual(parseEventSubject(telemetrySubject(parts)));
        expect(retrySubject(retry, id + 1)).toBe(retrySubject(telemetrySubject(parts), id + 1));
      }),
    );
    fc.assert(
      fc.property(logParts(), fc.integer({ min: 1 }), (parts, id) => {
        const retry = retrySubject(logSubject(parts), id) ?? "";
        expect(retry).toBe(`${logSubject(parts)}.retry.${id}`);
        expect(parseLogSubject(retry)).toBeUndefined();
        expect(parseEventSubject(retry)).toEqual(parseEventSubject(logSubject(parts)));
      }),
    );
    const finding = integritySubject({ workspace: "w", node: "a.b" });
    expect(retrySubject(finding, 7)).toBe(`${finding}.retry.7`);
    expect(parseEventSubject(`${finding}.retry.7`)).toEqual(parseEventSubject(finding));
  });

  it.each(["telemetry.v1.w.n.live.unknown", "telemetry.v2.w.n.live.host", "logs.v1.w.n", "x"])(
    "makes none of %s",
    (subject) => expect(retrySubject(subject, 1)).toBeUndefined(),
  );

  it.each([
    "telemetry.v1.w.n.retry.host",
    "telemetry.v1.w.n.retry.x.host",
    "telemetry.v1.w.n.retry.1.retry.1.host",
    "logs.v1.w.n.l.retry.",
    "logs.v1.w.n.l.retry.1.retry.2",
    "integrity.v1.w.n.retry.1.retry.2",
  ])("is not %s", (subject) => expect(parseEventSubject(subject)).toBeUndefined());
});

function names(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom("default", "a.b", "a=2Eb", "*", ">", " "),
    fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
  );
}

function telemetryParts(): fc.Arbitrary<TelemetrySubject> {
  const lane = fc.constantFrom("live" as const, "backlog" as const);
  return fc.record({ workspace: names(), node: names(), lane, family: fc.constantFrom(...families) });
}

function logParts(): fc.Arbitrary<LogSubject> {
  return fc.record({ workspace: names(), node: names(), log: names() });
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
