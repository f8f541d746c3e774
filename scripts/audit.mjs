// Asks the registry for known weaknesses of the packages that run in production, as `npm test` does.
import { execFile } from "node:child_process";
import { pnpm, root } from "./prepare.mjs";

/** A registry that is asked for longer does not answer; pnpm itself would try for minutes. */
const answerWithinMs = 30_000;

/** What comes of no network, or of a mirror that has no such service. */
const unanswered =
  /ERR_PNPM_AUDIT_(BAD_RESPONSE|ENDPOINT_NOT_EXISTS)|ERR_PNPM_META_FETCH|ENOTFOUND|ECONN|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET|fetch failed|error sending request/;

/** Begins to ask, while something else is done: a registry may take half a minute. To be handed to `requireSound`. */
export function startAudit() {
  const args = ["--yes", pnpm, "audit", "--prod", "--audit-level", "high"];
  const options = { cwd: root, encoding: "utf8", timeout: answerWithinMs, maxBuffer: 64 * 1024 ** 2 };
  return new Promise((resolve) => {
    execFile("npx", args, options, (failure, stdout, stderr) => resolve(outcomeOf(failure, stdout, stderr)));
  });
}

/** Ends this process when a package has a weakness of level high or above. No answer is said, and is no failure. */
export async function requireSound(auditing) {
  console.log("auditing dependencies …");
  const { verdict, text } = judgeAudit(await auditing);
  console.log(`  ${text}`);
  if (verdict === "weak") process.exit(1);
}

/** What became of the command: its exit code, or why it has none. */
export function outcomeOf(failure, stdout, stderr) {
  if (failure === null) return { status: 0, stdout, stderr };
  if (typeof failure.code === "number") return { status: failure.code, stdout, stderr };
  return { status: null, stdout, stderr, error: failure.killed ? { code: "ETIMEDOUT" } : failure };
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
