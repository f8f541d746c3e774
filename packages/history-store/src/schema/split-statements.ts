/**
 * The statements of an SQL text, without their semicolons and without comments. A semicolon or a comment mark inside
 * quotes belongs to its statement.
 * @throws Error when a quote or a block comment is not closed.
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let statement = "";
  let at = 0;
  while (at < sql.length) {
    const end = endOfToken(sql, at);
    const token = sql.slice(at, end);
    if (token === ";") {
      statements.push(statement);
      statement = "";
    } else {
      statement += isComment(token) ? " " : token;
    }
    at = end;
  }
  statements.push(statement);
  return statements.map((text) => text.trim()).filter((text) => text !== "");
}

function endOfToken(sql: string, start: number): number {
  const first = sql.charAt(start);
  if (first === "'" || first === '"' || first === "`") return endOfQuoted(sql, start, first);
  if (sql.startsWith("--", start)) return endOf(sql, "\n", start, sql.length);
  if (sql.startsWith("/*", start)) return endOf(sql, "*/", start + 2, undefined);
  return start + 1;
}

/** A backslash escapes the next character; a doubled quote reads as two quoted texts in a row, which is as good. */
function endOfQuoted(sql: string, start: number, quote: string): number {
  for (let at = start + 1; at < sql.length; at++) {
    if (sql[at] === "\\") at++;
    else if (sql[at] === quote) return at + 1;
  }
  throw new Error(`unclosed ${quote} in: ${sql.slice(start, start + 80)}`);
}

function endOf(sql: string, mark: string, from: number, otherwise: number | undefined): number {
  const found = sql.indexOf(mark, from);
  if (found !== -1) return found + mark.length;
  if (otherwise === undefined) throw new Error(`no ${mark} after: ${sql.slice(from, from + 80)}`);
  return otherwise;
}

function isComment(token: string): boolean {
  return token.startsWith("--") || token.startsWith("/*");
}
