import { z } from "zod";

/** The Netdata agent of this host. */
export interface NetdataSettings {
  enabled: boolean;
  /** http or https; may hold a user and a password, and the path of a proxy. */
  url: string;
  timeoutMs: number;
}

/** Where Netdata listens by itself, and DashPad's default. */
const defaultUrl = "http://localhost:19999";

export const netdataShape = z.strictObject({
  enabled: z.boolean().optional(),
  url: z
    .url({ protocol: /^https?$/, error: "expected an http or https address" })
    .max(1000)
    .optional(),
  timeout_ms: z.number().int().min(100).max(10_000).optional(),
});

/** Off unless it is switched on, an address is given, or a module is to be read from it (`named`). */
export function toNetdataSettings(given: z.infer<typeof netdataShape> | undefined, named: boolean): NetdataSettings {
  return {
    enabled: given?.enabled ?? (given?.url !== undefined || named),
    url: given?.url ?? defaultUrl,
    timeoutMs: given?.timeout_ms ?? 1000,
  };
}

/** The address as it may be shown: without user, password, query and fragment. */
export function shownUrl(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === "/" ? "" : pathname}`;
}
