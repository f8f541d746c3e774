// npm run bench -- MEASUREMENT [OPTIONS]: installs and builds what is missing, then measures the built product.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build, installPackages, requireNode, root } from "./prepare.mjs";

requireNode();
installPackages();
build();
const main = join(root, "packages/bench/dist/main.js");
const child = spawn(process.execPath, [main, ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => process.exit(code ?? 1));
