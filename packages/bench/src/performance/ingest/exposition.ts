/**
 * Sum of a metric over its series in Prometheus' text format, those alone whose labels contain `labels`.
 * NaN when there is none.
 */
export function sumOf(text: string, name: string, labels = ""): number {
  const values = text
    .split("\n")
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .filter((line) => line.includes(labels))
    .map((line) => Number(line.slice(line.lastIndexOf(" ") + 1)));
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0);
}
