import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import type { Product } from "@statwire/running-product";

/** A connection to the product's Redis that is told what it answers, line by line, as it comes. */
export interface RedisLines {
  /** Sends one command; none of its words may hold white space. */
  send(command: string): void;
  close(): void;
}

/** Opens one, signed in. `onLine` gets each line of the protocol (RESP 2), among them those of published messages. */
export async function openRedisLines(
  { dataDir, ports }: Pick<Product, "dataDir" | "ports">,
  onLine: (line: string) => void,
): Promise<RedisLines> {
  const password = readFileSync(join(dataDir, "secrets/redis-password"), "utf8").trim();
  const socket = await open(ports.redis);
  let rest = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  const send = (command: string) => void socket.write(`${command}\r\n`);
  send(`AUTH ${password}`);
  return { send, close: () => socket.destroy() };
}

/** Sends one command and answers the last line of what it is answered. @throws when Redis refuses it. */
export async function askRedis(product: Pick<Product, "dataDir" | "ports">, command: string): Promise<string> {
  const lines: string[] = [];
  let settle: { resolve(line: string): void; reject(error: Error): void } | undefined;
  const answered = new Promise<string>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const client = await openRedisLines(product, (line) => {
    if (line.startsWith("-")) settle?.reject(new Error(`redis: ${line.slice(1)}`));
    lines.push(line);
    // The first is that of AUTH; a bulk string has its length on a line before it.
    const [, first, second] = lines;
    if (first === undefined) return;
    if (!first.startsWith("$") || first === "$-1") settle?.resolve(first === "$-1" ? "" : first.slice(1));
    else if (second !== undefined) settle?.resolve(second);
  });
  try {
    client.send(command);
    return await answered;
  } finally {
    client.close();
  }
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port }, () => resolve(socket));
    socket.setNoDelay(true);
    socket.once("error", reject);
  });
}
