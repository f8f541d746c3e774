import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runService } from "@statwire/runtime";
import { z } from "zod";

/** Stands where the collector does in a product of the tests' own: shows what it was given, and can refuse it. */
await runService({
  name: "collector",
  purpose: "Shows its environment.",
  opsPortOffset: 0,
  shape: { COLLECTOR_DATA_DIR: z.string(), TINY_MOOD: z.enum(["good"]).default("good") },
  async start({ settings }) {
    mkdirSync(settings.COLLECTOR_DATA_DIR, { recursive: true });
    writeFileSync(join(settings.COLLECTOR_DATA_DIR, "environment.json"), JSON.stringify(process.env));
    setInterval(() => undefined, 1_000);
  },
});
