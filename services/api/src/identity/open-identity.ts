import { randomBytes } from "node:crypto";
import type { ControlPlane } from "@statwire/control-plane";
import { installationKey } from "@statwire/control-plane/identity";
import { boundedWork, type Logger } from "@statwire/runtime";
import type { SnapshotStore } from "@statwire/snapshot-store";
import { ProblemError } from "../http/problem.js";
import { ensureAdministrator } from "./first-administrator.js";
import type { IdentityDeps, IdentityPolicy } from "./identity.js";

export interface OpenIdentityOptions
  extends Pick<IdentityDeps, "mailer" | "openId" | "enrollmentKey" | "recordSignIn"> {
  control(): ControlPlane | undefined;
  store: Pick<SnapshotStore, "run">;
  /** As of every key in Redis. */
  keyPrefix: string;
  /** The installation's key, as text. */
  key: string;
  policy: IdentityPolicy;
  passwordChecksMax: number;
  workspace: string;
  log: Logger;
  now(): number;
}

/** For each password that is checked, so many may wait. */
const waitingPerCheck = 16;

/** Everything about identity, over the stores. */
export function openIdentity(options: OpenIdentityOptions): IdentityDeps {
  const { control, store, policy, passwordChecksMax: runningMax, workspace, log, now } = options;
  return {
    control,
    runRedis: (commands) => store.run(commands),
    keyPrefix: `${options.keyPrefix}identity:`,
    key: installationKey(options.key),
    policy,
    ...(options.mailer === undefined ? {} : { mailer: options.mailer }),
    ...(options.openId === undefined ? {} : { openId: options.openId }),
    ...(options.enrollmentKey === undefined ? {} : { enrollmentKey: options.enrollmentKey }),
    hashing: boundedWork({ runningMax, waitingMax: runningMax * waitingPerCheck }),
    workspace,
    recordSignIn: options.recordSignIn,
    log,
    now,
    randomBytes,
  };
}

/** Makes the administrator that the settings name, as soon as the configuration is known. It is logged, not fatal. */
export async function ensureNamedAdministrator(
  deps: IdentityDeps,
  { email, password }: { email: string | undefined; password: string | undefined },
  log: Logger,
): Promise<void> {
  if (email === undefined || password === undefined) return;
  try {
    if (await ensureAdministrator(deps, { email, password }))
      log.info("the first administrator was made from the settings");
  } catch (error) {
    // Another replica may have been faster.
    if (!(error instanceof ProblemError)) throw error;
    log.warn({ reason: error.message }, "the administrator of the settings was not made");
  }
}
