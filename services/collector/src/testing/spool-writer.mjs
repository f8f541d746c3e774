// A spool at work, traced by ../spool/spool-order.int.test.ts:
//   node spool-writer.mjs FOLDER
// Readings are written and acknowledged until several segments were deleted. Each line of the output names a segment and
// comes after an acknowledgement of a reading in it was written.
import { writeSync } from "node:fs";

const { Spool } = await import("../../dist/spool/spool.js");
const [, , folder] = process.argv;
const log = {
  info() {},
  warn() {},
  error: (fields, text) => process.stderr.write(`${text} ${JSON.stringify(fields)}\n`),
};
const reached = { note() {}, save() {} };
const spool = new Spool({ folder, bytesMax: 16 * 16_384, kernelBootId: "boot", log, reached, onGivenUp() {} });
const waiting = [];
for (let sequence = 1; sequence <= 400; sequence += 1) {
  const event = new Uint8Array(400).fill(sequence % 251);
  waiting.push(spool.append({ family: "host", bootId: 1, sequence, observedAtMs: sequence, event }));
  if (sequence % 10 !== 0) continue;
  for (const reading of waiting.splice(0)) {
    spool.acknowledge([reading]);
    writeSync(1, `acknowledged ${reading.segment}\n`);
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
}
await spool.close();
