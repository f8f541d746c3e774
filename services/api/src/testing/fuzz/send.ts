import { Agent, request } from "node:http";
import type { FuzzRequest } from "./requests.js";

/** What came of a request: an answer, or why there was none. */
export type Reply = { ok: true; answer: FuzzAnswer } | { ok: false; reason: string; tookMs: number };

export interface FuzzAnswer {
  status: number;
  /** Media type, without parameters. */
  type: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The beginning of a stream, which has no end. */
  text: string;
  tookMs: number;
}

/** After this long without an answer a request hangs. */
export const hangMs = 5_000;
const answerBytesMax = 16 * 1024 ** 2;

/** Sends requests to one server over a few connections that are kept. */
export function createSender(
  url: string,
  connections: number,
): { send(one: FuzzRequest): Promise<Reply>; close(): void } {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send: (one) => send(one, { hostname, port, agent }),
    close: () => agent.destroy(),
  };
}

function send(one: FuzzRequest, place: { hostname: string; port: string; agent: Agent }): Promise<Reply> {
  const started = performance.now();
  const tookMs = () => Math.round(performance.now() - started);
  return new Promise((settle) => {
    const fail = (reason: string) => settle({ ok: false, reason, tookMs: tookMs() });
    const headers = { ...one.headers, ...(one.body === undefined ? {} : { "Content-Length": one.body.length }) };
    // The parser of answers has the same limit as the server: what is said back of a long request is longer still.
    const options = { ...place, method: one.operation.method, path: one.target, headers, maxHeaderSize: 64 * 1024 };
    const call = request(options, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      const type = (response.headers["content-type"] ?? "").split(";", 1)[0] ?? "";
      const done = () => {
        clearTimeout(timer);
        const text = Buffer.concat(chunks).toString("utf8");
        settle({
          ok: true,
          answer: { status: response.statusCode ?? 0, type, headers: response.headers, text, tookMs: tookMs() },
        });
      };
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > answerBytesMax) call.destroy(new Error(`an answer of more than ${answerBytesMax} bytes`));
      });
      response.once("end", done);
      response.on("error", (error) => fail(`the answer broke off: ${error.message}`));
      if (type === "text/event-stream") {
        done();
        call.destroy();
      }
    });
    const timer = setTimeout(() => call.destroy(new Error(`no answer within ${hangMs} ms`)), hangMs);
    call.on("error", (error) => {
      clearTimeout(timer);
      fail(error.message);
    });
    call.end(one.body);
  });
}
