import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { LibraryProcess, type LibraryProcessOptions } from "./library-process.js";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close();
});

/** A process that runs this JavaScript, in which `answer(id, value)` answers. */
function open(onMessage: string, options: Partial<LibraryProcessOptions> = {}): LibraryProcess {
  const folder = mkdtempSync(join(tmpdir(), "statwire-child-"));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const childPath = join(folder, "child.mjs");
  const answer = "const answer = (id, value) => process.send({ id, ok: true, json: JSON.stringify(value) });";
  writeFileSync(childPath, `${answer}\nprocess.on("message", ({ id, question }) => { ${onMessage} });\n`);
  const defaults = { childPath, commandPath: "/usr/bin:/bin", answerWithinMs: 10_000, idleMs: 60_000, restMs: 60_000 };
  const library = new LibraryProcess({ ...defaults, ...options });
  closers.push(() => library.close());
  return library;
}

/** True while the process runs; one that has ended and that nobody has waited for does not. */
function runs(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

describe("the library's process", () => {
  it("answers, and is the same for the next question", async () => {
    const library = open("answer(id, { question, pid: process.pid });");
    expect(library.pid).toBeUndefined();
    const [cpu, load] = await Promise.all([library.ask("cpu", 0), library.ask("load", 0)]);
    expect(cpu).toEqual({ value: { question: "cpu", pid: library.pid }, run: 1 });
    expect(load).toEqual({ value: { question: "load", pid: library.pid }, run: 1 });
  });

  it("is asked once for those who ask the same at the same time", async () => {
    const library = open("globalThis.count = (globalThis.count ?? 0) + 1; answer(id, globalThis.count);");
    const answers = await Promise.all([library.ask("memory", 0), library.ask("memory", 0)]);
    expect(answers.map(({ value }) => value)).toEqual([1, 1]);
    expect((await library.ask("memory", 1)).value).toBe(2);
  });

  it("has the lowest priority, no environment of ours and UTC", async () => {
    const library = open("answer(id, { names: Object.keys(process.env), zone: new Date().getTimezoneOffset() });");
    const { value } = await library.ask("cpu", 0);
    const { names, zone } = value as { names: string[]; zone: number };
    // What Node.js itself adds for the channel is not there any more when the program runs.
    expect(names.sort()).toEqual(["LC_ALL", "PATH", "TZ"]);
    expect(zone).toBe(0);
    expect(getPriority(library.pid)).toBe(constants.priority.PRIORITY_LOW);
  });

  it("is ended with what it started when it hangs, rests, and is started anew", async () => {
    const library = open(
      `import("node:child_process").then(({ spawn }) => {
        if (question === "cpu") return answer(id, spawn("sleep", ["600"]).pid);
        if (question === "memory") return answer(id, "well");
      });`,
      { answerWithinMs: 1000, restMs: 5000 },
    );
    const sleeper = Number((await library.ask("cpu", 0)).value);
    const { pid } = library;
    expect(runs(sleeper)).toBe(true);
    await expect(library.ask("gpus", 100)).rejects.toThrow('systeminformation: no answer to "gpus" within 1000 ms');
    await expect.poll(() => runs(sleeper) || runs(Number(pid))).toBe(false);
    await expect(library.ask("memory", 5000)).rejects.toThrow('resting, no answer to "gpus" within 1000 ms');
    expect(await library.ask("memory", 5100)).toEqual({ value: "well", run: 2 });
  });

  it("may crash: who waits is told, with the reason", async () => {
    const library = open(
      'if (question === "cpu") process.exit(3); if (question === "load") process.kill(process.pid);',
    );
    const both = [library.ask("cpu", 0), library.ask("memory", 0)];
    for (const one of both) await expect(one).rejects.toThrow("systeminformation: ended with 3");
    await expect(library.ask("load", 60_000)).rejects.toThrow("systeminformation: ended with SIGTERM");
  });

  it("may send what nobody understands or waits for, which is no answer", async () => {
    const library = open(`
      process.send("rubbish"); process.send({ id: 999, ok: true, json: "1" }); process.send({ id, ok: true });
      if (question === "load") process.send({ id, ok: false, error: "no such thing" });
      if (question === "users") process.send({ id, ok: true, json: "{" });
      if (question === "cpu") answer(id, 7);
    `);
    expect((await library.ask("cpu", 0)).value).toBe(7);
    await expect(library.ask("load", 0)).rejects.toThrow("systeminformation: no such thing");
    await expect(library.ask("users", 0)).rejects.toThrow("JSON");
  });

  it("ends when nothing is asked, and comes back", async () => {
    const library = open("answer(id, 1);", { idleMs: 50 });
    await library.ask("cpu", 0);
    const pid = Number(library.pid);
    await expect.poll(() => runs(pid)).toBe(false);
    expect(library.pid).toBeUndefined();
    expect((await library.ask("cpu", 1)).run).toBe(2);
  });

  it("ends with the source, and is not started again", async () => {
    const library = open('if (question === "load") answer(id, 1);');
    await library.ask("load", 0);
    const pid = Number(library.pid);
    const waiting = library.ask("cpu", 0);
    library.close();
    await expect(waiting).rejects.toThrow("systeminformation: closed");
    await expect.poll(() => runs(pid)).toBe(false);
    await expect(library.ask("cpu", 1)).rejects.toThrow("systeminformation: closed");
  });

  it("may not even start", async () => {
    const library = open("", { childPath: "/nowhere/child.mjs" });
    await expect(library.ask("cpu", 0)).rejects.toThrow("systeminformation: ended with 1");
  });
});
