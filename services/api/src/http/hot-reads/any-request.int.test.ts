import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ageless } from "../../testing/compared-answers.js";
import { createHotAndPlain, type HotAndPlain } from "../../testing/hot-and-plain.js";
import { testKey } from "../../testing/test-api.js";

const stoodAtMs = Date.now();
let both: HotAndPlain;

beforeAll(async () => {
  both = await createHotAndPlain({ now: () => stoodAtMs });
});

afterAll(() => both.close());

const path = fc.constantFrom(
  ...words("/stats /stats/cpu /stats/memory /stats/network /stats/history /stats/node /health /Stats /stats/CPU"),
  ...words("/status /cron_tasks /metrics/cpu_usage /metrics/constructor /metrics/__proto__"),
  ...words("/api/v2/nodes/web-1 /api/v2/nodes/__proto__ /api/v2/nodes/. /api/v1/server/list /api/v1/server/details"),
);
const suffix = fc.constantFrom(
  ...[
    "",
    "",
    "",
    ...words("? ?? / // #x ;x ?x %00 %zz \\ ?node=web-1 ?node= ?node ?node=web%2D1 ?node=nobody ?NODE=web-1"),
  ],
  ...words("?node=web-1& ?node=web-1&node=nobody ?node[]=web-1 ?node=web-1#x ?node=__proto__ ?interface=lo ?limit=1"),
  ...["?limit=1&limit=x", `?node=${"a".repeat(201)}`, `?${"a=&".repeat(1_100)}`],
);
const target = fc
  .tuple(fc.constantFrom("", "", "", "/", "http://elsewhere", "/."), path, suffix)
  .map((parts) => parts.join(""));
const credential = fc.constantFrom(
  ...[`X-API-Key: ${testKey}`, `x-api-key:${testKey}  `, `X-API-Key: ${testKey}\r\nX-API-Key: ${testKey}`],
  ...["X-API-Key: ", `X-API-Key: ${testKey}é`, "X-API-Key: wrong", `Authorization: ${testKey}`, "Authorization: wrong"],
  ...[`Authorization: Bearer ${testKey}`, `Authorization: ${testKey}\r\nAuthorization: wrong`, "X-Nothing: 1"],
  ...[`X-API-Key: ${testKey}\r\nAuthorization: ${testKey}`],
);
const further = fc.constantFrom(
  ...["If-None-Match: *", "If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT", "If-Match: *", "Range: bytes=0-3"],
  ...["Accept: application/xml", "Accept-Encoding: gzip", "Origin: https://a.example", "Cookie: statwire_session=x"],
  ...["Expect: 100-continue", "X-Workspace: other", "X-HTTP-Method-Override: DELETE", "X-Forwarded-For: 192.0.2.9"],
  ...[
    "X-Request-Id: mine",
    "X-Request-Id: not mine",
    "X-Request-Id: a\r\nX-Request-Id: b",
    `X-Request-Id: ${"a".repeat(129)}`,
  ],
  ...["Connection: close", "Connection: keep-alive", "Cache-Control: no-cache", "Accept: ", "TE: trailers"],
);
/** How the head ends, and what is behind it. */
const end = fc.constantFrom(
  ...["", "", "", "Content-Length: 0\r\n", "Content-Type: application/json\r\n"].map((line) => `${line}\r\n`),
  ...["Content-Length: 5\r\n\r\nhello", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
);
const request = fc
  .record({
    start: fc.tuple(fc.constantFrom("GET", "GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "DELETE"), target),
    version: fc.constantFrom("1.1", "1.1", "1.1", "1.0"),
    headers: fc.tuple(credential, fc.uniqueArray(further, { maxLength: 3 })),
    end,
  })
  .map(({ start, version, headers: [one, more], end }) => {
    return `${start.join(" ")} HTTP/${version}\r\nHost: a\r\n${[one, ...more].join("\r\n")}\r\n${end}`;
  });

it("whatever is asked, it is answered as Express answers it", async () => {
  await fc.assert(
    fc.asyncProperty(request, async (text) => {
      const [mine, theirs] = [await answerOf(both.hot.url, text), await answerOf(both.plain.url, text)];
      expect(mine).toEqual(theirs);
    }),
    { numRuns: 500 },
  );
});

function words(text: string): string[] {
  return text.split(" ");
}

/** All that comes for a request and for one after it on the same connection, but for what is another each time. */
function answerOf(url: string, text: string): Promise<string[]> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${text}GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, "latin1");
    });
    socket.setEncoding("latin1").on("data", (part: string) => {
      answer += part;
    });
    socket.on("error", reject).on("close", () => resolve(linesOf(answer)));
  });
}

/** Names of headers in one case and in one order: they are no part of what is said. Nor is a length, which the digits of an age make. */
function linesOf(answer: string): string[] {
  return ageless(answer)
    .split("\r\n")
    .filter((line) => !line.startsWith("Date: "))
    .map((line) => line.replace(/^[\w-]+: /, (name) => name.toLowerCase()))
    .map((line) => line.replace(/^(content-length: )\d+$/, "$1n"))
    .map((line) => line.replace(/^(x-request-id: )[0-9a-f-]{36}$/, "$1made"))
    .map((line) => line.replace(/^(ratelimit: ".*"; )r=\d+; t=\d+$/, "$1"))
    .sort();
}
