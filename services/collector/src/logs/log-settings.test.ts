import { describe, expect, it } from "vitest";
import { z } from "zod";
import { logsShape, toLogSettings } from "./log-settings.js";

const fields = z.strictObject(logsShape);

function problems(settings: unknown): string[] {
  const { error } = fields.safeParse(settings);
  return error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
}

describe("settings of logs", () => {
  it("are none by default", () => {
    expect(toLogSettings(fields.parse({}))).toEqual({ logs: [], allowedFolders: [], intervalMs: 30_000 });
  });

  it("have defaults, and DashPad's names", () => {
    const { logs } = toLogSettings(
      fields.parse({
        logs: {
          syslog: { path: "/var/log/syslog", lines: 50, redact_datatype: ["ip"] },
          units: { journald: { units: ["ssh.service"] }, display_name: "Units", enabled: false },
        },
      }),
    );
    const defaults = { linesPerSecondMax: 0, lineBytesMax: 16_384, start: "beginning" };
    expect(logs).toEqual([
      {
        ...defaults,
        name: "syslog",
        displayName: "syslog",
        enabled: true,
        source: { kind: "file", paths: ["/var/log/syslog"] },
        lineLimit: 50,
        redact: { kinds: ["ip"], strings: [] },
      },
      {
        ...defaults,
        name: "units",
        displayName: "Units",
        enabled: false,
        source: { kind: "journald", units: ["ssh.service"], identifiers: [], directory: undefined },
        lineLimit: 100,
        redact: { kinds: [], strings: [] },
      },
    ]);
  });

  it.each([
    [{ "a/b": { path: "/x" } }, "logs.a/b: "],
    [{ a: {} }, "logs.a: expected one of path, paths and journald"],
    [{ a: { path: "/x", journald: {} } }, "logs.a: expected one of path, paths and journald"],
    [{ a: { path: "x" } }, "logs.a.path: expected an absolute path without . and .."],
    [{ a: { path: "/x/../etc/shadow" } }, "logs.a.path: expected an absolute path without . and .."],
    [{ a: { path: "/var/log/" } }, "logs.a.path: expected the path of a file"],
    [{ a: { paths: ["/*/*.log"] } }, "logs.a.paths.0: expected wildcards in one part of the path only"],
    [
      { a: { path: "/x", redact: ["ip"], redact_datatype: ["ip"] } },
      "logs.a: redact and redact_datatype are two names",
    ],
    [{ a: { path: "/x", redact: ["phone"] } }, "logs.a.redact.0: "],
    [{ a: { path: "/x", max_line_bytes: 262_145 } }, "logs.a.max_line_bytes: "],
    [{ a: { journald: { units: ["a b"] } } }, "logs.a.journald.units.0: expected a name without spaces"],
    [{ a: { path: "/x", colour: "red" } }, 'logs.a: Unrecognized key: "colour"'],
  ])("refuse %j", (logs, problem) => {
    expect(problems({ logs })[0]).toContain(problem);
  });
});
