// Writes numbered lines to a file, as many at once as it is told, as often as it can. HUP: opens the file again. It
// pauses while there is a file `<path>.pause`, and says so with a file `<path>.paused`.
import { closeSync, existsSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";

const [path, count, atOnce = 200] = process.argv.slice(2);
let file = openSync(path, "a");
process.on("SIGHUP", () => {
  closeSync(file);
  file = openSync(path, "a");
});

let line = 1;
while (line <= Number(count)) {
  if (existsSync(`${path}.pause`)) {
    writeFileSync(`${path}.paused`, "");
  } else {
    rmSync(`${path}.paused`, { force: true });
    let text = "";
    for (let i = 0; i < Number(atOnce) && line <= Number(count); i += 1, line += 1) {
      text += `line ${line} ${"x".repeat((line % 100) + 1)}\n`;
    }
    writeSync(file, text);
  }
  // Signals are heard in between.
  await new Promise((resolve) => setTimeout(resolve, 1));
}
// Whoever asks for a pause need not wait for a writer that has ended.
writeFileSync(`${path}.paused`, "");
