import type { Session } from "./utmp.js";

/**
 * One file of /run/systemd/sessions (lines `KEY=value`); undefined for what is not a user at work: a service manager,
 * a greeter, a session that is closing.
 */
export function parseSession(file: string): Session | undefined {
  const fields = new Map(
    file.split("\n").flatMap((line) => {
      const at = line.indexOf("=");
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1)] as const] : [];
    }),
  );
  const field = (name: string) => fields.get(name) ?? "";
  const number = (name: string) => Number.parseInt(field(name), 10) || 0;
  if (field("CLASS") !== "user" || field("STATE") === "closing") return undefined;
  return {
    user: field("USER"),
    terminal: field("TTY"),
    remoteHost: field("REMOTE") === "1" ? field("REMOTE_HOST") : "",
    sinceMs: Math.trunc(number("REALTIME") / 1000),
    pid: number("LEADER"),
  };
}
