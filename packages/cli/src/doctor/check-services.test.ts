import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";
import { afterAll, describe, expect, it } from "vitest";
import type { Servers } from "../operating/servers.js";
import { checkCertificate, toFinding } from "./check-services.js";

const folder = mkdtempSync(join(tmpdir(), "statwire-doctor-"));
const certificateFile = join(folder, "cert.pem");
const check = () => checkCertificate({ certificateFile } as Servers, Date.now());

afterAll(() => rmSync(folder, { recursive: true }));

describe("a service", () => {
  it("is what it says of itself", () => {
    expect(toFinding("api", 9467, { status: 200, text: "{}" })).toEqual({ check: "api", status: "ok", text: "ready" });
    const checks = { "event log": "disconnected", process: "ok", history: "away" };
    expect(toFinding("api", 9467, { status: 503, text: JSON.stringify({ checks }) })).toMatchObject({
      status: "fail",
      text: "not ready: event log: disconnected; history: away",
    });
    expect(toFinding("api", 9467, { status: 500, text: "\u001b broken\n" }).text).toBe("not ready: \\x1b broken");
    expect(toFinding("api", 9467, undefined)).toMatchObject({
      status: "warn",
      text: "nothing answers on its ops port 9467",
    });
  });
});

describe("the certificate", () => {
  it("is missing, unreadable or good for some time", async () => {
    expect(check()).toMatchObject({ status: "warn", text: `${certificateFile} is not there` });
    writeFileSync(certificateFile, "nonsense");
    expect(check()).toMatchObject({ status: "fail", text: expect.stringContaining(certificateFile) });
    const { cert } = await generate([{ name: "commonName", value: "test" }], { keyType: "ec", curve: "P-256" });
    writeFileSync(certificateFile, cert);
    expect(check()).toMatchObject({ status: "ok", text: expect.stringMatching(/^good until \d{4}-\d\d-\d\d/) });
  });
});
