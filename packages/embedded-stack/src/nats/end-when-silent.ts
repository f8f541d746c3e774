import { readFileSync } from "node:fs";
import { connect, credsAuthenticator, errors } from "@nats-io/transport-node";
import { sleep } from "@statwire/runtime";
import type { NatsServer } from "./server.js";

export interface SilenceLimits {
  /** Between two questions. */
  everyMs: number;
  /** Without an answer for so long it is silent. */
  silenceMs: number;
}

/** A server that is merely busy answers within this. */
const limits: SilenceLimits = { everyMs: 2_000, silenceMs: 15_000 };
/** So many questions without an answer: after one this process may itself have been stopped, and not have heard what was said. */
const unansweredMin = 3;
/** Answering takes the lock of the stream, which is what hangs. */
const question = "$JS.API.STREAM.INFO.TELEMETRY";

/**
 * Kills a server that runs and does not answer for its streams any more, so that whoever watches its process starts it
 * again: nats-server 2.9 stays locked for good after a write that found the disk full. What it acknowledged is in its
 * files. Any other failure says nothing about the server, is said once, and lets it live: it may be full of connections, not
 * know our credential, or we have no descriptor left. Resolves when the process has ended.
 */
export async function endWhenSilent(
  { process: running, url, credentialsFile }: Pick<NatsServer, "process" | "url" | "credentialsFile">,
  tell: (line: string) => void,
  { everyMs, silenceMs }: SilenceLimits = limits,
): Promise<void> {
  const ended = new AbortController();
  void running.exited.then(() => ended.abort());
  let answeredAtMs = performance.now();
  let unanswered = 0;
  let trouble: string | undefined;
  while (!ended.signal.aborted) {
    await sleep(everyMs, ended.signal);
    if (ended.signal.aborted) return;
    try {
      await ask(url, credentialsFile("ingester"), silenceMs / unansweredMin);
      answeredAtMs = performance.now();
      unanswered = 0;
      trouble = undefined;
    } catch (error) {
      if (!isSilence(error)) {
        answeredAtMs = performance.now();
        unanswered = 0;
        const { message } = error as Error;
        if (message !== trouble) tell(`${running.name} cannot be asked whether it is well: ${message}`);
        trouble = message;
        continue;
      }
      unanswered += 1;
      if (unanswered < unansweredMin || performance.now() - answeredAtMs < silenceMs || ended.signal.aborted) continue;
      tell(`${running.name} runs, and has not answered for ${Math.round(silenceMs / 1000)} s: it is killed`);
      running.kill("SIGKILL");
      await running.exited;
    }
  }
}

/** No answer in time, or nobody there any more who knows of streams: the server has given them up, and takes them on when it starts. */
function isSilence(error: unknown): boolean {
  if (error instanceof errors.TimeoutError || error instanceof errors.NoRespondersError) return true;
  return error instanceof Error && error.cause !== undefined && isSilence(error.cause);
}

/** Any answer counts, that there is no such stream as well. */
async function ask(url: string, credentials: string, timeoutMs: number): Promise<void> {
  const connection = await connect({
    servers: url,
    authenticator: credsAuthenticator(new Uint8Array(readFileSync(credentials))),
    inboxPrefix: "_INBOX_ingester",
    reconnect: false,
    timeout: timeoutMs,
  });
  try {
    await connection.request(question, "", { timeout: timeoutMs });
  } finally {
    // A drained one would wait for the server.
    await connection.close();
  }
}
