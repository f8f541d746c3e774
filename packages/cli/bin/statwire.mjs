#!/usr/bin/env node
// A file that is there before anything is built, so that installing can link it.
import { existsSync } from "node:fs";

const main = new URL("../dist/main.js", import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write(
    "statwire: not built yet; npm start and npm test build it, and so does: npx tsc -b packages/cli\n",
  );
  process.exitCode = 1;
}
