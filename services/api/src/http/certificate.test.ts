import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadCertificate } from "./certificate.js";

const nowMs = Date.parse("2026-11-21T10:00:00Z");
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "statwire-tls-"));
});

afterEach(() => rm(directory, { recursive: true }));

it("makes a certificate for ten years, for this host by every name, with a private key that only we read", async () => {
  const tls = join(directory, "tls");
  const { cert, fingerprintSha256 } = await loadCertificate(tls, "router-1", nowMs);
  const certificate = new X509Certificate(cert);
  expect(certificate.subjectAltName).toBe("DNS:localhost, DNS:router-1, IP Address:127.0.0.1");
  expect(new Date(certificate.validTo).toISOString()).toBe("2036-11-21T10:00:00.000Z");
  expect(certificate.fingerprint256).toBe(fingerprintSha256);
  expect((await stat(join(tls, "key.pem"))).mode & 0o777).toBe(0o600);
});

it("keeps it over restarts", async () => {
  const first = await loadCertificate(directory, "router-1", nowMs);
  const second = await loadCertificate(directory, "renamed", nowMs + 1_000);
  expect(second).toEqual(first);
});

it("refuses half a pair and what is no certificate, naming the setting", async () => {
  const { writeFile } = await import("node:fs/promises");
  await writeFile(join(directory, "cert.pem"), "nonsense");
  await expect(loadCertificate(directory, "router-1", nowMs)).rejects.toThrow(/^TLS_DIR: .* has only one of/);
  await writeFile(join(directory, "key.pem"), "nonsense");
  await expect(loadCertificate(directory, "router-1", nowMs)).rejects.toThrow(/^TLS_DIR: .* is not a certificate/);
});
