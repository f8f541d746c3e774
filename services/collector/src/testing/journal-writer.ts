import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { requirePrograms } from "@statwire/embedded-stack";

export interface WrittenEntry {
  MESSAGE: string | Buffer;
  PRIORITY?: string;
  _SYSTEMD_UNIT?: string;
  SYSLOG_IDENTIFIER?: string;
  _BOOT_ID?: string;
}

/** Writes a real journal file, entry by entry, without a systemd that runs. */
export class JournalWriter {
  readonly folder: string;
  readonly #child: ChildProcess;
  #entries = 0;

  private constructor(folder: string, binary: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#child = spawn(binary, ["-o", join(folder, "test.journal"), "-"], { stdio: ["pipe", "ignore", "ignore"] });
  }

  static async start(folder: string): Promise<JournalWriter> {
    const name = "systemd-journal-remote";
    const programs = await requirePrograms([name, "journalctl"], { path: process.env.PATH, tell: () => undefined });
    return new JournalWriter(folder, programs[name] ?? name);
  }

  /** Unix milliseconds of the entry that was written as the n-th. */
  timeOf(entry: number): number {
    return 1_790_000_000_000 + entry;
  }

  write(entry: WrittenEntry): void {
    this.#entries += 1;
    const fields = {
      __REALTIME_TIMESTAMP: String(this.timeOf(this.#entries) * 1000),
      __MONOTONIC_TIMESTAMP: String(1000 + this.#entries),
      _BOOT_ID: "0123456789abcdef0123456789abcdef",
      ...entry,
    };
    this.#child.stdin?.write(Buffer.concat([...Object.entries(fields).map(toField), Buffer.from("\n")]));
  }

  async stop(): Promise<void> {
    const exit = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.stdin?.end();
    await exit;
  }
}

/** systemd's export format: a value that is more than plain text follows its length (64 bits, little endian). */
function toField([name, value]: [string, string | Buffer]): Buffer {
  const bytes = Buffer.from(value);
  if (!bytes.includes("\n") && bytes.every((byte) => byte >= 0x20 && byte < 0x7f))
    return Buffer.from(`${name}=${value}\n`);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  return Buffer.concat([Buffer.from(`${name}\n`), length, bytes, Buffer.from("\n")]);
}
