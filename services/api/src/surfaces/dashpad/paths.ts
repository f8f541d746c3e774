/** Where DashPad's `/health` is, because on the HTTP listener that path is V6Direct's. */
export const dashPadHealthPath = "/dashpad/health";

const exact: ReadonlySet<string> = new Set([dashPadHealthPath, "/status", "/metrics", "/logs", "/cron_tasks"]);
const prefixes = ["/metrics/", "/query/", "/logs/", "/alerts/", "/scheduler/", "/settings/"];

/** Whether a path is DashPad's. */
export function isDashPadPath(path: string): boolean {
  return exact.has(path) || prefixes.some((prefix) => path.startsWith(prefix));
}
