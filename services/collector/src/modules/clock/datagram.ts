import { createSocket } from "node:dgram";
import { isIPv6 } from "node:net";

export interface Exchange {
  address: string;
  port: number;
  request: Uint8Array;
  answerMs: number;
  /** For the times of sending and receiving; Unix milliseconds. */
  nowMs?(): number;
}

export type Answer =
  | { ok: true; bytes: Buffer; sentAtMs: number; receivedAtMs: number }
  | { ok: false; reason: string };

/**
 * Sends one datagram and waits for one from the same address. That nobody listens is known at once on this host, because
 * the socket is connected; elsewhere it takes `answerMs`. Never throws.
 */
export function exchange({ address, port, request, answerMs, nowMs = () => 0 }: Exchange): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = createSocket(isIPv6(address) ? "udp6" : "udp4");
    let sentAtMs = 0;
    const finish = (answer: Answer) => {
      clearTimeout(timer);
      socket.removeAllListeners();
      // What still comes is nobody's.
      socket.on("error", () => {});
      socket.close();
      resolve(answer);
    };
    const fail = (reason: string) => finish({ ok: false, reason });
    const timer = setTimeout(() => fail(`no answer within ${answerMs} ms`), answerMs);
    socket.once("error", (error) => fail(error.message));
    socket.once("message", (bytes) => finish({ ok: true, bytes, sentAtMs, receivedAtMs: nowMs() }));
    socket.connect(port, address, () => {
      sentAtMs = nowMs();
      socket.send(request);
    });
  });
}
