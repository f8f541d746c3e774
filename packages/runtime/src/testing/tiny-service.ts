import { z } from "zod";
import { runService } from "../index.js";

/** A service of the smallest size, which the tests start as a process. BEHAVIOUR says what it does wrong. */
await runService({
  name: "tiny",
  purpose: "Shows how a service lives and ends.",
  opsPortOffset: 1,
  shape: {
    BEHAVIOUR: z.enum(["sound", "stuck", "slow start", "throws", "rejects", "fails start"]).default("sound"),
    TINY_SECRET: z.string().min(4, "expected at least 4 characters").describe("a text of one's own"),
  },
  stopTimeoutMs: 500,
  async start({ settings, log, signal, onStop, addReadiness }) {
    onStop("first", () => log.info("first closed"));
    onStop("second", async () => {
      log.info("second closes");
      if (settings.BEHAVIOUR === "stuck") await new Promise(() => setInterval(() => undefined, 1_000));
    });
    onStop("third", () => {
      throw new Error("third cannot close");
    });
    addReadiness("store", () => (settings.BEHAVIOUR === "slow start" ? "not connected yet" : undefined));
    if (settings.BEHAVIOUR === "slow start") {
      await new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    }
    if (settings.BEHAVIOUR === "fails start") throw new Error("nothing to stand on");
    setInterval(() => undefined, 1_000);
    process.once("SIGUSR2", () => {
      if (settings.BEHAVIOUR === "rejects") void Promise.reject(new Error("nobody caught this"));
      else throw new Error("thrown in a callback");
    });
  },
});
