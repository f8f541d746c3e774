import type { RequestListener } from "node:http";
import express, { type Express } from "express";
import { expect, it } from "vitest";
import { listenHttp, portOf } from "./listeners.js";
import { type MessageClasses, ownMessages } from "./messages.js";

/** An application that tells what it sees of a request, in front of which a listener notes whether the messages are its own already. */
function tellingApp(): { app: Express; handle: RequestListener; wereOwn: boolean[] } {
  const app = express();
  const wereOwn: boolean[] = [];
  app.get("/nodes/:node", (request, response) => {
    const { params, query, path, originalUrl, baseUrl } = request;
    const isOfApp = request.app === app && response.app === app && request.res === response && response.req === request;
    response.json({ params, query, path, originalUrl, baseUrl, isOfApp, agent: request.get("user-agent") });
  });
  const handle: RequestListener = (request, response) => {
    const isOwn = (message: object, own: object) => Object.getPrototypeOf(message) === own;
    wereOwn.push(isOwn(request, app.request) && isOwn(response, app.response));
    app(request, response);
  };
  return { app, handle, wereOwn };
}

async function ask(handle: RequestListener, messages: MessageClasses | undefined, path: string) {
  const server = await listenHttp({ handle, messages }, { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" });
  try {
    const url = `http://127.0.0.1:${portOf(server)}${path}`;
    const response = await fetch(url, { headers: { "User-Agent": "test" } });
    const { date: _, ...headers } = Object.fromEntries(response.headers);
    return { status: response.status, headers, text: await response.text() };
  } finally {
    server.close();
  }
}

it.each(["/nodes/web-1?at=now", "/nowhere"])(
  "an application answers %s the same with messages of its own",
  async (path) => {
    const [plain, own] = [tellingApp(), tellingApp()];
    const messages = ownMessages(own.app);
    const answers = [await ask(plain.handle, undefined, path), await ask(own.handle, messages, path)];
    expect(answers[1]).toEqual(answers[0]);
    expect([plain.wereOwn, own.wereOwn]).toEqual([[false], [true]]);
  },
);

it("an application that has messages of its own takes those of Node, too", async () => {
  const { app, handle, wereOwn } = tellingApp();
  ownMessages(app);
  const { text } = await ask(handle, undefined, "/nodes/web-1");
  expect(JSON.parse(text)).toMatchObject({ params: { node: "web-1" }, isOfApp: true });
  expect(wereOwn).toEqual([false]);
});

it("applications share no messages", () => {
  const [one, other] = [express(), express()];
  const classes = [ownMessages(one), ownMessages(other)];
  expect(classes[0]?.IncomingMessage).not.toBe(classes[1]?.IncomingMessage);
  expect([one.request.app, one.response.app, other.request.app]).toEqual([one, one, other]);
});
