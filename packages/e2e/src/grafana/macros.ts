/** What a panel is shown for. */
export interface View {
  fromMs: number;
  toMs: number;
  /** Width of one point. */
  intervalMs: number;
  /** Values of the dashboard's variables; "$__all" where all are chosen. */
  variables: Readonly<Record<string, readonly string[]>>;
}

/**
 * The statement that reaches ClickHouse: the variables as Grafana writes them, then the macros of its ClickHouse data source
 * (https://grafana.com/docs/plugins/grafana-clickhouse-datasource/latest/, "Macros").
 * @throws Error when something is left that nobody would replace.
 */
export function expandQuery(sql: string, view: View): string {
  const chosen = expandVariables(expandConditions(sql, view.variables), view.variables);
  const expanded = expandMacros(chosen, view);
  const left = /\$\{?\w+/.exec(expanded);
  if (left !== null) throw new Error(`nothing replaces ${left[0]} in: ${sql}`);
  return expanded;
}

/** `$__conditionalAll(condition, $variable)`: true where all values are chosen. The condition may hold brackets. */
function expandConditions(sql: string, variables: View["variables"]): string {
  const name = "$__conditionalAll(";
  const start = sql.indexOf(name);
  if (start === -1) return sql;
  const end = closingBracket(sql, start + name.length);
  const [, condition = "", variable = ""] = /^(.*),\s*\$(\w+)\s*$/s.exec(sql.slice(start + name.length, end)) ?? [];
  if (condition === "") throw new Error(`$__conditionalAll takes a condition and a variable: ${sql}`);
  const all = variables[variable]?.[0] === "$__all";
  return expandConditions(sql.slice(0, start) + (all ? "1=1" : condition) + sql.slice(end + 1), variables);
}

function closingBracket(sql: string, from: number): number {
  let depth = 1;
  for (let at = from; at < sql.length; at += 1) {
    if (sql[at] === "(") depth += 1;
    if (sql[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`a bracket is not closed: ${sql}`);
}

/** `${name:singlequote}`: the values, each quoted, with commas. */
function expandVariables(sql: string, variables: View["variables"]): string {
  return sql.replaceAll(/\$\{(\w+):singlequote\}/g, (whole, name: string) => {
    const values = variables[name];
    if (values === undefined) throw new Error(`${whole}: the dashboard has no such variable`);
    return values.map((value) => `'${value.replaceAll("'", "\\'")}'`).join(",");
  });
}

function expandMacros(sql: string, { fromMs, toMs, intervalMs }: View): string {
  const [from, to] = [fromMs, toMs].map((ms) => `toDateTime(${Math.floor(ms / 1000)})`);
  const seconds = Math.max(Math.floor(intervalMs / 1000), 1);
  return sql
    .replaceAll(/\$__timeFilter\(([\w.]+)\)/g, (_, column: string) => `${column} >= ${from} AND ${column} <= ${to}`)
    .replaceAll(
      /\$__timeInterval\(([\w.]+)\)/g,
      (_, column: string) => `toStartOfInterval(toDateTime(${column}), INTERVAL ${seconds} second)`,
    )
    .replaceAll(/\$__fromTime\b/g, String(from))
    .replaceAll(/\$__toTime\b/g, String(to))
    .replaceAll(/\$__interval_s\b/g, String(seconds));
}
