import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, planReading } from "./plan.js";
import type { FilePosition } from "./position.js";

const position: FilePosition = { kind: "file", device: 1n, inode: 10n, offset: 500, fingerprint: new Uint8Array(16) };

type Named = Candidate & { name: string };

/** Hours after some time, for when a file was made and last written. */
function file(name: string, made: number, written: number, more: Partial<Candidate> = {}): Named {
  const hour = 3_600_000_000_000n;
  return {
    name,
    device: 1n,
    inode: BigInt(100 + made),
    size: 1000,
    modifiedNs: BigInt(written + 1000) * hour,
    bornNs: BigInt(made + 1000) * hour,
    isPath: false,
    isRotated: true,
    match: "none",
    isCopyOfPath: false,
    ...more,
  };
}

const path = (made: number, more: Partial<Candidate> = {}) =>
  file("log", made, 9, { isPath: true, isRotated: false, ...more });

function plan(candidates: Named[], since = 1005) {
  const { files, lost } = planReading({ position, since: since * 3_600_000 }, candidates);
  return { lost, files: files.map(({ candidate, offset, stillWritten }) => [candidate.name, offset, stillWritten]) };
}

describe("where reading goes on", () => {
  it("is the file under the path, from its beginning, when nothing was read", () => {
    const { files, lost } = planReading({ position: undefined, since: 0 }, [path(5), file("log.1", 1, 2)]);
    expect(files.map(({ candidate, offset }) => [candidate.name, offset])).toEqual([["log", 0]]);
    expect(lost).toBe(false);
    expect(planReading({ position: undefined, since: 0 }, [])).toEqual({ files: [], lost: false });
  });

  it.each<[string, Named[], unknown[]]>([
    ["the same file", [path(5, { inode: 10n, match: "whole" }), file("log.1", 1, 2)], [["log", 500, true]]],
    [
      "the renamed file, then the one under the path",
      [path(5), file("log.1", 1, 5, { inode: 10n, match: "whole" }), file("log.2", 0, 1)],
      [
        ["log.1", 500, true],
        ["log", 0, true],
      ],
    ],
    [
      "the renamed file, then all that were rotated after it, in their order",
      [
        path(8),
        file("log.1", 7, 8),
        file("log.2", 5, 7),
        file("log.3", 1, 5, { inode: 10n, match: "whole" }),
        file("log.4", 0, 1),
      ],
      [
        ["log.3", 500, true],
        ["log.2", 0, false],
        ["log.1", 0, false],
        ["log", 0, true],
      ],
    ],
    [
      "the copy, when the file was cut",
      [path(5, { inode: 10n }), file("log.1", 6, 6, { match: "whole" }), file("log.2", 2, 3)],
      [
        ["log.1", 500, false],
        ["log", 0, true],
      ],
    ],
    [
      "the file under the path, when its copy has less than was read",
      [path(5, { inode: 10n }), file("log.1", 6, 6, { match: "outread" })],
      [["log", 0, true]],
    ],
    [
      "not the copy of the file under the path that is being made",
      [path(5), file("log.2", 1, 5, { inode: 10n, match: "whole" }), file("log.1", 9, 9, { isCopyOfPath: true })],
      [
        ["log.2", 500, true],
        ["log", 0, true],
      ],
    ],
    [
      "never another log, nor a file that is newer in one way only",
      [
        path(8),
        file("log.err", 7, 8, { isRotated: false }),
        file("log.2", 7, 2),
        file("log.3", 0, 8),
        file("log.1", 1, 5, { inode: 10n, match: "whole" }),
      ],
      [
        ["log.1", 500, true],
        ["log", 0, true],
      ],
    ],
  ])("is %s", (_, candidates, files) => {
    expect(plan(candidates)).toEqual({ lost: false, files });
  });

  it("is what was made since, when the file of the position is gone", () => {
    expect(plan([path(8), file("log.1", 6, 8), file("log.2", 4, 6)])).toEqual({
      lost: true,
      files: [
        ["log.1", 0, false],
        ["log", 0, true],
      ],
    });
  });

  it("follows any number of rotations, and reads nothing twice", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        fc.infiniteStream(fc.nat()),
        (count, at, order) => {
          // Generation n was made at n and written until n + 1; generation `count` is under the path.
          const all = Array.from({ length: count }, (_, made) => file(`log.${count - made}`, made, made + 1));
          const files: Named[] = [...all, path(count, { modifiedNs: 10n ** 20n })];
          const base = Math.min(at, count);
          const [known] = files.splice(base, 1);
          if (known === undefined) throw new Error("no base");
          files.push({ ...known, inode: 10n, match: "whole" });
          const shuffled = files
            .map((each) => ({ each, key: order.next().value }))
            .sort((one, other) => one.key - other.key);
          const names = plan(shuffled.map(({ each }) => each)).files.map(([name]) => name);
          const expected = Array.from({ length: count - base }, (_, index) => `log.${count - base - index}`);
          expect(names).toEqual([...expected, "log"]);
        },
      ),
    );
  });
});
