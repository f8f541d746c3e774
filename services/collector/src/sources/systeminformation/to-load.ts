import { z } from "zod";
import type { Reading } from "../../modules/module.js";
import { int64 } from "../../modules/proc-text.js";
import { parseAnswer } from "./parse-answer.js";

const average = z.number().nonnegative();

const schema = z.object({ averages: z.tuple([average, average, average]), uptime: z.number().positive() });

export function toLoad(answer: unknown): Reading<"load"> {
  const { averages, uptime } = parseAnswer("load", schema, answer);
  const [one, five, fifteen] = averages;
  return {
    oneMinuteE2: Math.round(one * 100),
    fiveMinutesE2: Math.round(five * 100),
    fifteenMinutesE2: Math.round(fifteen * 100),
    uptimeMs: int64(uptime * 1000),
  };
}
