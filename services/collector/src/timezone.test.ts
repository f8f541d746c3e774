import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { localTimezone, zoneNamed } from "./timezone.js";

test.each([
  ["Europe/Berlin", "Europe/Berlin"],
  [":America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["/usr/share/zoneinfo/Asia/Kolkata", "Asia/Kolkata"],
  ["../usr/share/zoneinfo/posix/Europe/Berlin", "Europe/Berlin"],
  ["/usr/share/zoneinfo/Etc/UTC", "UTC"],
  ["UTC", "UTC"],
  ["Etc/GMT+3", "Etc/GMT+3"],
])("%s names the zone %s", (text, zone) => {
  expect(zoneNamed(text)).toBe(zone);
  // The engine knows it, and does not call it something else that the names above would miss.
  expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
});

test.each(["", "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT", "/etc/localtime.copy", "Europe/"])("%s names none", (text) => {
  expect(zoneNamed(text)).toBeUndefined();
});

test("TZ is asked before the link, and the engine when neither says it", () => {
  const folder = mkdtempSync(join(tmpdir(), "statwire-zone-"));
  try {
    const link = join(folder, "localtime");
    symlinkSync("/usr/share/zoneinfo/Pacific/Auckland", link);
    expect(localTimezone({}, link)).toBe("Pacific/Auckland");
    expect(localTimezone({ TZ: "Europe/Paris" }, link)).toBe("Europe/Paris");
    const asked = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(localTimezone({}, join(folder, "absent"))).toBe(asked);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
