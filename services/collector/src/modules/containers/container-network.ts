import { readFileSync, readlinkSync } from "node:fs";
import { words } from "../proc-text.js";

/**
 * Bytes that a container received and sent, of all its interfaces but the loopback. Undefined when it shares the host's
 * network, or when this user may not find out.
 */
export function readContainerNetwork(
  procRoot: string,
  pid: number,
): { receiveBytes: number; transmitBytes: number } | undefined {
  // In another tree `self` is the container that the collector runs in. In its own it is the better one to compare with,
  // because process 1 may have more rights, and then may not be looked into.
  const host = procRoot === "/proc" ? "self" : "1";
  try {
    const own = readlinkSync(`${procRoot}/${pid}/ns/net`);
    if (own === readlinkSync(`${procRoot}/${host}/ns/net`)) return undefined;
    return parseTraffic(readFileSync(`${procRoot}/${pid}/net/dev`, "latin1"));
  } catch {
    return undefined;
  }
}

/** The sums of a net/dev text (proc_pid_net(5)). */
export function parseTraffic(text: string): { receiveBytes: number; transmitBytes: number } {
  const sum = { receiveBytes: 0, transmitBytes: 0 };
  for (const line of text.split("\n")) {
    const at = line.indexOf(":");
    if (at < 0 || line.slice(0, at).trim() === "lo") continue;
    const fields = words(line.slice(at + 1));
    sum.receiveBytes += Number(fields[0]);
    sum.transmitBytes += Number(fields[8]);
  }
  return sum;
}
