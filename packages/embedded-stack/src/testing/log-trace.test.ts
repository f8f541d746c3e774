import { expect, it } from "vitest";
import { parseTrace } from "./disk-trace.js";
import { logAcknowledgements } from "./log-trace.js";

const block = (stream: string, number = 1) => `/d/streams/${stream}/msgs/${number}.blk`;
const store = (stream: string, sequence: string, number = 1) =>
  `pwrite64(8<${block(stream, number)}>, "\\10\\257\\n\\200${sequence}\\0\\0\\0\\0\\0\\0\\0jl\\371"..., 700175, 9) = 700175`;
const sync = (stream: string, number = 1) => `fsync(8<${block(stream, number)}>) = 0`;
const answer = (...acknowledged: [string, number][]) => {
  const texts = acknowledged.map(
    ([stream, sequence]) =>
      `{iov_base="MSG _INBOX.a 1 32\\r\\n{\\"stream\\":\\"${stream}\\", \\"seq\\":${sequence}}\\r\\n", iov_len=108}`,
  );
  return `writev(7<socket:[26]>, [${texts.join(", ")}], ${texts.length}) = 108`;
};
const traced = (...lines: string[]) =>
  logAcknowledgements(parseTrace(lines.map((line, index) => `10 1.00000${index} ${line}`).join("\n")));

it("finds nothing where each message was waited for before its answer", () => {
  const found = traced(
    store("LOGS", "\\37"),
    sync("LOGS"),
    answer(["LOGS", 31]),
    // `"` is the number 34. The next block's message is under way while the answer is sent, which does not cover it.
    store("LOGS", '\\"'),
    sync("LOGS"),
    store("LOGS", "#", 2),
    answer(["LOGS", 34]),
  );
  expect(found).toEqual([
    { stream: "LOGS", sequence: 31, file: block("LOGS"), unsafeFiles: [] },
    { stream: "LOGS", sequence: 34, file: block("LOGS"), unsafeFiles: [] },
  ]);
});

it("names the files whose bytes were acknowledged too early, of this message or of one before", () => {
  const found = traced(
    store("LOGS", "\\1"),
    store("LOGS", "\\2", 2),
    sync("LOGS", 2),
    answer(["LOGS", 2], ["LOGS", 1]),
    sync("LOGS"),
    answer(["OTHER", 2]),
    store("OTHER", "\\2"),
    sync("OTHER"),
  );
  expect(found).toEqual([
    { stream: "LOGS", sequence: 2, file: block("LOGS", 2), unsafeFiles: [block("LOGS")] },
    { stream: "LOGS", sequence: 1, file: block("LOGS"), unsafeFiles: [block("LOGS")] },
    { stream: "OTHER", sequence: 2, file: undefined, unsafeFiles: [] },
  ]);
});

it("does not count a wait that began before the bytes were there", () => {
  const trace = [
    "10 1.000001 fsync(8</d/streams/LOGS/msgs/1.blk> <unfinished ...>",
    `11 1.000002 ${store("LOGS", "\\1")}`,
    "10 1.000003 <... fsync resumed>) = 0",
    `11 1.000004 ${answer(["LOGS", 1])}`,
  ];
  expect(logAcknowledgements(parseTrace(trace.join("\n")))).toMatchObject([{ unsafeFiles: [block("LOGS")] }]);
});
