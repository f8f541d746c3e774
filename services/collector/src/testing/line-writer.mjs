// Writes numbered lines to a file as fast as it can, in whole lines. HUP: opens the file again. USR1: pauses and says
// so by a file beside it; USR2: goes on.
import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";

const [path, count] = process.argv.slice(2);
let file = openSync(path, "a");
let isPaused = false;
process.on("SIGHUP", () => {
  closeSync(file);
  file = openSync(path, "a");
});
process.on("SIGUSR1", () => {
  isPaused = true;
  writeFileSync(`${path}.paused`, "");
});
process.on("SIGUSR2", () => {
  isPaused = false;
});

let line = 1;
while (line <= Number(count)) {
  if (!isPaused) {
    let text = "";
    for (let i = 0; i < 200 && line <= Number(count); i += 1, line += 1)
      text += `line ${line} ${"x".repeat((line % 100) + 1)}\n`;
    writeSync(file, text);
  }
  // Signals are heard in between.
  await new Promise((resolve) => setTimeout(resolve, isPaused ? 1 : 0.5));
}
