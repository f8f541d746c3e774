import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "node:tls";
import { parseSettings } from "@statwire/runtime";
import { z } from "zod";
import { type Command, CommandError, parseOptions, UsageError } from "../command.js";

const answerWithinMs = 5_000;
const httpsPortDefault = 443;

const settingsShape = {
  TLS_DIR: z.string().min(1).optional(),
  STATWIRE_DATA_DIR: z.string().min(1).default("data"),
};

/** Shows what clients of the HTTPS listener pin. */
export const fingerprint: Command = {
  purpose: "prints the SHA-256 fingerprint of the API's certificate, which clients pin",
  usage: `statwire fingerprint [--url https://HOST:5241] [--json]

Reads cert.pem of the folder that the API keeps it in: TLS_DIR, or tls in STATWIRE_DATA_DIR [data].

  --url URL  asks the server at this address instead; nothing is trusted, nothing but its certificate is looked at
  --json     as JSON: sha256, from, notAfter`,

  async run(args, { environment, print }) {
    const { url, json } = parseOptions(args, { url: { type: "string" }, json: { type: "boolean", default: false } });
    const from = url ?? certificateFile(environment);
    const certificate = url === undefined ? readCertificate(from) : await askServer(addressOf(url));
    const { fingerprint256: sha256, validTo } = certificate;
    const notAfter = new Date(validTo).toISOString();
    print(json ? JSON.stringify({ sha256, from, notAfter }) : sha256);
  },
};

function certificateFile(environment: Readonly<Record<string, string | undefined>>): string {
  const { TLS_DIR, STATWIRE_DATA_DIR } = parseSettings(settingsShape, environment);
  return join(TLS_DIR ?? join(STATWIRE_DATA_DIR, "tls"), "cert.pem");
}

function readCertificate(file: string): X509Certificate {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandError(
      code === "ENOENT"
        ? `${file} is not there; the API makes it at its first start. TLS_DIR says where it is, --url asks a server`
        : `${file} cannot be read: ${message}`,
    );
  }
  try {
    return new X509Certificate(text);
  } catch (error) {
    throw new CommandError(`${file} is not a certificate: ${(error as Error).message}`);
  }
}

function addressOf(url: string): { host: string; port: number } {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== "https:") throw new UsageError(`--url: expected https://HOST[:PORT], got ${url}`);
  return { host: parsed.hostname.replace(/^\[|\]$/g, ""), port: Number(parsed.port || httpsPortDefault) };
}

/** The certificate that a server shows. It is what is asked for, so it is not verified. */
function askServer(address: { host: string; port: number }): Promise<X509Certificate> {
  const where = `${address.host}:${address.port}`;
  return new Promise((resolve, reject) => {
    const socket = connect({ ...address, rejectUnauthorized: false, timeout: answerWithinMs });
    const fail = (reason: string) => {
      socket.destroy();
      reject(new CommandError(`${where}: ${reason}`));
    };
    socket.once("timeout", () => fail(`no answer within ${answerWithinMs} ms`));
    socket.once("error", (error) => fail(error.message));
    socket.once("close", () => fail("the connection was closed before the certificate was shown"));
    socket.once("secureConnect", () => {
      const certificate = socket.getPeerX509Certificate();
      if (certificate === undefined) return fail("no certificate was shown");
      resolve(certificate);
      socket.destroy();
    });
  });
}
