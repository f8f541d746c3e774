// npm test [-- VITEST ARGUMENTS]: lint, types beside unit tests, generated code, known weaknesses of dependencies (without ARGUMENTS),
// then integration and end-to-end tests.
// Ends with one line `N passed, N failed`.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { requireSound, startAudit } from "./audit.mjs";
import { build, installPackages, pnpm, requireNode, root, run, startBuild } from "./prepare.mjs";

/** What the tests run against: servers, a browser, and what the collector reads on hosts that have it. */
const programs = [
  ...["nats-server", "redis-server", "chromium", "netdata", "chronyd", "systemd-analyze", "podman", "busybox"],
  ...["logrotate", "journalctl", "systemd-journal-remote", "strace"],
];

const started = Date.now();
let counted = false;
// Whatever fails before the tests run counts as one failure, so that the last line is always there.
process.on("exit", (code) => {
  if (code !== 0 && !counted) console.log("0 passed, 1 failed");
});
requireNode();
installPackages();
const bin = (name) => join(root, "node_modules/.bin", name);
run("checking format and lint", bin("biome"), ["ci", "--diagnostic-level=warn", "."]);
// What installs the programs comes first.
build("packages/embedded-stack");
const building = startBuild();
await installPrograms();
const chosen = process.argv.slice(2);
const auditing = chosen.length > 0 ? undefined : startAudit();
// The compiler leaves a core to the tests that need nothing built.
const counts = chosen.length > 0 ? [] : [await runTests(["--project", "unit"])];
await building;
if (auditing !== undefined) await requireSound(auditing);
checkGeneratedCode();
// The built product's own servers run while the end-to-end tests do, and those of the others only while they do.
const rounds = [
  ["--project", "integration", "--project", "delivery"],
  // Each of these files runs a product of its own, which takes more of the processor than a test that waits for a server.
  ["--project", "e2e", "--maxWorkers", "3"],
];
for (const round of chosen.length > 0 ? [chosen] : rounds) counts.push(await runTests(round));
const sumOf = (name) => counts.reduce((sum, one) => sum + one[name], 0);
const [passed, failed] = [sumOf("passed"), sumOf("failed")];
console.log(`npm test took ${Math.round((Date.now() - started) / 1000)} s`);
counted = true;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** Found on the system or installed where that is allowed. */
async function installPrograms() {
  const { requireDurableNats, requirePrograms } = await import("../packages/embedded-stack/dist/index.js");
  const tell = (line) => console.log(line);
  try {
    await requirePrograms(programs, { path: process.env.PATH, tell });
    await requireDurableNats({ path: process.env.PATH, tell });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

/** Generating again must give what is committed. */
function checkGeneratedCode() {
  const folders = [
    "packages/events/src/generated",
    "services/api/src/generated",
    "docs/permissions.md",
    "docs/compatibility.md",
  ];
  const status = () => spawnSync("git", ["status", "--porcelain", "--", ...folders], { cwd: root, encoding: "utf8" });
  const before = status();
  if (before.status !== 0) return console.log("generated code is not checked: this is no git checkout");
  run("generating code again", "npx", ["--yes", pnpm, "-r", "generate"]);
  const diff = spawnSync("git", ["diff", "--stat", "--exit-code", "--", ...folders], { cwd: root, encoding: "utf8" });
  if (before.stdout === "" && diff.status !== 0) {
    console.error(
      `generated code differs from what is committed; commit what 'pnpm -r generate' writes:\n${diff.stdout}`,
    );
    process.exit(1);
  }
}

/** A test that passed at its second attempt is named with why its first one failed: something is wrong with it or with us. */
function tellFlaky(files) {
  const flaky = files.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === "passed" && failureMessages.length > 0)
      .map(({ fullName, failureMessages }) => `  ${relative(root, name)} > ${fullName}\n    ${failureMessages[0]}`),
  );
  if (flaky.length > 0) console.log(`\nFLAKY: passed at the second attempt\n${flaky.join("\n")}\n`);
}

/** Runs vitest; the counts come from its own report. Tests that could not be loaded count as failed. */
async function runTests(args) {
  const report = join(mkdtempSync(join(tmpdir(), "statwire-test-")), "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const vitest = spawn(bin("vitest"), ["run", ...reporters, ...args], { cwd: root, stdio: "inherit" });
  // Waited for without standing still: the audit runs meanwhile.
  await new Promise((resolve) => vitest.once("close", resolve).once("error", resolve));
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numTotalTests, success, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  tellFlaky(testResults);
  const unloaded = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  const skipped = numTotalTests - numPassedTests - numFailedTests;
  const failures = numFailedTests + unloaded + skipped;
  return { passed: numPassedTests, failed: failures === 0 && !success ? 1 : failures };
}
