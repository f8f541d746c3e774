import { describe, expect, it } from "vitest";
import { cronShape, defaultTaskSettings, toTaskSettings } from "./task-settings.js";

describe("the settings of tasks", () => {
  it("are those that DashPad documents", () => {
    const given = cronShape.parse({
      enabled: true,
      locations_types_map: { "/etc/crontab": "auto", "/var/spool/cron/crontabs": "bindmount" },
      rename_map: { "backup.sh": "Nightly backup" },
    });
    expect(toTaskSettings(given)).toEqual({
      cron: true,
      locations: [
        { path: "/etc/crontab", type: "auto" },
        { path: "/var/spool/cron/crontabs", type: "bindmount" },
      ],
      names: [{ match: "backup.sh", name: "Nightly backup" }],
    });
    expect(defaultTaskSettings).toEqual({ cron: true, locations: [], names: [] });
  });

  it("are refused when a path is relative, a type unknown or a field misspelt", () => {
    expect(cronShape.safeParse({ locations_types_map: { "etc/crontab": "auto" } }).success).toBe(false);
    expect(cronShape.safeParse({ locations_types_map: { "/etc/crontab": "mount" } }).success).toBe(false);
    expect(cronShape.safeParse({ renames: {} }).success).toBe(false);
  });
});
