import { expect, it } from "vitest";
import { parseTrace, unsynchronized } from "./disk-trace.js";

const trace = `10 1.000001 write(3</d/a>, "x"..., 5) = 5
10 1.000002 fdatasync(3</d/a> <unfinished ...>
11 1.000003 write(3</d/a>, "y"..., 5) = 5
10 1.000004 <... fdatasync resumed>) = 0
11 1.000005 write(4</d/b>, "z"..., 5 <unfinished ...>
10 1.000006 fsync(5</d>) = -1 EIO (Input/output error)
11 1.000007 <... write resumed>) = 5
10 1.000008 fdatasync(4</d/b>) = 0
10 1.000009 unlink("/d/c") = 0
`;

it("a trace tells which bytes had reached the disk at a moment", () => {
  const calls = parseTrace(trace);
  expect(calls.map(({ name, path, begun, ended }) => `${name} ${path} ${begun}-${ended}`)).toEqual([
    "write /d/a 0-0",
    "write /d/a 2-2",
    "fdatasync /d/a 1-3",
    "write /d/b 4-6",
    "fdatasync /d/b 7-7",
    "unlink /d/c 8-8",
  ]);
  const names = (moment: number) => unsynchronized(calls, moment).map(({ path, begun }) => `${path} ${begun}`);
  expect(names(1)).toEqual(["/d/a 0"]);
  // The second write began while the first was being waited for: that wait does not cover it.
  expect(names(5)).toEqual(["/d/a 2"]);
  expect(names(7)).toEqual(["/d/a 2", "/d/b 4"]);
  expect(names(8)).toEqual(["/d/a 2"]);
});
