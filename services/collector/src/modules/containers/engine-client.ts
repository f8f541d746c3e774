import { get } from "node:http";

const bodyBytesMax = 16 * 1024 ** 2;

export type EngineAnswer =
  | { ok: true; json: unknown }
  /** `unreachable`: nobody listens, or this user may not connect. */
  | { ok: false; unreachable: boolean; reason: string };

/** Errors that mean that there is no engine for us here, rather than that it is ill. */
const unreachableCodes = new Set(["ENOENT", "ECONNREFUSED", "EACCES", "EPERM", "ENOTSOCK", "ENOTDIR"]);

export type AskEngine = (socketPath: string, path: string) => Promise<EngineAnswer>;

/** A function that asks an engine over its socket with GET, the only thing it ever does, within `answerMs`. */
export function openEngineClient(answerMs: number): AskEngine {
  return (socketPath, path) =>
    new Promise((resolve) => {
      const signal = AbortSignal.timeout(answerMs);
      const fail = (reason: string, unreachable = false) => resolve({ ok: false, unreachable, reason });
      const request = get({ socketPath, path, host: "localhost", agent: false, signal }, (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          bytes += chunk.length;
          if (bytes > bodyBytesMax) request.destroy(new Error(`an answer of more than ${bodyBytesMax} bytes`));
        });
        response.on("error", (error) => fail(error.message));
        response.on("end", () => {
          if (response.statusCode !== 200) return fail(`status ${response.statusCode}`);
          try {
            resolve({ ok: true, json: JSON.parse(Buffer.concat(chunks).toString("utf8")) });
          } catch {
            fail("the answer is not JSON");
          }
        });
      });
      request.on("error", (error: NodeJS.ErrnoException) => {
        if (signal.aborted) return fail(`no answer within ${answerMs} ms`);
        fail(error.message, unreachableCodes.has(error.code ?? ""));
      });
    });
}
