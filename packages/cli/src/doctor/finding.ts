/** What one check of the doctor has found. */
export interface Finding {
  check: string;
  status: "ok" | "warn" | "fail";
  text: string;
  /** What to do about it; of everything that is not ok. */
  remedy?: string;
}

export const ok = (check: string, text: string): Finding => ({ check, status: "ok", text });

export const warn = (check: string, text: string, remedy: string): Finding => ({ check, status: "warn", text, remedy });

export const fail = (check: string, text: string, remedy: string): Finding => ({ check, status: "fail", text, remedy });

/** One of three by two bounds: ok below both, warn from the first on, fail from the second on. */
export function graded(
  check: string,
  { value, warnFrom, failFrom }: { value: number; warnFrom: number; failFrom: number },
  { text, remedy }: { text: string; remedy: string },
): Finding {
  if (value < warnFrom) return ok(check, text);
  return value < failFrom ? warn(check, text, remedy) : fail(check, text, remedy);
}
