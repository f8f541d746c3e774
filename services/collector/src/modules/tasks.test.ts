import { chmodSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyFixture, fixtureContext } from "../testing/fixture-host.js";
import type { ModuleContext } from "./module.js";
import { toTaskSettings } from "./tasks/task-settings.js";
import { openTasks } from "./tasks.js";

let copy: { folder: string; remove: () => void };
beforeEach(() => {
  copy = copyFixture("x86-server");
  utimesSync(`${copy.folder}/var/lib/systemd/timers/stamp-logrotate.timer`, 1_782_870_000, 1_782_870_000);
});
afterEach(() => copy.remove());

/** 1 July 2026, 14:00 in Berlin. */
const noon = Date.UTC(2026, 6, 1, 12);

const open = (changes: Partial<ModuleContext> = {}) =>
  openTasks(fixtureContext("x86-server", { folder: copy.folder, nowMs: () => noon, timezone: "UTC", ...changes }));

async function sample(changes: Partial<ModuleContext> = {}) {
  return (await open(changes).sample(0))?.items.map((item) => ({
    ...item,
    nextRunAtMs:
      item.nextRunAtMs === undefined ? undefined : new Date(Number(item.nextRunAtMs)).toISOString().slice(0, 16),
  }));
}

describe("scheduled tasks", () => {
  it("are those of crontabs and enabled timers, the soonest first, without any command line", async () => {
    const tasks = await sample();
    expect(
      tasks?.map(({ name, kind, schedule, nextRunAtMs, error }) => [name, kind, schedule, nextRunAtMs, error]),
    ).toEqual([
      ["poll-meter", "cron", "*/15 * * * *", "2026-07-01T12:15", ""],
      ["cron.hourly", "cron", "17 * * * *", "2026-07-01T12:17", ""],
      ["logrotate", "timer", "OnCalendar=*-*-* 04:10:00", "2026-07-02T02:10", ""],
      [
        "report",
        "timer",
        "OnCalendar=Mon..Fri *-*-* 06:00; OnCalendar=*:0/1:99",
        "2026-07-02T04:00",
        'OnCalendar: second "99" is out of range',
      ],
      ["cron.daily", "cron", "25 6 * * *", "2026-07-02T04:25", ""],
      ["run.sh", "cron", "30 2 * * 1-5", "2026-07-02T06:30", ""],
      ["never", "cron", "61 3 * * *", undefined, expect.stringContaining("61")],
      ["systemd-tmpfiles-clean", "timer", "OnBootSec=15min; OnUnitActiveSec=1d", undefined, ""],
      ["unreadable line", "cron", "", undefined, "expected 6 fields and a command"],
      ["warm-up", "cron", "@reboot", undefined, ""],
    ]);
    const whole = JSON.stringify(tasks, (_, value) => (typeof value === "bigint" ? Number(value) : value));
    for (const secret of ["hunter2", "s3:bucket", "abc"]) expect(whole).not.toContain(secret);
  });

  it("know where they come from, in which zone and when they ran last", async () => {
    const tasks = await sample();
    const named = (name: string) => tasks?.find((task) => task.name === name);
    expect(named("run.sh")).toMatchObject({
      origin: "/etc/cron.d/backup",
      user: "backup",
      timezone: "America/New_York",
    });
    expect(named("never")).toMatchObject({ origin: "/etc/cron.d/backup", user: "root", timezone: "Europe/Berlin" });
    expect(named("poll-meter")).toMatchObject({ origin: "/var/spool/cron/crontabs/pi", user: "pi" });
    expect(named("logrotate")).toMatchObject({ origin: "logrotate.timer", lastRunAtMs: 1_782_870_000_000n });
  });

  it("are renamed and looked for as the settings say", async () => {
    const tasks = toTaskSettings({
      locations_types_map: { "/etc/cron.d": "bindmount" },
      rename_map: { "/opt/backup": "Nightly backup", backup: "other" },
    });
    const said = await sample({ tasks: () => tasks });
    expect(said?.filter(({ kind }) => kind === "cron").map(({ name }) => name)).toEqual([
      "Nightly backup",
      "never",
      "unreadable line",
      "warm-up",
    ]);
    const off = await sample({ tasks: () => toTaskSettings({ enabled: false }) });
    expect(off?.map(({ kind }) => kind)).toEqual(["timer", "timer", "timer"]);
  });

  it("have their next run computed again when it has passed, and when the clock was set back", async () => {
    let nowMs = noon;
    const tasks = open({ nowMs: () => nowMs });
    const next = async () => (await tasks.sample(0))?.items.find(({ name }) => name === "poll-meter")?.nextRunAtMs;
    expect(await next()).toBe(BigInt(noon + 900_000));
    nowMs = noon + 899_999;
    expect(await next()).toBe(BigInt(noon + 900_000));
    nowMs = noon + 900_000;
    expect(await next()).toBe(BigInt(noon + 1_800_000));
    nowMs = noon - 3_600_000;
    expect(await next()).toBe(BigInt(noon - 2_700_000));
  });

  it("of timers are none where systemd does not run, and all is absent without crontabs", async () => {
    rmSync(`${copy.folder}/run/systemd`, { recursive: true });
    expect((await sample())?.every(({ kind }) => kind === "cron")).toBe(true);
    rmSync(`${copy.folder}/etc/crontab`);
    rmSync(`${copy.folder}/etc/cron.d`, { recursive: true });
    rmSync(`${copy.folder}/var`, { recursive: true });
    expect(await sample()).toBeUndefined();
  });

  it("say so when a crontab is too large or no text to read", async () => {
    rmSync(`${copy.folder}/var/spool`, { recursive: true });
    writeFileSync(`${copy.folder}/etc/crontab`, Buffer.alloc(1024 ** 2 + 1));
    expect((await sample())?.find(({ name }) => name === "crontab")?.error).toBe("larger than 1048576 bytes");
    mkdirSync(`${copy.folder}/var/spool/cron`, { recursive: true });
    rmSync(`${copy.folder}/etc/crontab`);
    mkdirSync(`${copy.folder}/etc/crontab`);
    chmodSync(`${copy.folder}/etc/crontab`, 0o700);
    expect((await sample())?.some(({ origin }) => origin.startsWith("/etc/crontab"))).toBe(false);
  });
});
