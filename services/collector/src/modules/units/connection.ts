import { connect, type Socket } from "node:net";
import { type Call, decodeMessage, encodeCall, messageLength, type Received } from "./message.js";
import type { Value } from "./wire.js";

export interface ConnectOptions {
  path: string;
  /** User number to authenticate as: that of this process. */
  uid: number;
  /** A bus wants to be greeted and told whom a call is for; systemd's private socket leads to systemd itself. */
  bus: boolean;
  /** Everything has to be over by then. */
  deadlineMs: number;
}

export interface Connection {
  /** Rejects with the name of the error that the other side answered with. */
  call(call: Call): Promise<Value[]>;
  close(): void;
}

const greetingBytesMax = 4096;

/** Connects to a D-Bus socket as a user (SASL EXTERNAL). @throws Error when that does not come about by the deadline. */
export async function openConnection({ path, uid, bus, deadlineMs }: ConnectOptions): Promise<Connection> {
  const socket = connect({ path });
  const peer = new Peer(socket);
  const timer = setTimeout(() => peer.fail(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs);
  const close = () => {
    clearTimeout(timer);
    socket.destroy();
  };
  try {
    await peer.authenticate(uid);
    if (bus) await peer.call(hello);
  } catch (error) {
    close();
    throw error;
  }
  return { call: (call) => peer.call(call), close };
}

const hello: Call = {
  path: "/org/freedesktop/DBus",
  interface: "org.freedesktop.DBus",
  member: "Hello",
  destination: "org.freedesktop.DBus",
};

interface Waiting {
  resolve(body: Value[]): void;
  reject(error: Error): void;
}

/** The other end of a socket: first lines of text, then messages. */
class Peer {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #pending: Buffer = Buffer.alloc(0);
  #serial = 0;
  #failure: Error | undefined;
  #onGreeting: Waiting | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (bytes: Buffer) => {
      try {
        this.#receive(bytes);
      } catch (error) {
        this.fail(error instanceof Error ? error : new Error(String(error)));
      }
    });
    socket.on("error", (error) => this.fail(error));
    socket.on("close", () => this.fail(new Error("the connection was closed")));
  }

  fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of [...this.#waiting.values(), ...(this.#onGreeting ? [this.#onGreeting] : [])])
      reject(error);
    this.#waiting.clear();
    this.#onGreeting = undefined;
    this.#socket.destroy();
  }

  async authenticate(uid: number): Promise<void> {
    const greeted = new Promise<Value[]>((resolve, reject) => {
      this.#onGreeting = { resolve, reject };
    });
    // The user number in decimal digits, each as two hexadecimal ones.
    this.#socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(uid)).toString("hex")}\r\n`);
    await greeted;
    this.#socket.write("BEGIN\r\n");
  }

  call(call: Call): Promise<Value[]> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    this.#serial += 1;
    const serial = this.#serial;
    const answer = new Promise<Value[]>((resolve, reject) => this.#waiting.set(serial, { resolve, reject }));
    this.#socket.write(encodeCall(serial, call));
    return answer;
  }

  #receive(bytes: Buffer): void {
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    if (this.#onGreeting !== undefined) this.#receiveGreeting(this.#onGreeting);
    else this.#receiveMessages();
  }

  #receiveGreeting(greeting: Waiting): void {
    const end = this.#pending.indexOf("\r\n");
    if (end < 0) {
      if (this.#pending.length > greetingBytesMax) throw new Error("d-bus: an endless greeting");
      return;
    }
    const line = this.#pending.toString("latin1", 0, end);
    this.#pending = this.#pending.subarray(end + 2);
    if (!line.startsWith("OK ")) throw new Error(`d-bus: authentication refused (${line.slice(0, 60)})`);
    this.#onGreeting = undefined;
    greeting.resolve([]);
    // Nobody speaks before it is asked, but what comes with the greeting is judged now.
    this.#receiveMessages();
  }

  #receiveMessages(): void {
    for (;;) {
      const length = messageLength(this.#pending);
      if (length === undefined || this.#pending.length < length) return;
      const message = Buffer.from(this.#pending.subarray(0, length));
      this.#pending = this.#pending.subarray(length);
      this.#settle(decodeMessage(message));
    }
  }

  #settle({ replyTo, error, body }: Received): void {
    const waiting = replyTo === undefined ? undefined : this.#waiting.get(replyTo);
    if (replyTo === undefined || waiting === undefined) return;
    this.#waiting.delete(replyTo);
    if (error === undefined) waiting.resolve(body);
    else waiting.reject(new Error(error));
  }
}
