import { describe, expect, it } from "vitest";
import { isRotatedName } from "./rotated-name.js";

describe("names that rotation gives", () => {
  it.each([
    ["syslog.1", "syslog"],
    ["syslog-20261126", "syslog"],
    ["syslog-20261126-1764115200", "syslog"],
    ["syslog.2026-11-26_03:00", "syslog"],
    ["app.log.12", "app.log"],
    ["app.log.old", "app.log"],
    ["app.1.log", "app.log"],
    ["app-20261126.log", "app.log"],
  ])("%s is one of %s", (name, base) => {
    expect(isRotatedName(name, base)).toBe(true);
  });

  it.each([
    ["app.log", "app.log"],
    ["mysql.log.err", "mysql.log"],
    ["app.log.1.gz", "app.log"],
    ["app2.log", "app.log"],
    ["app-worker.log", "app.log"],
    ["app.log1", "app.log"],
    ["app.1", "app.log"],
    ["another.log.1", "app.log"],
    ["x.1.log", ".log"],
  ])("%s is none of %s", (name, base) => {
    expect(isRotatedName(name, base)).toBe(false);
  });
});
