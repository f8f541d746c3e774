import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { askOps, opsOffsets, type ServiceName } from "../operating/ops.js";
import { plainText } from "../operating/readable.js";
import type { Servers } from "../operating/servers.js";
import { type Finding, fail, ok, warn } from "./finding.js";
import { judgeCertificate } from "./judge.js";

/** Each service, by what it says of itself. */
export function checkServices({ ops }: Servers): Promise<Finding[]> {
  return Promise.all(
    (Object.keys(opsOffsets) as ServiceName[]).map(async (service) => {
      const answer = await askOps(ops, service, "/readyz?verbose");
      return toFinding(service, ops.portBase + opsOffsets[service], answer);
    }),
  );
}

/** What a service's answer to `/readyz?verbose` says. */
export function toFinding(
  service: ServiceName,
  port: number,
  answer: { status: number; text: string } | undefined,
): Finding {
  if (answer === undefined) {
    const remedy = `start it, if it should run on this machine; its log says why it ended`;
    return warn(service, `nothing answers on its ops port ${port}`, remedy);
  }
  if (answer.status === 200) return ok(service, "ready");
  return fail(service, `not ready: ${plainText(reasonsOf(answer.text))}`, "its log says more");
}

/** The checks that are not ok, of a JSON answer; the text of any other. */
function reasonsOf(text: string): string {
  try {
    const { checks } = JSON.parse(text) as { checks: Record<string, string> };
    const reasons = Object.entries(checks).filter(([, result]) => result !== "ok");
    return reasons.map(([name, result]) => `${name}: ${result}`).join("; ");
  } catch {
    return text.slice(0, 200).trim();
  }
}

/** The certificate of the HTTPS listener, where its file can be seen. */
export function checkCertificate({ certificateFile }: Servers, nowMs: number): Finding {
  if (!existsSync(certificateFile)) {
    const remedy = "the API makes it at its first start; TLS_DIR or --data-dir say where it is";
    return warn("certificate", `${certificateFile} is not there`, remedy);
  }
  try {
    return judgeCertificate(Date.parse(new X509Certificate(readFileSync(certificateFile)).validTo), nowMs);
  } catch (error) {
    return fail("certificate", `${certificateFile}: ${(error as Error).message}`, "replace cert.pem and key.pem");
  }
}
