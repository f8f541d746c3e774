import { connect, type Socket } from "node:net";
import { AnswerReader, type ReadAnswer } from "./answer-reader.js";

/** A connection that carries one request at a time. */
export interface Connection {
  /** Sends a request; the answer goes to whoever opened the connections. */
  send(meantAtMs: number): void;
}

interface Listeners {
  onAnswer(connection: Connection, answer: ReadAnswer, meantAtMs: number): void;
  /** A connection that nobody closed is gone, or sent what cannot be read. */
  onFailure(why: string): void;
}

export interface Connections {
  all: readonly Connection[];
  close(): void;
}

/** Opens so many connections to a port of this machine, on which the requests are sent in turn, whichever of them is free. */
export async function openConnections(
  { port, count, requests }: { port: number; count: number; requests: readonly string[] },
  listeners: Listeners,
): Promise<Connections> {
  const bytes = requests.map((request) => Buffer.from(request));
  let sent = 0;
  let isClosed = false;
  const open = async (): Promise<{ socket: Socket; connection: Connection }> => {
    const socket = await connected(port);
    const reader = new AnswerReader();
    let sentFor: number | undefined;
    const connection = {
      send: (meantAtMs: number) => {
        sentFor = meantAtMs;
        socket.write(bytes[sent++ % bytes.length] ?? "");
      },
    };
    socket.on("data", (chunk) => {
      try {
        const answer = reader.read(chunk);
        if (answer === undefined) return;
        if (sentFor === undefined) throw new Error("an answer that nobody asked for");
        const meantAtMs = sentFor;
        sentFor = undefined;
        listeners.onAnswer(connection, answer, meantAtMs);
      } catch (error) {
        socket.destroy(error as Error);
      }
    });
    socket.on("error", ({ message }) => listeners.onFailure(message));
    socket.on("close", (hadError) => {
      if (!isClosed && !hadError) listeners.onFailure("the server closed a connection");
    });
    return { socket, connection };
  };
  const opened: Awaited<ReturnType<typeof open>>[] = [];
  // One after the other: what is measured is requests, not a rush of connections.
  for (let index = 0; index < count; index += 1) opened.push(await open());
  return {
    all: opened.map(({ connection }) => connection),
    close: () => {
      isClosed = true;
      for (const { socket } of opened) socket.destroy();
    },
  };
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => {
      socket.off("error", reject);
      resolve(socket);
    });
    socket.once("error", reject);
  });
}
