import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../testing/call.js";

const folder = mkdtempSync(join(tmpdir(), "statwire-fingerprint-"));
let pems: { cert: string; private: string };
let expected: string;

beforeAll(async () => {
  pems = await generate([{ name: "commonName", value: "test" }], { keyType: "ec", curve: "P-256" });
  mkdirSync(join(folder, "tls"));
  writeFileSync(join(folder, "tls/cert.pem"), pems.cert);
  const der = Buffer.from(pems.cert.replace(/-----[^-]+-----|\s/g, ""), "base64");
  const hex = createHash("sha256").update(der).digest("hex").toUpperCase();
  expected = (hex.match(/../g) ?? []).join(":");
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("statwire fingerprint", () => {
  it.each([
    ["TLS_DIR", () => ({ TLS_DIR: join(folder, "tls") })],
    ["STATWIRE_DATA_DIR", () => ({ STATWIRE_DATA_DIR: folder })],
  ])("reads the certificate of %s", async (_variable, environment) => {
    expect(await call(["fingerprint"], environment())).toEqual({ code: 0, printed: expected, told: "" });
  });

  it("prints JSON", async () => {
    const { printed } = await call(["fingerprint", "--json"], { STATWIRE_DATA_DIR: folder });
    expect(JSON.parse(printed)).toEqual({
      sha256: expected,
      from: join(folder, "tls/cert.pem"),
      notAfter: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  });

  it("asks a server, whoever has signed its certificate", async () => {
    const server = createServer({ cert: pems.cert, key: pems.private });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    expect(await call(["fingerprint", "--url", `https://127.0.0.1:${port}`])).toMatchObject({
      code: 0,
      printed: expected,
    });
    server.close();
  });

  it("says what is wrong with a file", async () => {
    expect(await call(["fingerprint"], { TLS_DIR: join(folder, "nowhere") })).toMatchObject({
      code: 1,
      told: expect.stringContaining("is not there; the API makes it at its first start"),
    });
    writeFileSync(join(folder, "cert.pem"), "-----BEGIN NOTHING-----");
    expect(await call(["fingerprint"], { TLS_DIR: folder })).toMatchObject({
      code: 1,
      told: expect.stringContaining("is not a certificate"),
    });
  });

  it("says what is wrong with a server", async () => {
    const server = createTcpServer((socket) => socket.resume().end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const words = ["fingerprint", "--url", `https://127.0.0.1:${port}`];
    expect(await call(words)).toMatchObject({ code: 1, told: expect.stringContaining(`127.0.0.1:${port}: `) });
    await new Promise((resolve) => server.close(resolve));
    expect(await call(words)).toMatchObject({ code: 1, told: expect.stringContaining("ECONNREFUSED") });
  });
});
