/** A table of Markdown with columns of equal width, as the linter has tables. */
export function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)));
  const [first, ...rest] = cells;
  const lines = [first, widths.map((width) => "-".repeat(width)), ...rest];
  return lines.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`).join("\n");
}
