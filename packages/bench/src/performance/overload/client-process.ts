import { type Load, runLoad } from "./load.js";

/** A process that sends the loads that its parent tells it of, one at a time, and tells what came of each. */
process.on("message", (load: Load) => {
  runLoad(load).then(
    (tally) => process.send?.({ tally }),
    (error: Error) => process.send?.({ failure: error.message }),
  );
});
process.on("disconnect", () => process.exit());
