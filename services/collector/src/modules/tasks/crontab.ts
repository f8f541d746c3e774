/** One line of a crontab that schedules something. */
export interface CrontabEntry {
  /** As written: `0 3 * * *` or `@daily`. */
  schedule: string;
  user: string;
  command: string;
  /** Of a `CRON_TZ` line above it; empty for the host's. */
  timezone: string;
  /** Why the line cannot be understood; empty when it can. */
  error: string;
}

/** `system` files name a user before the command, those of users belong to one. */
export type CrontabKind = { kind: "system" } | { kind: "user"; user: string };

/**
 * Reads crontab(5): comments, lines `NAME=value`, five fields or a nickname, and what is to be done. A line that cannot
 * be read becomes an entry with `error`. `CRON_TZ` is cronie's: the zone of the lines below it.
 */
export function parseCrontab(text: string, owner: CrontabKind): CrontabEntry[] {
  const entries: CrontabEntry[] = [];
  let timezone = "";
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const setting = /^(\w+)\s*=\s*(.*)$/.exec(line) ?? /^["'](\w+)["']\s*=\s*(.*)$/.exec(line);
    if (setting !== null) {
      if (setting[1] === "CRON_TZ") timezone = (setting[2] ?? "").trim().replace(/^(["'])(.*)\1$/, "$2");
      continue;
    }
    entries.push({ ...parseEntry(line, owner), timezone });
  }
  return entries;
}

function parseEntry(line: string, owner: CrontabKind): Omit<CrontabEntry, "timezone"> {
  const isNickname = line.startsWith("@");
  const fieldCount = isNickname ? 1 : 5;
  const columns = owner.kind === "system" ? fieldCount + 1 : fieldCount;
  const match = new RegExp(`^((?:\\S+\\s+){${columns}})(.+)$`).exec(line);
  if (match === null) {
    const user = owner.kind === "user" ? owner.user : "";
    return { schedule: "", user, command: "", error: `expected ${columns} fields and a command` };
  }
  const fields = (match[1] ?? "").trim().split(/\s+/);
  return {
    schedule: fields.slice(0, fieldCount).join(" "),
    user: owner.kind === "system" ? (fields[fieldCount] ?? "") : owner.user,
    command: (match[2] ?? "").trim(),
    error: "",
  };
}

/** One job of an anacrontab(5): it runs when the last run was that many days ago, whenever the host is up. */
export interface AnacronJob {
  name: string;
  schedule: string;
  command: string;
  error: string;
}

export function parseAnacrontab(text: string): AnacronJob[] {
  const jobs: AnacronJob[] = [];
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#") || /^\w+\s*=/.test(line)) continue;
    const [, period = "", name = "", command = ""] = /^(\d+|@\w+)\s+\d+\s+(\S+)\s+(.+)$/.exec(line) ?? [];
    const error = period === "" ? "expected a period, a delay, a name and a command" : "";
    jobs.push({
      name,
      schedule: period.startsWith("@") || error !== "" ? period : `every ${period} days`,
      command,
      error,
    });
  }
  return jobs;
}
