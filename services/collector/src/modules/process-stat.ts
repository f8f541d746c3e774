/** One process, from /proc/<pid>/stat. */
export interface ProcessStat {
  pid: number;
  command: string;
  /** One letter, see proc_pid_stat(5). */
  state: string;
  threads: number;
  /** Processor time in user and kernel mode, in ticks of a hundredth of a second. */
  ticks: number;
  residentPages: number;
  virtualBytes: number;
  /** Counters since the process started; page faults include the major ones, which needed a disk. */
  pageFaults: number;
  majorPageFaults: number;
  /** Ticks after the host started; with the pid it tells a process from a later one of the same number. */
  startTicks: number;
}

/**
 * Parses one line. The command stands in parentheses and may itself hold spaces and parentheses, so the fields are
 * counted from the last one. @throws Error when a field is missing.
 */
export function parseProcessStat(text: string): ProcessStat {
  const open = text.indexOf("(");
  const close = text.lastIndexOf(")");
  const fields = text.slice(close + 2).split(" ", 22);
  // Numbered as in proc_pid_stat(5), where the state is field 3.
  const field = (number: number) => Number(fields[number - 3]);
  const stat = {
    pid: Number.parseInt(text, 10),
    command: Buffer.from(text.slice(open + 1, close), "latin1").toString("utf8"),
    state: fields[0] ?? "",
    threads: field(20),
    ticks: field(14) + field(15),
    residentPages: field(24),
    virtualBytes: field(23),
    pageFaults: field(10) + field(12),
    majorPageFaults: field(12),
    startTicks: field(22),
  };
  if (
    open < 0 ||
    close < open ||
    Number.isNaN(stat.pid + stat.ticks + stat.threads + stat.residentPages + stat.startTicks + stat.pageFaults)
  ) {
    throw new Error(`process stat: cannot read "${text.slice(0, 60)}"`);
  }
  return stat;
}
