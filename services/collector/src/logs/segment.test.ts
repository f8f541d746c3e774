import { appendFileSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hasHead, hasTail } from "./fingerprint.js";
import { Segment } from "./segment.js";

let folder: string;
let path: string;
let handle: FileHandle;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "statwire-segment-"));
  path = join(folder, "log");
  writeFileSync(path, "");
  handle = await open(path);
});
afterEach(async () => {
  await handle.close();
  rmSync(folder, { recursive: true, force: true });
});

function openAt(offset: number, seen = ""): Promise<Segment> {
  return Segment.open({ handle, device: 1n, inode: BigInt(statSync(path).ino) }, offset, Buffer.from(seen), true);
}

const memory = Buffer.alloc(1000);

async function read(segment: Segment): Promise<string> {
  const chunk = await segment.read(memory);
  return typeof chunk === "string" ? chunk : chunk.bytes.toString();
}

describe("a file that is read", () => {
  it("gives what is appended, in chunks as large as the memory, and says where each byte is", async () => {
    const segment = await openAt(0);
    expect(await read(segment)).toBe("end");
    const text = Array.from({ length: 500 }, (_, index) => `${index}\n`).join("");
    appendFileSync(path, text);
    let all = "";
    for (;;) {
      const chunk = await segment.read(memory);
      if (typeof chunk === "string") break;
      const end = chunk.bytes.length - 1;
      const { offset, fingerprint } = chunk.positionAt(end);
      expect(offset).toBe(all.length + end);
      expect(hasHead(fingerprint, Buffer.from(text.slice(0, Math.min(256, offset))))).toBe(true);
      expect(hasTail(fingerprint, Buffer.from(text.slice(Math.max(0, offset - 256), offset)))).toBe(true);
      all += chunk.bytes.toString();
    }
    expect(all).toBe(text);
    expect(segment.here()).toMatchObject({ kind: "file", offset: text.length });
    expect([segment.unread, segment.size]).toEqual([0, text.length]);
  });

  it("notices that it was cut, grown beyond the place or not", async () => {
    writeFileSync(path, "one\ntwo\n");
    const segment = await openAt(4);
    expect(await read(segment)).toBe("two\n");
    truncateSync(path, 4);
    expect([await read(segment), await segment.look()]).toEqual(["changed", false]);
    writeFileSync(path, "three\nfour\nfive\n");
    expect([await read(segment), await segment.look()]).toEqual(["changed", false]);
    writeFileSync(path, "one\ntwo\nthree\n");
    expect([await segment.look(), await read(segment)]).toEqual([true, "three\n"]);
  });

  it("notices that it was cut before anything of it was read", async () => {
    writeFileSync(path, "one\n");
    const segment = await openAt(0, "one\n");
    truncateSync(path);
    expect([await read(segment), await segment.look()]).toEqual(["changed", false]);
    appendFileSync(path, "another\n");
    expect([await read(segment), await segment.look()]).toEqual(["changed", false]);
    expect(segment.probe()).toMatchObject({ offset: 4 });
  });

  it("cannot begin beyond its end", async () => {
    await expect(openAt(1)).rejects.toThrow("shorter");
  });
});
