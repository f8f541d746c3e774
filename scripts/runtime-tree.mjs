// node scripts/runtime-tree.mjs TARGET [SERVICE…]: what runs, and nothing else: compiled code and the packages that it
// needs in production. The container image is made of it, and hosts without containers run it from /opt/statwire.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { installPackages, pnpm, requireNode, root, run } from "./prepare.mjs";

/** Beside `dist`, what a package reads when it runs. */
const readAtRuntime = ["package.json", "dist", "bin", "migrations", "src/generated/openapi.json"];

const collector = "services/collector";

/** Compiled tests and what only they use. */
const isOfTests = (path) => /\.test\.(js|d\.ts)(\.map)?$|\/dist\/testing(\/|$)|\.tsbuildinfo$/.test(path);

const [target, ...asked] = process.argv.slice(2);
if (target === undefined || target.startsWith("-")) {
  console.error(
    "usage: node scripts/runtime-tree.mjs TARGET [SERVICE…]   (a service of services/, or cli; all when none)",
  );
  process.exit(2);
}
requireNode();
const workspace = readWorkspace();
const folders = closure(asked.length === 0 ? allRunnable() : asked);
installPackages();
run("building", process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-b", ...folders]);
assemble(resolve(target));

/** Folder and manifest of each package, by name. */
function readWorkspace() {
  const found = ["packages", "services"].flatMap((parent) =>
    readdirSync(join(root, parent))
      .map((name) => `${parent}/${name}`)
      .filter((folder) => existsSync(join(root, folder, "package.json"))),
  );
  const manifestOf = (folder) => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  return new Map(found.map((folder) => [manifestOf(folder).name, { folder, manifest: manifestOf(folder) }]));
}

function allRunnable() {
  const services = [...workspace.values()].filter(({ folder }) => folder.startsWith("services/"));
  return [...services.map(({ folder }) => folder.replace("services/", "")), "cli"];
}

/** The folders of the services and of every package that they need in production. */
function closure(names) {
  const found = new Set();
  const visit = (name) => {
    const entry = workspace.get(name);
    if (entry === undefined) {
      console.error(`there is no ${name}`);
      process.exit(2);
    }
    if (found.has(entry.folder)) return;
    found.add(entry.folder);
    const { dependencies = {} } = entry.manifest;
    for (const dependency of Object.keys(dependencies)) if (workspace.has(dependency)) visit(dependency);
  };
  for (const name of names) visit(`@statwire/${name}`);
  return [...found].sort();
}

function assemble(directory) {
  for (const old of ["packages", "services", "node_modules"])
    rmSync(join(directory, old), { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const file of ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", "LICENSE"]) copy(directory, file);
  for (const folder of folders) for (const part of readAtRuntime) copy(directory, `${folder}/${part}`);
  const filters = folders.flatMap((folder) => ["--filter", `./${folder}`]);
  // Copies: what is linked into the store of whoever builds could change under a service that runs.
  const options = ["--prod", "--frozen-lockfile", "--ignore-scripts", "--package-import-method=copy"];
  const install = ["install", ...options, ...filters];
  run("installing packages", "npx", ["--yes", pnpm, ...install], { cwd: directory });
  if (folders.includes(collector)) bundleCollector(join(directory, collector));
  const size = spawnSync("du", ["-sh", directory], { encoding: "utf8" }).stdout.split("\t", 1)[0];
  console.log(`${directory}: ${folders.join(", ")} (${size})`);
}

/** Runs on every host, so it is made small. */
function bundleCollector(directory) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.log("the collector is not bundled and takes 7 MB more of memory: Node 20.19 or newer would do it");
    return;
  }
  run("bundling the collector", process.execPath, [join(root, "scripts/bundle-collector.mjs"), directory]);
}

function copy(directory, path) {
  const from = join(root, path);
  if (existsSync(from))
    cpSync(from, join(directory, path), { recursive: true, filter: (source) => !isOfTests(source) });
}
