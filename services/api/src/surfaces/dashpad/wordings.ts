/** A span of time in its parts. */
interface Span {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** `1 day, 0 hrs, 0 mins, 0 secs`: every part, singular where it is one. */
export function uptimeText(uptimeSeconds: number): string {
  const { days, hours, minutes, seconds } = toSpan(uptimeSeconds);
  return [counted(days, "day"), counted(hours, "hr"), counted(minutes, "min"), counted(seconds, "sec")].join(", ");
}

/** `7 hours 43 minutes`: the parts that are not zero; whole minutes, cut off. */
export function relativeText(aheadMs: number): string {
  const { days, hours, minutes } = toSpan(aheadMs / 1_000);
  const parts = [
    ...(days > 0 ? [counted(days, "day")] : []),
    ...(hours > 0 ? [counted(hours, "hour")] : []),
    ...(minutes > 0 ? [counted(minutes, "minute")] : []),
  ];
  return parts.length === 0 ? "0 minutes" : parts.join(" ");
}

/** `7h43m`, as {@link relativeText}. */
export function shortRelativeText(aheadMs: number): string {
  const { days, hours, minutes } = toSpan(aheadMs / 1_000);
  const text = `${days > 0 ? `${days}d` : ""}${hours > 0 ? `${hours}h` : ""}${minutes > 0 ? `${minutes}m` : ""}`;
  return text === "" ? "0m" : text;
}

/** What lies behind counts as nothing. */
function toSpan(span: number): Span {
  const whole = Math.max(0, Math.floor(span));
  return {
    days: Math.floor(whole / 86_400),
    hours: Math.floor(whole / 3_600) % 24,
    minutes: Math.floor(whole / 60) % 60,
    seconds: whole % 60,
  };
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
