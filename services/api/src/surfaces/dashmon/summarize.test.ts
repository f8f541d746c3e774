import { expect, it } from "vitest";
import type { DashmonDevice } from "./dto.js";
import { summarize } from "./summarize.js";

function device(status: DashmonDevice["status"], maintenanceActive = false) {
  return { status, maintenanceActive } as DashmonDevice & { maintenanceActive: boolean };
}

it.each([
  ["nothing", [], "up"],
  ["what is not known", [device("unknown")], "up"],
  ["one that is down", [device("up"), device("warning"), device("down")], "down"],
  ["one that is slow", [device("up"), device("warning")], "warning"],
  ["one in maintenance, which is down", [device("up"), device("down", true)], "partial_maintenance"],
  ["all in maintenance", [device("up", true), device("down", true)], "maintenance"],
  ["one in maintenance and one down", [device("up", true), device("down")], "down"],
] as const)("a project of %s", (_name, devices, status) => expect(summarize(devices).status).toBe(status));

it("counts each device once", () => {
  const devices = [device("up"), device("down"), device("warning"), device("down", true), device("unknown")];
  expect(summarize(devices)).toMatchObject({
    ...{ totalDevices: 5, upDevices: 1, downDevices: 1, warningDevices: 1, maintenanceDevices: 1 },
  });
});
