import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseUserKey } from "@statwire/credentials";
import { afterEach, beforeEach, expect, it } from "vitest";
import { call } from "../testing/call.js";

let server: Server;
let folder: string;
let file: string;
let asked: { token: string; public_key: string }[] = [];
/** Answers that do not arrive. */
let lost = 0;

beforeEach(async () => {
  asked = [];
  folder = mkdtempSync(join(tmpdir(), "statwire-enroll-"));
  file = join(folder, "bus.creds");
  server = createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    asked.push(JSON.parse(text) as (typeof asked)[number]);
    lost -= 1;
    if (lost >= 0) return void request.socket.destroy();
    response.end(JSON.stringify({ id: "c1", workspace: "default", node: "till-3", jwt: "signed" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function enroll(token: string) {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return call(["node", "enroll", "--out", file, "--url", url], { STATWIRE_ENROLLMENT_TOKEN: token });
}

it("the key of a node outlives an answer that was lost: the same command again has it signed", async () => {
  lost = 1;
  expect((await enroll("token one")).code).toBe(1);
  expect([existsSync(file), statSync(`${file}.key`).mode & 0o777]).toEqual([false, 0o600]);
  expect(await enroll("token one")).toMatchObject({ code: 0, printed: file });
  const [first, second] = asked;
  expect(second).toEqual(first);
  const [, seed = ""] = /(SU[A-Z2-7]{56})/.exec(readFileSync(file, "utf8")) ?? [];
  expect(parseUserKey(seed)?.getPublicKey()).toBe(first?.public_key);
  expect(existsSync(`${file}.key`)).toBe(false);
});

it("another token has another key", async () => {
  lost = 1;
  await enroll("token one");
  expect((await enroll("token two")).code).toBe(0);
  const [first, second] = asked;
  expect(second?.public_key).not.toBe(first?.public_key);
});
