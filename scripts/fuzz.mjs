// npm run fuzz -- [--requests N] [--seed S]: sends hostile requests to every operation of the OpenAPI document, over real
// servers, and ends with a table of what was answered. Fails when an answer is not as documented or shows the inside.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, installPackages, requireNode, root } from "./prepare.mjs";

const { requests, seed } = parseArgs({
  options: { requests: { type: "string", default: "10000" }, seed: { type: "string", default: "1" } },
}).values;
if (![requests, seed].every((text) => /^\d{1,6}$/.test(text))) {
  console.error("usage: npm run fuzz -- [--requests N] [--seed S]   (whole numbers below a million)");
  process.exit(2);
}
requireNode();
installPackages();
build();
const vitest = join(root, "node_modules/.bin/vitest");
const { status } = spawnSync(
  vitest,
  ["run", "--project", "integration", "--retry", "0", "services/api/src/fuzz.int.test.ts"],
  { cwd: root, stdio: "inherit", env: { ...process.env, FUZZ_REQUESTS: requests, FUZZ_SEED: seed } },
);
process.exit(status ?? 1);
