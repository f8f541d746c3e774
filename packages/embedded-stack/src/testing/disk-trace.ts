/** One system call of a trace, from where it began to where it ended (line numbers of the trace). */
export interface TracedCall {
  name: string;
  /** Of the descriptor that it works on, or the (old) name that it is given. */
  path: string;
  /** What it was given and returned, as strace prints it. */
  text: string;
  begun: number;
  ended: number;
  /** Unix seconds. */
  at: number;
}

/** What has to be traced (`strace -f -y -ttt`) for the functions of this file, with so many bytes of each text. */
export const straceArguments = (textBytes: number) => [
  ...["-f", "-y", "-ttt", "-s", String(textBytes), "--seccomp-bpf"],
  ...["-e", "trace=write,pwrite64,writev,pwritev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,sendto"],
];

/** Reads what strace wrote. Calls that failed, or did not end, are left out. */
export function parseTrace(text: string): TracedCall[] {
  const unfinished = new Map<string, { text: string; begun: number; at: number }>();
  const calls: TracedCall[] = [];
  for (const [line, entry] of text.split("\n").entries()) {
    const [, thread = "", at = "0", said = ""] = /^(\d+)\s+(\d+\.\d+)\s+(.*)$/.exec(entry) ?? [];
    if (said.endsWith("<unfinished ...>")) {
      unfinished.set(thread, { text: said.slice(0, -"<unfinished ...>".length), begun: line, at: Number(at) });
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(said);
    const begin = resumed === null ? { text: "", begun: line, at: Number(at) } : unfinished.get(thread);
    if (begin === undefined) continue;
    const whole = begin.text + (resumed?.[1] ?? said);
    const [, name = "", given = ""] = /^(\w+)\((.*)$/.exec(whole) ?? [];
    const path = /^\d+<([^>]*)>/.exec(given)?.[1] ?? /"((?:[^"\\]|\\.)*)"/.exec(given)?.[1];
    if (path === undefined || /= -1 E\w+/.test(whole) || !/= \d+/.test(whole)) continue;
    calls.push({ name, path, text: whole, begun: begin.begun, ended: line, at: begin.at });
  }
  return calls;
}

export function isWrite({ name }: TracedCall): boolean {
  return /^p?writev?(64)?$/.test(name);
}

export function isSync({ name }: TracedCall): boolean {
  return name === "fsync" || name === "fdatasync";
}

/**
 * The writes that were over before `moment` (a line of the trace) and whose bytes had not been waited for by then: no
 * sync of the same file began after the write and ended before the moment.
 * @param identity the name of a file that is renamed between the two
 */
export function unsynchronized(
  calls: readonly TracedCall[],
  moment: number,
  identity: (path: string) => string = (path) => path,
): TracedCall[] {
  const lastSync = new Map<string, number>();
  for (const call of calls) {
    if (!isSync(call) || call.ended >= moment) continue;
    const name = identity(call.path);
    lastSync.set(name, Math.max(lastSync.get(name) ?? -1, call.begun));
  }
  return calls.filter(
    (call) => isWrite(call) && call.ended < moment && (lastSync.get(identity(call.path)) ?? -1) < call.ended,
  );
}
