// npm start: everything on one machine, from a clean clone with Node and npm alone.
import { build, installPackages, requireNode } from "./prepare.mjs";

requireNode();
installPackages();
build();
await import("../packages/embedded-stack/dist/main.js");
