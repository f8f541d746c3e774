// npm run faults -- [OPTIONS]: installs and builds what is missing, then disturbs the built product and checks it.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build, installPackages, requireNode, root } from "./prepare.mjs";

requireNode();
installPackages();
build();
const main = join(root, "packages/faults/dist/main.js");
const child = spawn(process.execPath, [main, ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => process.exit(code ?? 1));
