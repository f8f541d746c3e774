import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openHost } from "./host.js";

const root = mkdtempSync(join(tmpdir(), "statwire-host-"));

afterAll(() => rmSync(root, { recursive: true }));

it("sees the mounts of process 1, and its own where that one's are hidden", () => {
  const host = () => openHost({ procRoot: root, sysRoot: "/sys", fileRoot: "/" });
  mkdirSync(join(root, "1"));
  expect(host().mountinfoPath).toBe(join(root, "self/mountinfo"));
  writeFileSync(join(root, "1/mountinfo"), "");
  expect(host().mountinfoPath).toBe(join(root, "1/mountinfo"));
});
