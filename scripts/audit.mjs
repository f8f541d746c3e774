// Asks the registry for known weaknesses of the packages that run in production, as `npm test` does.
import { spawnSync } from "node:child_process";
import { pnpm, root } from "./prepare.mjs";

/** A registry that is asked for longer does not answer; pnpm itself would try for minutes. */
const answerWithinMs = 30_000;

/** What comes of no network, or of a mirror that has no such service. */
const unanswered =
  /ERR_PNPM_AUDIT_(BAD_RESPONSE|ENDPOINT_NOT_EXISTS)|ERR_PNPM_META_FETCH|ENOTFOUND|ECONN|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET|fetch failed|error sending request/;

/** Ends this process when a package has a weakness of level high or above. No answer is said, and is no failure. */
export function auditDependencies() {
  console.log("auditing dependencies …");
  const args = ["--yes", pnpm, "audit", "--prod", "--audit-level", "high"];
  const result = spawnSync("npx", args, { cwd: root, encoding: "utf8", timeout: answerWithinMs });
  const { verdict, text } = judgeAudit(result);
  console.log(`  ${text}`);
  if (verdict === "weak") process.exit(1);
}

/**
 * What a run of `pnpm audit` says: `sound`, `weak`, or `unanswered` when the registry could not be asked. Whatever is not
 * known to be one of the others is `weak`, so that a failure of another kind is seen.
 */
export function judgeAudit({ status, stdout, stderr, error }) {
  if (status === 0) return { verdict: "sound", text: "no weakness of level high or above is known" };
  const output = `${stdout ?? ""}${stderr ?? ""}`.trim();
  if (error?.code === "ETIMEDOUT") {
    return { verdict: "unanswered", text: `not audited: no answer within ${answerWithinMs / 1000} s` };
  }
  // A report may quote anything, also the name of an error.
  const reason = /vulnerabilities found/.test(output) ? undefined : unanswered.exec(output)?.[0];
  if (reason !== undefined)
    return { verdict: "unanswered", text: `not audited: the registry does not answer (${reason})` };
  return { verdict: "weak", text: output === "" ? `pnpm audit failed: ${error?.message ?? status}` : output };
}
