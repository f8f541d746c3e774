import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { copyFixture, fixtureContext } from "../testing/fixture-host.js";
import { openDirect } from "./direct.js";

let copy: { folder: string; remove: () => void };
beforeEach(() => {
  copy = copyFixture("x86-server");
});
afterEach(() => copy.remove());

function open(looksTwice = false) {
  const context = fixtureContext("x86-server", { folder: copy.folder });
  const direct = openDirect({ context, monotonicMs: () => performance.now(), looksTwice });
  const tick = () => {
    context.files.beginTick();
    return direct.read("cpu", performance.now());
  };
  return { ...direct, tick };
}

/** Lets the host be busy for three quarters of the time. */
function passTime(): void {
  const path = `${copy.folder}/proc/stat`;
  const [line = ""] = readFileSync(path, "utf8").split("\n");
  const [label, user, nice, system, idle, ...others] = line.split(/ +/);
  const later = [label, Number(user) + 300, nice, system, Number(idle) + 100, ...others].join(" ");
  writeFileSync(path, readFileSync(path, "utf8").replace(line, later));
}

it("reads at once, and compares with the reading before", () => {
  const direct = open();
  expect(direct.tick()).not.toBeInstanceOf(Promise);
  passTime();
  expect(direct.tick()).toMatchObject({ utilizationE4: 7500 });
  direct.close();
});

it("takes two looks when it was left in between, and where one good reading is wanted", async () => {
  for (const wanted of ["left", "once"]) {
    const direct = open(wanted === "once");
    if (wanted === "left") {
      direct.tick();
      direct.forget?.("cpu");
    }
    const reading = direct.tick();
    expect(reading).toBeInstanceOf(Promise);
    passTime();
    expect((await reading)?.utilizationE4).toBe(7500);
    // From then on one look is enough again.
    expect(direct.tick()).not.toBeInstanceOf(Promise);
    expect(direct.read("load", performance.now())).not.toBeInstanceOf(Promise);
    direct.close();
  }
});

it("looks twice again when the first of two looks failed", async () => {
  const direct = open();
  direct.tick();
  direct.forget?.("cpu");
  const path = `${copy.folder}/proc/stat`;
  const text = readFileSync(path, "utf8");
  writeFileSync(path, "rubbish\n");
  await expect(direct.tick()).rejects.toThrow("stat: ");
  writeFileSync(path, text);
  const reading = direct.tick();
  passTime();
  expect((await reading)?.utilizationE4).toBe(7500);
  direct.close();
});
