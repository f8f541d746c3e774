/**
 * True for the names that rotation gives to what a file held before: `syslog.1`, `syslog-20261126`,
 * `syslog.2026-11-26_03`, `syslog.old`, and with the extension kept `app-20261126.log`, `app.1.log`. Not for another
 * log that happens to begin alike (`mysql.log`, `mysql.log.err`).
 */
export function isRotatedName(name: string, base: string): boolean {
  if (name.startsWith(base) && isMark(name.slice(base.length))) return true;
  const dot = base.lastIndexOf(".");
  if (dot <= 0) return false;
  const stem = base.slice(0, dot);
  const extension = base.slice(dot);
  return (
    name.length > base.length &&
    name.startsWith(stem) &&
    name.endsWith(extension) &&
    isMark(name.slice(stem.length, name.length - extension.length))
  );
}

function isMark(text: string): boolean {
  return text === ".old" || /^[._-]\d[\d._:T-]{0,40}$/.test(text);
}
