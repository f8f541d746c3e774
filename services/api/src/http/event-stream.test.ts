import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Response } from "express";
import { afterEach, describe, expect, it } from "vitest";
import { EventStream, type EventStreamOptions } from "./event-stream.js";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** One client of a stream that the test feeds. */
async function connect(options: Partial<EventStreamOptions> = {}) {
  const app = express();
  const opened = new Promise<EventStream>((resolve) => {
    app.get("/", (_request, response) => {
      resolve(new EventStream(response, { bufferBytesMax: 100_000, heartbeatMs: 60_000, ...options }));
    });
  });
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const asked = request({ port: (server.address() as AddressInfo).port, host: "127.0.0.1" }).end();
  closers.push(
    () => server.closeAllConnections(),
    () => server.close(),
    () => asked.destroy(),
  );
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  return { stream: await opened, response, asked };
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(chunk)).on("error", () => undefined);
  response.resume();
  await once(response, "close");
  return Buffer.concat(chunks).toString("utf8");
}

describe("an event stream", () => {
  it("sends events with ids and types, a line break in a text escaped", async () => {
    const { stream, response } = await connect();
    stream.send({ id: "7", event: "start", data: { text: "two\nlines" } });
    stream.send({ data: { ü: 1 } });
    stream.end();
    stream.send({ data: { late: true } });
    expect(response.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "x-accel-buffering": "no",
    });
    expect(await read(response)).toBe('id: 7\nevent: start\ndata: {"text":"two\\nlines"}\n\ndata: {"ü":1}\n\n');
    expect(stream.over.aborted).toBe(true);
  });

  it("says that it lives", async () => {
    const { response } = await connect({ heartbeatMs: 5 });
    const [chunk] = (await once(response, "data")) as [Buffer];
    expect(chunk.toString()).toContain(": heartbeat\n\n");
  });

  it("is over when the client leaves", async () => {
    const { stream, asked } = await connect();
    asked.destroy();
    await once(stream.over, "abort");
    await stream.read();
    stream.send({ data: {} });
  });

  it("is over at once when the client has left before it", async () => {
    const app = express();
    const left = new Promise<Response>((resolve) => {
      app.get("/", (_request, response) => void response.on("close", () => resolve(response)));
    });
    const server = app.listen(0, "127.0.0.1");
    await once(server, "listening");
    const arrived = once(server, "request");
    const asked = request({ port: (server.address() as AddressInfo).port, host: "127.0.0.1" }).end();
    asked.on("error", () => undefined);
    await arrived;
    asked.destroy();
    const stream = new EventStream(await left, { bufferBytesMax: 100_000, heartbeatMs: 60_000 });
    expect(stream.over.aborted).toBe(true);
    server.close();
  });

  it("cuts a client that does not read, and tells it why", async () => {
    const { stream, response } = await connect();
    response.pause();
    for (let count = 0; count < 100_000 && !stream.over.aborted; count += 1) {
      stream.send({ id: String(count), data: { text: "x".repeat(10_000) } });
      // The kernel takes some megabytes before the rest waits here.
      if (count % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(stream.over.aborted).toBe(true);
    expect(await read(response)).toMatch(/event: error\ndata: \{"code":"too-slow",.*\}\n\n$/);
  });

  it("waits for a client that reads slowly", async () => {
    const { stream, response } = await connect({ bufferBytesMax: 50_000_000 });
    response.pause();
    for (let count = 0; count < 2_000; count += 1) stream.send({ data: { text: "x".repeat(10_000) } });
    let hasRead = false;
    const reading = stream.read().then(() => {
      hasRead = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(hasRead).toBe(false);
    response.resume();
    await reading;
    expect(stream.over.aborted).toBe(false);
  });
});
