import { isWrite, type TracedCall, unsynchronized } from "./disk-trace.js";

/** A message that nats-server has acknowledged, and what of it the disk lacked when the answer was sent. */
export interface LogAcknowledgement {
  stream: string;
  sequence: number;
  /** Of the stream, in which the message had been written by then. */
  file: string | undefined;
  /** Files of the stream with bytes of this message, or of one before it, that had not been waited for. */
  unsafeFiles: string[];
}

/** Every acknowledgement of a publish in the trace of a nats-server, in the order in which they were sent. */
export function logAcknowledgements(calls: readonly TracedCall[]): LogAcknowledgement[] {
  const written = new Map<TracedCall, WrittenMessage>();
  for (const call of calls) {
    const message = isWrite(call) ? writtenMessage(call) : undefined;
    if (message !== undefined) written.set(call, message);
  }
  return calls.filter(isSentToSocket).flatMap((call) =>
    acknowledgedIn(call).map(({ stream, sequence }) => {
      const isIt = (one: WrittenMessage) => one.stream === stream && one.sequence === sequence;
      const [writing] = [...written].find(([{ ended }, one]) => isIt(one) && ended < call.begun) ?? [];
      const ofStream = calls.filter(({ path }) => streamOf(path) === stream);
      const unsafe = unsynchronized(ofStream, call.begun).filter(
        (one) => (written.get(one)?.sequence ?? 0) <= sequence,
      );
      return {
        stream,
        sequence,
        file: writing?.path,
        unsafeFiles: [...new Set(unsafe.map(({ path }) => path))],
      };
    }),
  );
}

interface WrittenMessage {
  stream: string;
  sequence: number;
}

/** Messages are kept in blocks: a file for some thousand of them. */
function streamOf(path: string): string | undefined {
  return /\/streams\/([^/]+)\/msgs\/\d+\.blk$/.exec(path)?.[1];
}

function isSentToSocket({ name, path }: TracedCall): boolean {
  return /^(write|writev|sendto)$/.test(name) && path.startsWith("socket:");
}

/** One write may answer several publishers. */
function acknowledgedIn({ text }: TracedCall): { stream: string; sequence: number }[] {
  const answers = text.matchAll(/\{\\"stream\\":\\"(\w+)\\",(?: \\"domain\\":\\"\w+\\",)? \\"seq\\":(\d+)\}/g);
  return [...answers].map(([, stream = "", sequence]) => ({ stream, sequence: Number(sequence) }));
}

/** The first message of a write into a block: a record is its length (4 bytes), its sequence (8) and so on, little endian. */
function writtenMessage({ path, text }: TracedCall): WrittenMessage | undefined {
  const stream = streamOf(path);
  const [, escaped] = /"((?:[^"\\]|\\.)*)"/s.exec(text.slice(text.indexOf(">"))) ?? [];
  if (stream === undefined || escaped === undefined) return undefined;
  const record = unescaped(escaped);
  return record.length < 12 ? undefined : { stream, sequence: Number(record.readBigUInt64LE(4)) };
}

const escapes: Record<string, number> = { n: 10, t: 9, r: 13, v: 11, f: 12, '"': 34, "\\": 92 };

/** The bytes of a text as strace prints it. */
function unescaped(text: string): Buffer {
  const bytes = [...text.matchAll(/\\([0-7]{1,3})|\\(.)|([^\\])/gs)].map(([, octal, letter, plain = ""]) => {
    if (octal !== undefined) return Number.parseInt(octal, 8);
    return letter === undefined ? plain.charCodeAt(0) : (escapes[letter] ?? 0);
  });
  return Buffer.from(bytes);
}
