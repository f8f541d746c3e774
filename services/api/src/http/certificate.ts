import { X509Certificate } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface Certificate {
  cert: string;
  key: string;
  /** Upper-case hexadecimal pairs with colons: what clients pin. */
  fingerprintSha256: string;
}

const validYears = 10;

/**
 * The certificate of the HTTPS listener: `cert.pem` and `key.pem` in a directory, self-signed at the first run and then
 * kept, because clients pin its fingerprint. An operator may put their own there.
 * @throws Error when only one of the two files is there, or when they cannot be read or written.
 */
export async function loadCertificate(directory: string, hostname: string, nowMs: number): Promise<Certificate> {
  const certPath = join(directory, "cert.pem");
  const keyPath = join(directory, "key.pem");
  if (existsSync(certPath) !== existsSync(keyPath)) {
    throw new Error(`TLS_DIR: ${directory} has only one of cert.pem and key.pem; add the other or remove both`);
  }
  if (!existsSync(certPath)) await writeCertificate(directory, certPath, keyPath, await create(hostname, nowMs));
  const [cert, key] = await Promise.all([readFile(certPath, "utf8"), readFile(keyPath, "utf8")]);
  return { cert, key, fingerprintSha256: fingerprintOf(cert, certPath) };
}

async function create(hostname: string, nowMs: number): Promise<{ cert: string; private: string }> {
  // Once in the life of an installation: at every other start it would be a tenth of what the API loads.
  const { generate } = await import("selfsigned");
  const notBeforeDate = new Date(nowMs);
  const notAfterDate = new Date(nowMs);
  notAfterDate.setUTCFullYear(notAfterDate.getUTCFullYear() + validYears);
  return generate([{ name: "commonName", value: hostname }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    notBeforeDate,
    notAfterDate,
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 2, value: hostname },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
}

/** The key first and each file whole: a start that is interrupted leaves nothing that the next one would trust. */
async function writeCertificate(
  directory: string,
  certPath: string,
  keyPath: string,
  pems: { cert: string; private: string },
): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(`${keyPath}.new`, pems.private, { mode: 0o600 });
  await writeFile(`${certPath}.new`, pems.cert, { mode: 0o644 });
  // `mode` counts only for a file that is created.
  await chmod(`${keyPath}.new`, 0o600);
  await rename(`${keyPath}.new`, keyPath);
  await rename(`${certPath}.new`, certPath);
}

function fingerprintOf(cert: string, path: string): string {
  try {
    return new X509Certificate(cert).fingerprint256;
  } catch (error) {
    throw new Error(`TLS_DIR: ${path} is not a certificate: ${(error as Error).message}`, { cause: error });
  }
}
