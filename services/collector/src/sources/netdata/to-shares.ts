import { z } from "zod";
import { shareE4 } from "../../modules/proc-text.js";

const schema = z.record(
  z.string(),
  z.object({ dimensions: z.record(z.string(), z.object({ value: z.number().nullable() })) }),
);

/**
 * Utilization of each processor chart (`system.cpu`, `cpu.cpu0`) in ten-thousandths, of `/api/v1/allmetrics?format=json`:
 * what Netdata itself computed over its last second. For a first reading, which has no earlier one to be compared with.
 * @throws Error when it is none.
 */
export function toShares(text: string): ReadonlyMap<string, number> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`the answer is not JSON: ${JSON.stringify(text.slice(0, 40))}`);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new Error("the answer holds no processor times");
  const shares = Object.entries(parsed.data).map(([chart, { dimensions }]): [string, number] => {
    const busy = Object.entries(dimensions)
      .filter(([name]) => name !== "idle" && name !== "iowait")
      .reduce((sum, [, { value }]) => sum + (value ?? 0), 0);
    return [chart, shareE4(busy, 100)];
  });
  return new Map(shares);
}
