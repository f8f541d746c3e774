import { z } from "zod";
import { itemsMax, type Reading } from "../../modules/module.js";

const alarm = z.object({
  id: z.union([z.number(), z.string()]),
  name: z.string(),
  chart: z.string(),
  status: z.string(),
  value: z.number().nullish(),
  units: z.string().nullish(),
  info: z.string().nullish(),
  last_status_change: z.number().nonnegative().max(1e11),
});

const alarmsSchema = z.object({ hostname: z.string(), alarms: z.record(z.string(), alarm) });

/** Texts longer than this are cut. */
const textMax = 1000;

/**
 * What `/api/v1/alarms?active` complains of: alarms that are WARNING or CRITICAL, the worst and then the newest first.
 * @throws Error when it is none.
 */
export function toAlerts(text: string): Reading<"alerts"> {
  const { hostname, alarms } = parseAlarms(text);
  const items = Object.values(alarms)
    .map((one) => ({ ...one, status: one.status.toLowerCase() }))
    .filter(({ status }) => status === "warning" || status === "critical")
    .sort(
      (one, other) =>
        one.status.localeCompare(other.status) ||
        other.last_status_change - one.last_status_change ||
        one.name.localeCompare(other.name),
    )
    .slice(0, itemsMax)
    .map(({ id, name, chart, status, value, units, info, last_status_change: sinceSeconds }) => ({
      id: cut(String(id)),
      name: cut(name),
      status,
      ...(typeof value === "number" ? { value } : {}),
      units: cut(units ?? ""),
      info: cut(info ?? ""),
      chart: cut(chart),
      lastStatusChangeAtMs: BigInt(Math.round(sinceSeconds * 1000)),
    }));
  return { hostname: cut(hostname), items };
}

function parseAlarms(text: string): z.infer<typeof alarmsSchema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`the answer is not JSON: ${JSON.stringify(text.slice(0, 40))}`);
  }
  const parsed = alarmsSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`the answer holds no alarms: ${issue?.path.map(String).join(".")}: ${issue?.message}`);
}

function cut(text: string): string {
  return text.length <= textMax ? text : text.slice(0, textMax);
}
