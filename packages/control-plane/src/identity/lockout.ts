/** How many attempts may fail, in how long, and how long it is closed then. */
export interface LockoutPolicy {
  attemptsMax: number;
  windowMs: number;
  lockoutMs: number;
}

/** What is remembered of the attempts on one name, or from one address; absent: nothing. */
export interface LockoutState {
  /** Attempts since `firstAtMs` that were not taken back. */
  attempts: number;
  firstAtMs: number;
  /** Absent while it is open. */
  lockedUntilMs?: number;
}

/** Whether an attempt may be made, and what to remember whatever comes of it. */
export type Admission = { admitted: true; state: LockoutState } | { admitted: false; retryAfterMs: number };

/**
 * Asks for an attempt. It counts as failed from the moment at which it begins: attempts at the same time cannot be more
 * than those one after the other.
 */
export function admit(state: LockoutState | undefined, policy: LockoutPolicy, nowMs: number): Admission {
  if (state?.lockedUntilMs !== undefined && nowMs < state.lockedUntilMs) {
    return { admitted: false, retryAfterMs: state.lockedUntilMs - nowMs };
  }
  const isFresh = state !== undefined && state.lockedUntilMs === undefined && nowMs < state.firstAtMs + policy.windowMs;
  const attempts = isFresh ? state.attempts + 1 : 1;
  const firstAtMs = isFresh ? state.firstAtMs : nowMs;
  if (attempts < policy.attemptsMax) return { admitted: true, state: { attempts, firstAtMs } };
  return { admitted: true, state: { attempts, firstAtMs, lockedUntilMs: nowMs + policy.lockoutMs } };
}

/** What is left to remember when an attempt was not a failure, and only that one. */
export function takeBack(state: LockoutState | undefined, policy: LockoutPolicy): LockoutState | undefined {
  if (state === undefined || state.attempts <= 1) return undefined;
  const { attempts, firstAtMs, lockedUntilMs } = state;
  const isLocked = lockedUntilMs !== undefined && attempts - 1 >= policy.attemptsMax;
  return { attempts: attempts - 1, firstAtMs, ...(isLocked ? { lockedUntilMs } : {}) };
}

/** For how long a state has to be remembered. */
export function rememberMs(state: LockoutState, policy: LockoutPolicy, nowMs: number): number {
  return Math.max(1, (state.lockedUntilMs ?? state.firstAtMs + policy.windowMs) - nowMs);
}
