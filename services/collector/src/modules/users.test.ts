import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyFixture, fixtureContext, fixturePath } from "../testing/fixture-host.js";
import { parseSession } from "./users/login-session.js";
import { parseUtmp } from "./users/utmp.js";
import { openUsers } from "./users.js";

let copy: { folder: string; remove: () => void };
beforeEach(() => {
  copy = copyFixture("x86-server");
});
afterEach(() => copy.remove());

const sample = () => openUsers(fixtureContext("x86-server", { folder: copy.folder })).sample(0);

describe("users", () => {
  // The fixture was written by glibc's pututline on x86-64.
  it("are the sessions of utmp whose process is still there", async () => {
    expect(await sample()).toEqual({
      items: [
        { user: "anna", terminal: "pts/0", remoteHost: "198.51.100.7", sinceMs: 1_782_901_234_567n, pid: 500 },
        { user: "root", terminal: "tty2", remoteHost: "", sinceMs: 1_782_901_300_000n, pid: 700 },
      ],
    });
  });

  it("come from logind where there is no utmp, in part when some sessions are none of a user", async () => {
    rmSync(`${copy.folder}/run/utmp`);
    const sessions = `${copy.folder}/run/systemd/sessions`;
    mkdirSync(sessions, { recursive: true });
    writeFileSync(`${sessions}/3`, session({ LEADER: "500" }));
    writeFileSync(`${sessions}/c1`, session({ CLASS: "manager" }));
    writeFileSync(`${sessions}/4`, session({ STATE: "closing" }));
    writeFileSync(`${sessions}/5`, session({ LEADER: "31999" }));
    writeFileSync(`${sessions}/3.ref`, "");
    expect(await sample()).toEqual({
      items: [{ user: "anna", terminal: "pts/0", remoteHost: "198.51.100.7", sinceMs: 1_782_901_234_567n, pid: 500 }],
    });
  });

  it("are nobody in an empty utmp, and absent without either source", async () => {
    writeFileSync(`${copy.folder}/run/utmp`, "");
    expect(await sample()).toEqual({ items: [] });
    rmSync(`${copy.folder}/run/utmp`);
    expect(await sample()).toBeUndefined();
  });

  it("are a failure when utmp is no whole number of records", () => {
    writeFileSync(`${copy.folder}/run/utmp`, Buffer.alloc(383));
    expect(sample).toThrow("utmp: 383 bytes are no whole number of records");
  });
});

describe("a utmp file", () => {
  it("has wider times on 64-bit ARM", () => {
    const record = Buffer.alloc(400);
    readFileSync(`${fixturePath("x86-server")}/run/utmp`).copy(record, 0, 3 * 384, 3 * 384 + 340);
    record.writeBigInt64LE(1_782_901_234n, 344);
    record.writeBigInt64LE(567_890n, 352);
    expect(parseUtmp(Buffer.concat([record, record]))).toHaveLength(2);
    expect(parseUtmp(record)).toEqual([
      { user: "anna", terminal: "pts/0", remoteHost: "198.51.100.7", sinceMs: 1_782_901_234_567, pid: 500 },
    ]);
  });
});

describe("a logind session", () => {
  it("may say little", () => {
    expect(parseSession("CLASS=user\nUSER=pi\n")).toEqual({
      user: "pi",
      terminal: "",
      remoteHost: "",
      sinceMs: 0,
      pid: 0,
    });
    expect(parseSession("rubbish")).toBeUndefined();
  });
});

function session(changes: Record<string, string>): string {
  const fields = {
    UID: "1000",
    USER: "anna",
    ACTIVE: "1",
    STATE: "active",
    REMOTE: "1",
    TTY: "pts/0",
    REMOTE_HOST: "198.51.100.7",
    CLASS: "user",
    LEADER: "500",
    REALTIME: "1782901234567890",
    ...changes,
  };
  return `# This is private data. Do not parse.\n${Object.entries(fields)
    .map(([key, value]) => `${key}=${value}\n`)
    .join("")}`;
}
