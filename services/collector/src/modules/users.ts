import { accessSync, readdirSync, readFileSync } from "node:fs";
import { itemsMax, type ModuleContext, type ModuleReader } from "./module.js";
import { isAbsent } from "./proc-files.js";
import { parseSession } from "./users/login-session.js";
import { parseUtmp, type Session } from "./users/utmp.js";

/** Read at most this much of a file that anything may have written. */
const bytesMax = 4 * 1024 ** 2;

/**
 * Who is logged in: by /run/utmp, or by systemd-logind's files where the system keeps no utmp any more (Debian 13).
 * A host with neither has no such source.
 */
export function openUsers({ host }: ModuleContext): ModuleReader<"users"> {
  const alive = ({ pid }: Session) => pid === 0 || isThere(`${host.procRoot}/${pid}`);
  return {
    sample() {
      const sessions =
        readUtmp(`${host.fileRoot}/run/utmp`) ?? readLoginSessions(`${host.fileRoot}/run/systemd/sessions`);
      // A record stays behind when its program was killed.
      return sessions && { items: sessions.filter(alive).slice(0, itemsMax).map(reportSession) };
    },
  };
}

function reportSession({ user, terminal, remoteHost, sinceMs, pid }: Session) {
  return { user, terminal, remoteHost, sinceMs: BigInt(sinceMs), pid };
}

function readUtmp(path: string): Session[] | undefined {
  return ifThere(() => {
    const bytes = readFileSync(path);
    if (bytes.length > bytesMax) throw new Error(`${path}: larger than ${bytesMax} bytes`);
    return parseUtmp(bytes);
  });
}

function readLoginSessions(folder: string): Session[] | undefined {
  return ifThere(() =>
    readdirSync(folder)
      .filter((name) => /^\w+$/.test(name))
      .slice(0, itemsMax)
      .flatMap((name) => ifThere(() => parseSession(readFileSync(`${folder}/${name}`, "utf8"))) ?? []),
  );
}

/** Undefined when the file is not there (any more). */
function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function isThere(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
}
