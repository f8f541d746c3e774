import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SettingsError } from "@statwire/runtime";
import { describe, expect, it } from "vitest";
import { openFaultPoints, PassCounter } from "./fault-points.js";

describe("passes of a fault point", () => {
  it("are counted from when the order came, of the named point alone", () => {
    const counter = new PassCounter();
    expect(counter.isDue("before insert", "")).toBe(false);
    const order = "before insert 3";
    expect(counter.isDue("before insert", order)).toBe(false);
    expect(counter.isDue("after insert", order)).toBe(false);
    expect(counter.isDue("before insert", order)).toBe(false);
    expect(counter.isDue("before insert", order)).toBe(true);
    expect(counter.isDue("before insert", order)).toBe(false);
    expect(counter.isDue("before insert", "before insert 1")).toBe(true);
  });

  it.each(["insert", "before insert x", "before insert -1", "before insert 1234567"])(
    "ignores the order %j",
    (order) => {
      expect(new PassCounter().isDue("before insert", order)).toBe(false);
    },
  );
});

describe("fault points", () => {
  it("are refused in production", () => {
    expect(() => openFaultPoints({ MODE: "prod", file: "/nowhere" })).toThrow(SettingsError);
  });

  it("do nothing but the act without a file, or with one that nobody has written", async () => {
    for (const around of [
      openFaultPoints({ MODE: "prod", file: undefined }),
      openFaultPoints({ MODE: "dev", file: "/nowhere/at/all" }),
    ]) {
      expect(await around("insert", async () => 7)).toBe(7);
      await expect(around("insert", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    }
  });

  it.each([
    ["before commit 2", [1]],
    ["after commit 2", [1, 2]],
  ])("end the process at %j, once", async (order, expected) => {
    const file = join(mkdtempSync(join(tmpdir(), "fault-points-")), "order");
    const acts: number[] = [];
    const run = async () => {
      const around = openFaultPoints({ MODE: "dev", file }, () => {
        throw new Error("killed");
      });
      for (const act of [1, 2, 3]) await around("commit", async () => acts.push(act));
    };
    writeFileSync(file, order);
    await expect(run()).rejects.toThrow("killed");
    expect(acts).toEqual(expected);
    expect(existsSync(file)).toBe(false);
    await run();
  });

  it("end one process after the other where the next line says", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "fault-points-")), "order");
    const run = async () => {
      const around = openFaultPoints({ MODE: "dev", file }, () => {
        throw new Error("killed");
      });
      await around("insert", async () => 1);
      await around("commit", async () => 2);
    };
    writeFileSync(file, "after insert 1\nbefore commit 1\nbefore insert 1");
    for (const left of ["before commit 1\nbefore insert 1", "before insert 1", undefined]) {
      await expect(run()).rejects.toThrow("killed");
      expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).toBe(left);
    }
    await run();
  });
});
