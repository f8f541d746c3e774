import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestTls } from "node:https";

export interface HttpGet {
  /** http or https; a user and a password in it are sent as Basic authentication. */
  base: string;
  /** Path and query below the base's own path: `/api/v1/info`. */
  path: string;
  /** For the whole answer, however slowly it drips. */
  timeoutMs: number;
  bytesMax: number;
}

/**
 * Body of an answer 200. Goes to no other host than the base's: redirects are not followed.
 * @throws Error that says what is wrong, without the credentials.
 */
export async function getText({ base, path, timeoutMs, bytesMax }: HttpGet): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await send(base, path, signal);
    try {
      if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode}${hint(response.statusCode)}`);
      return await readBody(response, bytesMax);
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (signal.aborted) throw new Error(`no answer within ${timeoutMs} ms`);
    throw plainError(error);
  }
}

function send(base: string, path: string, signal: AbortSignal): Promise<IncomingMessage> {
  const url = new URL(base);
  const auth =
    url.username === "" ? {} : { auth: `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` };
  const request = url.protocol === "https:" ? requestTls : requestPlain;
  return new Promise((resolve, reject) => {
    request({
      ...auth,
      // A URL writes an address of IPv6 in brackets, a connection takes it without.
      hostname: url.hostname.replace(/^\[(.*)\]$/, "$1"),
      port: url.port,
      path: `${url.pathname.replace(/\/+$/, "")}${path}`,
      headers: { accept: "text/plain, application/json" },
      // One connection an answer: Netdata closes it anyway, and none is left open when it has gone.
      agent: false,
      signal,
    })
      .once("response", resolve)
      // Not once: what comes after the first error must not end the process.
      .on("error", reject)
      .end();
  });
}

async function readBody(response: IncomingMessage, bytesMax: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new Error(`the answer is longer than ${bytesMax} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function hint(status: number | undefined): string {
  return status !== undefined && status >= 300 && status < 400 ? " (redirects are not followed)" : "";
}

/** A name with several addresses fails with one error for all of them, whose own message is empty. */
function plainError(error: unknown): Error {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first : new Error(String(first));
}
