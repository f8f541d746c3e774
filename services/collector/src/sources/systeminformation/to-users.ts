import { z } from "zod";
import { itemsMax, type Reading } from "../../modules/module.js";
import { int64 } from "../../modules/proc-text.js";
import { parseAnswer } from "./parse-answer.js";

const schema = z.array(
  z.object({ user: z.string(), tty: z.string(), date: z.string(), time: z.string(), ip: z.string().nullish() }),
);

/**
 * Sessions as `who` tells them: to the minute, without the process. The library's process runs in UTC, and so are its
 * dates. Nobody cannot be told from nothing known, and is undefined.
 */
export function toUsers(answer: unknown, wanted: (user: string) => boolean): Reading<"users"> | undefined {
  const sessions = parseAnswer("users", schema, answer);
  if (sessions.length === 0) return undefined;
  const items = sessions
    .filter(({ user }) => wanted(user))
    .slice(0, itemsMax)
    .map(({ user, tty, date, time, ip }) => ({
      user,
      terminal: tty,
      remoteHost: ip ?? "",
      sinceMs: int64(Date.parse(`${date}T${time}Z`) || 0),
      pid: 0,
    }));
  return { items };
}
