import { get, request as send } from "node:http";
import express, { type ErrorRequestHandler, type Request, type RequestHandler, Router } from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listenHttp, portOf } from "../listeners.js";
import { inOrder } from "./in-order.js";
import { routeTree } from "./route-tree.js";
import { pastWhatIsLeft, straight } from "./straight.js";

const seen = { straight: [] as string[], plain: [] as string[] };
const closers: (() => void)[] = [];
const ports = { straight: 0, plain: 0 };

const tell: RequestHandler = (request, response) => {
  const { params, query, path, url, originalUrl, baseUrl, method } = request;
  const isWhole = request.res === response && response.req === request && response.locals.noted === true;
  response.json({ params, query, path, url, originalUrl, baseUrl, method, isWhole });
};

/** The same application twice, which notes what runs; of the one, requests go straight to their routes. */
function createHandler(notes: string[], goesStraight: boolean) {
  const router = Router({ caseSensitive: true, strict: true });
  const noting: RequestHandler = (request, response, next) => {
    notes.push(`noted ${request.url}`);
    response.locals.noted = true;
    response.setHeader("X-Noted", "yes");
    next();
  };
  router.get("/nodes/:node", tell);
  router.get("/elsewhere", tell);
  router.post("/nodes/:node", (_request, _response, next) => setImmediate(() => next(new Error("later"))));
  router.get("/throws", () => {
    throw new Error("at once");
  });
  router.get("/rejects", () => Promise.reject(new Error("rejected")));
  router.get("/leaves", (_request, _response, next) => next());
  router.get("/breaks", (_request, response, next) => {
    response.write("half");
    next(new Error("too late"));
  });
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("env", "test");
  app.use(pastWhatIsLeft(inOrder([noting, router])));
  app.use((request: Request, response) => void response.status(404).json({ nothingAt: request.originalUrl }));
  const renderErrors: ErrorRequestHandler = (error: Error, _request, response, next) => {
    notes.push(`failed ${error.message}`);
    if (response.headersSent) return next(error);
    response.status(500).json({ error: error.message });
  };
  app.use(renderErrors);
  return goesStraight
    ? straight(app, { routes: routeTree(router), before: [noting], isElsewhere: (path) => path === "/elsewhere" })
    : app;
}

beforeAll(async () => {
  for (const name of ["straight", "plain"] as const) {
    const handle = createHandler(seen[name], name === "straight");
    const server = await listenHttp({ handle }, { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" });
    ports[name] = portOf(server);
    closers.push(() => server.close());
  }
});
afterAll(() => {
  for (const close of closers) close();
});

/** As it is written: `fetch` tidies paths. */
function ask(port: number, method: string, path: string): Promise<object> {
  return new Promise((resolve) => {
    const asked = send({ port, host: "127.0.0.1", method, path, agent: false }, (response) => {
      let text = "";
      const { date: _, ...headers } = response.headers;
      const end = (how: string) => resolve({ status: response.statusCode, headers, text, how });
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("end", () => end("whole"));
      response.on("error", () => end("broken"));
    });
    asked.end();
  });
}

it.each([
  ...["GET /nodes/web-1", "GET /nodes/web-1?at=now&x=1", "GET /nodes/web-1?", "HEAD /nodes/web-1", "GET /elsewhere"],
  ...["GET /nodes/a%62", "GET /nodes/%zz", "GET /nodes/web-1/", "GET /nodes//", "GET //nodes/web-1", "GET /nodes"],
  ...["GET http://here/nodes/web-1", "GET /nodes/web-1#x", "GET /nodes/a?b#c", "GET /nodes/a;b", "GET /NODES/web-1"],
  ...["POST /nodes/web-1", "DELETE /nodes/web-1", "OPTIONS /nodes/web-1", "GET /throws", "GET /rejects"],
  ...["GET /leaves", "GET /leaves?x", "GET /breaks", "GET /", "GET /?x"],
])("%s is answered as by the whole application, after the same was done once", async (line) => {
  const [method = "", path = ""] = line.split(" ");
  seen.straight.length = 0;
  seen.plain.length = 0;
  expect(await ask(ports.straight, method, path)).toEqual(await ask(ports.plain, method, path));
  expect(seen.straight).toEqual(seen.plain);
  expect(seen.plain.filter((note) => note.startsWith("noted"))).toHaveLength(1);
});

it("goes straight, without the application, where the route is known", async () => {
  const app = Object.assign(express(), { handle: () => expect.unreachable() });
  const router = Router({ caseSensitive: true, strict: true });
  router.get("/nodes/:node", tell);
  const handle = straight(app, { routes: routeTree(router), before: [], isElsewhere: () => false });
  const server = await listenHttp({ handle }, { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" });
  closers.push(() => server.close());
  const status = await new Promise((resolve) => {
    get({ port: portOf(server), host: "127.0.0.1", path: "/nodes/a", agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
  });
  expect(status).toBe(200);
});
