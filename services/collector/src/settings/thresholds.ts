import { z } from "zod";

/** DashPad's names of what it calls a metric. */
export const dashPadMetrics = ["cpu_usage", "ram_usage", "system_uptime"] as const;

export type DashPadMetric = (typeof dashPadMetrics)[number];

/** When a value counts as a warning or as critical; with `below`, the low values are the bad ones. */
export interface Threshold {
  metric: DashPadMetric;
  warning: number;
  critical: number;
  below: boolean;
}

const defaults: Partial<Record<DashPadMetric, { warning: number; critical: number }>> = {
  cpu_usage: { warning: 80, critical: 90 },
  ram_usage: { warning: 80, critical: 90 },
};

const thresholdShape = z
  .strictObject({ warning: z.number(), critical: z.number(), direction: z.enum(["above", "below"]).default("above") })
  .refine(
    ({ warning, critical, direction }) => (direction === "above" ? warning <= critical : warning >= critical),
    "critical must lie beyond warning in the given direction",
  );

export const thresholdsShape = z.strictObject({
  cpu_usage: thresholdShape.optional(),
  ram_usage: thresholdShape.optional(),
  system_uptime: thresholdShape.optional(),
} satisfies Record<DashPadMetric, unknown>);

/** The thresholds in force: those of the file, else DashPad's own. */
export function toThresholds(given: z.infer<typeof thresholdsShape> | undefined): Threshold[] {
  return dashPadMetrics.flatMap((metric) => {
    const { direction = "above", ...limits } = given?.[metric] ?? { ...defaults[metric], direction: undefined };
    const { warning, critical } = limits;
    return warning === undefined || critical === undefined
      ? []
      : [{ metric, warning, critical, below: direction === "below" }];
  });
}
