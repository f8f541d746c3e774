import type { MetricSeries } from "./dto-metrics.js";

/**
 * Series as CSV (RFC 4180): one line a point, one column a statistic; an absent value is an empty field. Versions of closed
 * hours and completeness are header fields: `toCsvHeaders`.
 */
export function toCsv(results: readonly MetricSeries[]): string {
  const stats = [...new Set(results.flatMap((result) => result.stats))];
  const lines = [["time", "node", "metric", "attribute", "unit", ...stats].map(csvField).join(",")];
  for (const { node, metric, unit, series } of results) {
    for (const { attribute, points } of series) {
      for (const { time, values } of points) {
        const numbers = stats.map((stat) => (values[stat] === null ? "" : String(values[stat] ?? "")));
        lines.push([time, node, metric, attribute, unit, ...numbers].map(csvField).join(","));
      }
    }
  }
  return `${lines.join("\r\n")}\r\n`;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
