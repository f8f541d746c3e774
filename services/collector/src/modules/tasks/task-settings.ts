import { z } from "zod";

/** How the path of a crontab is meant: as it is, below the folder where the host is mounted, or whichever fits. */
export type LocationType = "direct" | "bindmount" | "auto";

export interface TaskSettings {
  /** Whether crontabs are read; systemd's timers always are. */
  cron: boolean;
  /** Files and folders of crontabs; the usual ones when empty. */
  locations: readonly { path: string; type: LocationType }[];
  /** What to call a task whose command holds `match`; the first that fits. */
  names: readonly { match: string; name: string }[];
}

const path = z.string().startsWith("/", "expected an absolute path").max(500);

/** The field `cron` of settings.json, as DashPad documents it. */
export const cronShape = z.strictObject({
  enabled: z.boolean().optional(),
  locations_types_map: z
    .record(path, z.enum(["direct", "bindmount", "auto"]))
    .refine((map) => Object.keys(map).length <= 100, "expected at most 100 locations")
    .optional(),
  rename_map: z
    .record(z.string().min(1).max(500), z.string().min(1).max(200))
    .refine((map) => Object.keys(map).length <= 1000, "expected at most 1000 names")
    .optional(),
});

export function toTaskSettings(given: z.infer<typeof cronShape> | undefined): TaskSettings {
  return {
    cron: given?.enabled ?? true,
    locations: Object.entries(given?.locations_types_map ?? {}).map(([path, type]) => ({ path, type })),
    names: Object.entries(given?.rename_map ?? {}).map(([match, name]) => ({ match, name })),
  };
}

export const defaultTaskSettings: TaskSettings = toTaskSettings(undefined);
