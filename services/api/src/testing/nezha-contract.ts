import { expect } from "vitest";
import { z } from "zod";
import type { TestAnswer } from "./test-api.js";

const int = z.int();
const strings = z.array(z.string()).nullable();

const server = z.strictObject({
  ...{ id: int.min(1), name: z.string().min(1), tag: z.string(), last_active: int },
  ...{ ipv4: z.string(), ipv6: z.string(), valid_ip: z.string() },
  ...{ display_index: int, hide_for_guest: z.boolean() },
});

const host = z.strictObject({
  ...{ Platform: z.string(), PlatformVersion: z.string(), CPU: strings, GPU: strings },
  ...{ MemTotal: int, DiskTotal: int, SwapTotal: int, BootTime: int },
  ...{ Arch: z.string(), Virtualization: z.string(), CountryCode: z.string(), Version: z.string() },
});

const status = z.strictObject({
  ...{ CPU: z.number(), GPU: z.number(), Load1: z.number(), Load5: z.number(), Load15: z.number() },
  ...{ MemUsed: int, SwapUsed: int, DiskUsed: int, NetInTransfer: int, NetOutTransfer: int, Uptime: int },
  ...{ NetInSpeed: z.number(), NetOutSpeed: z.number(), TcpConnCount: int, UdpConnCount: int, ProcessCount: int },
  Temperatures: z.array(z.strictObject({ Name: z.string(), Temperature: z.number() })).nullable(),
});

const success = { code: z.literal(0), message: z.literal("success") };
const done = { code: z.literal(200), message: z.literal("success") };
const token = z.strictObject({ token: z.string(), note: z.string(), id: z.string() });
const found = z.strictObject({ name: z.string(), value: int, text: z.string() });

/** What each operation answers when all is well; `id` is ours, beside what the original has. */
const answers: [operation: RegExp, schema: z.ZodType][] = [
  [/^GET \/api\/v1\/server\/list/, z.strictObject({ ...success, result: z.array(server) })],
  [
    /^GET \/api\/v1\/server\/details/,
    z.strictObject({ ...success, result: z.array(z.strictObject({ ...server.shape, host, status })) }),
  ],
  [/^POST \/api\/v1\/server\/register\?simple=/, z.string().length(18)],
  [
    /^POST \/api\/v1\/server\/register/,
    z.strictObject({
      ...{ code: z.literal(200), message: z.literal("Server created successfully"), secret: z.string().length(18) },
    }),
  ],
  [/^GET \/api\/token$/, z.strictObject({ ...success, result: z.array(token) })],
  [/^POST \/api\/token$/, z.strictObject({ ...done, result: token })],
  [/^DELETE \/api\/token\//, z.strictObject(done)],
  [/^GET \/api\/search-server/, z.strictObject({ success: z.literal(true), results: z.array(found) })],
  [
    /^POST \/api\/server$/,
    z.strictObject({ code: z.literal(200), result: z.strictObject({ secret: z.string().length(18) }).optional() }),
  ],
  [/^POST \/api\/(batch-|logout)|^DELETE \/api\/server\//, z.strictObject({ code: z.literal(200) })],
];

const refusals = z.union([
  z.strictObject({ code: z.literal(403), message: z.string().min(1) }),
  z.strictObject({
    code: z.literal(400),
    message: z.union([z.templateLiteral(["请求错误：", z.string()]), z.literal("token 不存在")]),
  }),
]);

const statusErrors = z.strictObject({ code: int, message: z.string().min(1), secret: z.literal("").optional() });

/** Fails unless an answer is one that the contract knows: what the operation answers, or a refusal in the form of its kind. */
export function expectNezhaAnswer<Body>(method: string, path: string, answer: TestAnswer<Body>): TestAnswer<Body> {
  const operation = `${method} ${path}`;
  expect(answer.headers.get("content-type"), operation).toBe("application/json; charset=utf-8");
  const isRefusal = [400, 403].includes((answer.body as { code?: number }).code ?? 0);
  const schema =
    answer.status !== 200 ? statusErrors : isRefusal ? refusals : answers.find(([known]) => known.test(operation))?.[1];
  expect(schema?.safeParse(answer.body).error?.issues ?? [], `${operation}: ${answer.text}`).toEqual([]);
  expect(schema, operation).toBeDefined();
  if (answer.status !== 200) expect((answer.body as { code: number }).code).toBe(answer.status);
  return answer;
}
