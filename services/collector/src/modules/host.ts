import { accessSync, constants } from "node:fs";

/** Where the host is seen: its own /proc, /sys and / or, for a collector in a container, where those are mounted. */
export interface HostRoots {
  procRoot: string;
  sysRoot: string;
  /** The host's `/`, under which its mount points and /etc are found. */
  fileRoot: string;
}

export interface Host extends HostRoots {
  /** Folder with `dev`, `sockstat` and `snmp` of the host's network namespace. */
  networkRoot: string;
  /** The mounts as the host sees them. */
  mountinfoPath: string;
}

/**
 * Finds what belongs to one process's namespaces. The network is this process's own in `/proc`; in another proc tree it
 * is that of the host's process 1 where it may be read, because `self` there means this process and its container. The
 * mounts are those of process 1 in any case: a service manager that shuts this process out of writing has given it
 * mounts of its own, on which every filesystem is read-only.
 */
export function openHost(roots: HostRoots): Host {
  const { procRoot } = roots;
  const first = procRoot === "/proc" ? [] : [`${procRoot}/1`];
  const readable = (path: string) => isReadable(path);
  return {
    ...roots,
    networkRoot: [...first.map((dir) => `${dir}/net`)].find((dir) => readable(`${dir}/dev`)) ?? `${procRoot}/net`,
    mountinfoPath: [`${procRoot}/1/mountinfo`].find(readable) ?? `${procRoot}/self/mountinfo`,
  };
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
