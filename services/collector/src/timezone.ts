import { readlinkSync } from "node:fs";

/** What POSIX calls by several names and everybody else by one. */
const universal = /^(?:Etc\/)?(?:UTC|UCT|Universal|Zulu|GMT|Greenwich)$/;

/** True for a name of Coordinated Universal Time, whose clocks can be told without the engine's tables of zones. */
export function isUniversal(timezone: string): boolean {
  return universal.test(timezone);
}

/**
 * The time zone of this process by its IANA name, as `TZ` or the link `/etc/localtime` says it. Only when neither does, the engine is
 * asked: that loads its tables of languages and zones, 8 MB that a collector otherwise needs for timers and crontabs alone.
 */
export function localTimezone(environment: { TZ?: string | undefined }, localtime = "/etc/localtime"): string {
  return zoneNamed(environment.TZ ?? linkTarget(localtime)) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zone's name in `TZ`, or in the path of a file of the zone database; undefined when there is none (`CET-1CEST`, a copied file). */
export function zoneNamed(text: string): string | undefined {
  const name = /^(?:.*\/zoneinfo\/(?:posix\/|right\/)?|:)?([A-Za-z][A-Za-z_]*(?:\/[A-Za-z0-9_+-]+){0,2})$/.exec(
    text,
  )?.[1];
  if (name === undefined) return undefined;
  if (isUniversal(name)) return "UTC";
  // Others without a region are abbreviations more often than zones.
  return name.includes("/") ? name : undefined;
}

function linkTarget(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}
