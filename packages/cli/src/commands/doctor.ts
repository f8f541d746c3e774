import { type Command, CommandError, parseOptions } from "../command.js";
import { checkBus } from "../doctor/check-bus.js";
import { checkCredentials } from "../doctor/check-credentials.js";
import { checkCertificate, checkServices } from "../doctor/check-services.js";
import { checkHistory, checkSnapshots } from "../doctor/check-stores.js";
import type { Finding } from "../doctor/finding.js";
import { withProgress } from "../operating/open.js";
import { jsonText, plainText } from "../operating/readable.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";

/** Whether everything is as it should be, and what to do where it is not. */
export const doctor: Command = {
  purpose: "checks servers, services, streams, tables and the certificate, and says what to do",
  usage: `statwire doctor [--data-dir DIR] [--json]

Each finding is ok, warn or fail, the last two with a remedy. Exit code 1 when one is fail. It changes nothing. Give it the
RETENTION_… settings that the ingester has.

${serverUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, serverOptions);
    const servers = findServers(options, outside.environment);
    const findings = await withProgress(
      outside,
      () => "checking",
      async () =>
        (
          await Promise.all([
            checkBus(servers, outside),
            checkSnapshots(servers, outside),
            checkHistory(servers, outside.now()),
            checkServices(servers),
            [checkCertificate(servers, outside.now())],
            checkCredentials(servers),
          ])
        ).flat(),
    );
    outside.print(options.json ? jsonText(findings) : toText(findings));
    const failed = findings.filter(({ status }) => status === "fail").length;
    if (failed > 0) throw new CommandError(`${failed} of ${findings.length} checks failed`);
  },
};

function toText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  return findings
    .flatMap(({ check, status, text, remedy }) => [
      `${status.padEnd(4)}  ${check.padEnd(width)}  ${plainText(text)}`,
      ...(remedy === undefined ? [] : [`      ${"".padEnd(width)}  → ${remedy}`]),
    ])
    .join("\n");
}
