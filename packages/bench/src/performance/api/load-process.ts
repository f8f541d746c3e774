import { connect } from "node:net";
import { percentile } from "../statistics.js";
import type { Load, LoadOutcome } from "./send-load.js";

/**
 * Asks one path over kept connections, the next request of each when its answer is there, and tells what came of it. On bare sockets,
 * because a client that costs as much as the server would hide it on a machine with two cores.
 */
process.once("message", (load: Load) => {
  void run(load).then((outcome) => process.send?.(outcome, () => process.exit()));
});

interface State {
  endsAtMs: number;
  times: number[];
  failures: Map<string, number>;
  bytes: number;
}

async function run(load: Load): Promise<LoadOutcome> {
  const startedAtMs = performance.now();
  const state: State = { endsAtMs: startedAtMs + load.seconds * 1_000, times: [], failures: new Map(), bytes: 0 };
  await Promise.all(Array.from({ length: load.connections }, () => runConnection(load, state)));
  return {
    requests: state.times.length,
    seconds: (performance.now() - startedAtMs) / 1_000,
    medianMs: percentile(state.times, 0.5),
    p99Ms: percentile(state.times, 0.99),
    bytesPerAnswer: state.bytes / state.times.length,
    failures: [...state.failures].map(([reason, count]) => `${reason} (${count} times)`),
  };
}

function runConnection({ port, path, headers }: Load, state: State): Promise<void> {
  const lines = Object.entries({ Host: "127.0.0.1", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`, "latin1");
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let sentAtMs = 0;
    let received = Buffer.alloc(0);
    const next = () => {
      sentAtMs = performance.now();
      if (sentAtMs < state.endsAtMs) socket.write(request);
      else socket.destroy();
    };
    const fail = (reason: string) => {
      state.failures.set(reason, (state.failures.get(reason) ?? 0) + 1);
      socket.destroy();
    };
    socket.on("connect", next);
    socket.on("data", (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answer = parseAnswer(received);
      if (answer === "partial") return;
      if (answer.status !== 200 || answer.bytes !== received.length) return fail(`answered ${answer.status}`);
      state.times.push(performance.now() - sentAtMs);
      state.bytes += answer.bytes;
      received = Buffer.alloc(0);
      next();
    });
    socket.on("error", (error) => fail(error.message));
    socket.on("close", () => resolve());
  });
}

const endOfHead = Buffer.from("\r\n\r\n");

/** An answer that says its length, as all that are measured do. */
function parseAnswer(received: Buffer): "partial" | { status: number; bytes: number } {
  const headEnd = received.indexOf(endOfHead);
  if (headEnd === -1) return "partial";
  const head = received.toString("latin1", 0, headEnd);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1]);
  const bytes = headEnd + endOfHead.length + length;
  return received.length < bytes ? "partial" : { status: Number(head.slice(9, 12)), bytes };
}
