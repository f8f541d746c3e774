import { runService } from "@statwire/runtime";
import { startIngester } from "./service.js";
import { ingesterSettings } from "./settings.js";

await runService({
  name: "ingester",
  purpose: "copies events from the log into the history store, and closes hours, days and months",
  opsPortOffset: 3,
  shape: ingesterSettings,
  start: startIngester,
});
