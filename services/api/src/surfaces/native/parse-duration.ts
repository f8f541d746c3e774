const unitMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * A duration in milliseconds: `30s`, `1.5h`, `1h30m`, or a bare number of seconds. Undefined when the text is no
 * duration or not positive.
 */
export function parseDurationMs(text: string): number | undefined {
  if (/^\d{1,12}(\.\d+)?$/.test(text)) return positive(Number(text) * 1_000);
  if (!/^(\d{1,12}(\.\d+)?(ms|s|m|h|d|w))+$/.test(text)) return undefined;
  let totalMs = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g)) {
    totalMs += Number(amount) * (unitMs[unit ?? ""] ?? Number.NaN);
  }
  return positive(totalMs);
}

function positive(ms: number): number | undefined {
  const rounded = Math.round(ms);
  return Number.isSafeInteger(rounded) && rounded > 0 ? rounded : undefined;
}
