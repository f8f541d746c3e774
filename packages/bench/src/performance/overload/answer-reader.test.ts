import { expect, it } from "vitest";
import { AnswerReader } from "./answer-reader.js";

const answer = (head: string, body: string) =>
  Buffer.from(`HTTP/1.1 ${head}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);

it("reads an answer in one piece, and the next one", () => {
  const reader = new AnswerReader();
  expect(reader.read(answer("200 OK", "body"))).toEqual({ status: 200, hasRetryAfter: false });
  expect(reader.read(answer("503 Service Unavailable\r\nRetry-After: 1", ""))).toEqual({
    status: 503,
    hasRetryAfter: true,
  });
});

it("reads an answer that comes byte by byte", () => {
  const reader = new AnswerReader();
  const bytes = answer("429 Too Many Requests\r\nRetry-After: 1", "too many");
  const read = Array.from(bytes, (_, index) => reader.read(bytes.subarray(index, index + 1)));
  expect(read.at(-1)).toEqual({ status: 429, hasRetryAfter: true });
  expect(read.slice(0, -1).every((one) => one === undefined)).toBe(true);
});

it("takes nothing for an answer that it cannot read", () => {
  expect(() => new AnswerReader().read(Buffer.from("HTTP/1.1 200 OK\r\n\r\n"))).toThrow("without a length");
  expect(() => new AnswerReader().read(Buffer.concat([answer("200 OK", "a"), Buffer.from("b")]))).toThrow("more came");
});
