import { fileURLToPath } from "node:url";
import { runProduct } from "../launch/run-product.js";

const mainOf = (name: string) => fileURLToPath(new URL(`./tiny-${name}.js`, import.meta.url));

/** What `npm start` becomes, with two small services in place of the real ones. */
await runProduct([
  { name: "collector", main: mainOf("collector"), opsPortOffset: 0, needs: ["spool"] },
  { name: "api", main: mainOf("api"), opsPortOffset: 7, needs: ["history", "snapshots", "listeners"] },
]);
