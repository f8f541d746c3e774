import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { JournalWriter } from "../testing/journal-writer.js";
import { LogsRig } from "../testing/logs-rig.js";
import { PrivateBus } from "../testing/private-bus.js";

let bus: PrivateBus;
let rig: LogsRig;
let journal: JournalWriter;

beforeAll(async () => {
  bus = await PrivateBus.start();
});
afterAll(() => bus.stop());
beforeEach(async () => {
  await bus.log.manager.streams.purge("LOGS");
  rig = new LogsRig(bus);
  journal = await JournalWriter.start(rig.path("journal"));
});
afterEach(async () => {
  await rig.discard();
  await journal.stop();
});

const within = { timeout: 15_000, interval: 50 };

function stored() {
  return expect.poll(() => rig.texts("units"), within);
}

function settings(journald: object = {}, more: object = {}) {
  return { logs: { units: { journald: { directory: journal.folder, ...journald }, ...more } } };
}

/** The journalctl that this process has started. */
function journalctlPid(): number {
  const children = readdirSync("/proc/self/task").flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, "utf8").trim().split(" "),
  );
  const isJournalctl = (pid: string) => readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "journalctl";
  return Number(children.find((pid) => pid !== "" && isJournalctl(pid)));
}

describe("the journal", () => {
  it("is read from its beginning and as it grows, with time, severity and unit, redacted", async () => {
    journal.write({ MESSAGE: "one", PRIORITY: "3", _SYSTEMD_UNIT: "a.service" });
    journal.write({ MESSAGE: "from 10.1.2.3\n\ttwo lines", SYSLOG_IDENTIFIER: "b" });
    rig.start(settings({}, { redact: ["ip"] }));
    await stored().toEqual(["one", "from 10.1.*.*", "\ttwo lines"]);
    journal.write({ MESSAGE: Buffer.from([0x68, 0xff, 0x69]) });
    journal.write({ MESSAGE: "x".repeat(20_000) });
    await stored().toHaveLength(5);
    const events = await rig.events("units");
    const [one, two, , four, long] = events.flatMap(({ lines }) => lines);
    expect(one).toMatchObject({ atMs: BigInt(journal.timeOf(1)), severity: 4, origin: "a.service" });
    expect(two).toMatchObject({ atMs: BigInt(journal.timeOf(2)), severity: 0, origin: "b" });
    expect(four?.text).toBe("h\ufffdi");
    expect([long?.text.length, long?.truncated]).toEqual([16_384, true]);
    expect(events.at(-1)?.position?.cursor).toMatch(/^s=/);
    expect(rig.logs.status()).toMatchObject([{ kind: "journald", linesRead: 5, problem: undefined }]);
  });

  it("is followed when it has no entries yet, and over restarts of the machine", async () => {
    rig.start(settings());
    await expect.poll(() => journalctlPid(), within).toBeGreaterThan(0);
    journal.write({ MESSAGE: "1", _BOOT_ID: "1".repeat(32) });
    await stored().toEqual(["1"]);
    expect(rig.logs.status()).toMatchObject([{ problem: undefined }]);
    await rig.stop();
    journal.write({ MESSAGE: "2", _BOOT_ID: "1".repeat(32) });
    journal.write({ MESSAGE: "3", _BOOT_ID: "2".repeat(32) });
    rig.start(settings());
    await stored().toEqual(["1", "2", "3"]);
  });

  it("goes on at its cursor after a restart, and after journalctl was killed", async () => {
    journal.write({ MESSAGE: "1" });
    rig.start(settings());
    await stored().toEqual(["1"]);
    process.kill(journalctlPid(), "SIGKILL");
    await expect.poll(() => rig.logs.status()[0]?.problem, within).toContain("journalctl ended with SIGKILL");
    journal.write({ MESSAGE: "2" });
    await stored().toEqual(["1", "2"]);
    await rig.stop();
    journal.write({ MESSAGE: "3" });
    rig.start(settings());
    await stored().toEqual(["1", "2", "3"]);
    expect((await rig.lines("units")).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("is read by unit and identifier, and from its end when it is told to", async () => {
    journal.write({ MESSAGE: "old", _SYSTEMD_UNIT: "a.service" });
    journal.write({ MESSAGE: "old", _SYSTEMD_UNIT: "b.service" });
    await expect
      .poll(
        () => execFileSync("journalctl", ["--directory", journal.folder, "-o", "cat"], { encoding: "utf8" }),
        within,
      )
      .toBe("old\nold\n");
    rig.start(settings({ units: ["a.service"] }, { start: "end" }));
    await expect.poll(() => existsSync(join(rig.dataDir, "logs/units.json")), within).toBe(true);
    await rig.stop();
    journal.write({ MESSAGE: "other", _SYSTEMD_UNIT: "b.service" });
    journal.write({ MESSAGE: "new", _SYSTEMD_UNIT: "a.service" });
    rig.start(settings({ units: ["a.service"] }, { start: "end" }));
    await stored().toEqual(["new"]);
  });

  it("says what is wrong: no such folder, no journalctl", async () => {
    rig.start(settings({ directory: rig.path("nowhere") }));
    const problem = () => rig.logs.status()[0]?.problem;
    await expect.poll(problem, within).toMatch(/^journalctl ended with 1: .*No such file or directory$/s);
    await rig.stop();
    rig.start(settings(), { programs: rig.folder });
    await expect.poll(problem, within).toBe("journalctl is not installed");
  });
});
