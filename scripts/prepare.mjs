// What `npm start` and `npm test` have in common: pnpm, the packages, and helpers to run commands. Bare Node, no dependency.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../", import.meta.url));

/** As an npm package, because corepack does not come with every Node. */
export const pnpm = "pnpm@12.21.0";

const compiler = [join(root, "node_modules/typescript/bin/tsc"), "-b"];

const leastNode = [20, 11];
const installedMark = join(root, "node_modules/.statwire-installed");

/** Runs a command in the root and ends this process when it fails. */
export function run(label, command, args, options = {}) {
  const started = Date.now();
  console.log(`${label} …`);
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.status !== 0) {
    const why = result.error?.message ?? result.signal ?? `exit code ${result.status}`;
    console.error(`${label}: failed (${why}): ${command} ${args.join(" ")}`);
    process.exit(result.status || 1);
  }
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Refuses a Node that is too old, with what to do. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  console.error(`Node ${leastNode.join(".")} or newer is needed; this is ${process.versions.node}`);
  process.exit(1);
}

/** Installs the packages when the lock file has changed since the last time; pnpm itself comes through npx. */
export function installPackages() {
  const lock = readFileSync(join(root, "pnpm-lock.yaml"));
  const wanted = createHash("sha256").update(lock).digest("hex");
  if (existsSync(installedMark) && readFileSync(installedMark, "utf8") === wanted) return;
  run("installing packages", "npx", ["--yes", pnpm, "install", "--frozen-lockfile"]);
  writeFileSync(installedMark, wanted);
}

/** Compiles what has changed, of one package and what it stands on or of all. */
export function build(...packages) {
  run(`building ${packages.join(" ")}`.trim(), process.execPath, [...compiler, ...packages]);
}

/** Compiles what has changed while something else is done; to be awaited. Ends this process when it fails. */
export function startBuild() {
  console.log("building the rest …");
  const child = spawn(process.execPath, compiler, { cwd: root, stdio: "inherit" });
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => {
      if (code === 0) return resolve();
      console.error(`building: failed (${signal ?? `exit code ${code}`})`);
      process.exit(code || 1);
    });
  });
}
