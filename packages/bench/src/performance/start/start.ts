import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePorts, ownEnvironment, type Ports, portSettings } from "@statwire/running-product";
import type { Row } from "../row.js";

const root = fileURLToPath(new URL("../../../../../", import.meta.url));
const rounds = { full: 5, quick: 2 };
const withinMs = 120_000;

/** How long somebody who has typed `npm start` waits for the screen, when everything is built. */
export const start: Row = {
  name: "start",
  summary: "npm start, when built, until its screen is printed: with a new data folder, and again with that one",
  async run({ quick, signal, tell }) {
    const [fresh, kept]: [number[], number[]] = [[], []];
    for (let round = 0; round < (quick ? rounds.quick : rounds.full); round += 1) {
      const dataDir = mkdtempSync(join(tmpdir(), "statwire-start-"));
      try {
        const ports = await freePorts();
        for (const seconds of [fresh, kept]) {
          signal.throwIfAborted();
          seconds.push(await secondsToScreen(dataDir, ports));
        }
        tell(`new folder ${fresh.at(-1)?.toFixed(1)} s, the same again ${kept.at(-1)?.toFixed(1)} s`);
      } finally {
        rmSync(dataDir, { recursive: true, force: true });
      }
    }
    return {
      comparisons: [
        { what: "npm start, new data folder", unit: "s", ours: fresh, target: { atMost: 15 } },
        { what: "npm start, data folder kept", unit: "s", ours: kept, target: { atMost: 15 } },
      ],
      notes: [
        "from the start of the command until the line of the screen with the command to paste; the look whether anything has to be installed or built is in it",
        "the kept folder is one of the round before: keys, schema and streams are there, hardly any data",
      ],
    };
  },
};

/** Runs `npm start` until the screen is there, and stops it. @throws when it ends before, or after two minutes. */
async function secondsToScreen(dataDir: string, ports: Ports): Promise<number> {
  const startedAtMs = performance.now();
  // In a group of its own: npm may be gone before what it has started.
  const child = spawn("npm", ["start"], {
    cwd: root,
    env: { ...ownEnvironment(), ...portSettings(ports), STATWIRE_DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const closed = once(child, "close");
  let printed = "";
  try {
    return await new Promise<number>((resolve, reject) => {
      const deadline = setTimeout(() => reject(new Error(`no screen after two minutes:\n${printed}`)), withinMs);
      const hear = (chunk: Buffer) => {
        printed += chunk.toString();
        if (!printed.includes("\n  curl ")) return;
        clearTimeout(deadline);
        resolve((performance.now() - startedAtMs) / 1e3);
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("close", (code) => {
        clearTimeout(deadline);
        reject(new Error(`npm start ended with ${code}:\n${printed}`));
      });
      child.once("error", reject);
    });
  } finally {
    if (child.pid !== undefined && child.exitCode === null) {
      process.kill(-child.pid, "SIGTERM");
      await closed;
    }
  }
}
