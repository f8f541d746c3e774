import { Secret, TOTP } from "otpauth";

/** What authenticator apps know: RFC 6238 with SHA-1, six digits and steps of 30 seconds. */
const parameters = { algorithm: "SHA1", digits: 6, period: 30 } as const;
/** Clocks may be a step apart, either way. */
const stepsApartMax = 1;

/** A secret for an authenticator app: base32 of 20 bytes (RFC 4226 asks for 160 bits). */
export function oneTimeSecret(bytes: Uint8Array): string {
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
}

/** What an authenticator app reads as a QR code: `otpauth://totp/…`. */
export function provisioningUri(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  return new TOTP({ ...parameters, issuer, label: account, secret }).toString();
}

/**
 * The step of 30 seconds that a code belongs to, now or one step away; undefined for a wrong code. The caller sees to it that
 * no step is used twice.
 */
export function stepOfCode(secret: string, code: string, nowMs: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = new TOTP({ ...parameters, secret }).validate({ token: code, timestamp: nowMs, window: stepsApartMax });
  return delta === null ? undefined : Math.floor(nowMs / 1_000 / parameters.period) + delta;
}

/** The code of a moment, as an app shows it. */
export function codeAt(secret: string, atMs: number): string {
  return new TOTP({ ...parameters, secret }).generate({ timestamp: atMs });
}

/** For how long a used step has to be remembered (seconds): until no clock can offer it again. */
export const usedStepSeconds = parameters.period * (2 * stepsApartMax + 2);
