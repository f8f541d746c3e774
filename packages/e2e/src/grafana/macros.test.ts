import { expect, it } from "vitest";
import { expandQuery } from "./macros.js";

const view = {
  fromMs: 1_000_500,
  toMs: 2_000_000,
  intervalMs: 30_000,
  variables: { node: ["a", "b'c"], all: ["$__all"] },
};

/** How a panel writes a variable. */
const quoted = (name: string) => `\${${name}:singlequote}`;

it("writes a panel's statement as Grafana does", () => {
  expect(expandQuery("SELECT $__timeInterval(s.time), n / $__interval_s WHERE $__timeFilter(s.time)", view)).toBe(
    "SELECT toStartOfInterval(toDateTime(s.time), INTERVAL 30 second), n / 30 " +
      "WHERE s.time >= toDateTime(1000) AND s.time <= toDateTime(2000)",
  );
  expect(expandQuery("$__fromTime, $__toTime - INTERVAL 2 MINUTE", view)).toBe(
    "toDateTime(1000), toDateTime(2000) - INTERVAL 2 MINUTE",
  );
  const chosen = `$__conditionalAll(node IN (${quoted("node")}), $node) AND $__conditionalAll((a), $all)`;
  expect(expandQuery(chosen, view)).toBe("node IN ('a','b\\'c') AND 1=1");
});

it("refuses what nobody would replace", () => {
  expect(() => expandQuery("WHERE $__dateFilter(day)", view)).toThrow("nothing replaces $__dateFilter");
  expect(() => expandQuery("WHERE node = '$node'", view)).toThrow("nothing replaces $node");
  expect(() => expandQuery(`IN (${quoted("nobody")})`, view)).toThrow("no such variable");
  expect(() => expandQuery("$__conditionalAll(a = (1, $node)", view)).toThrow("a bracket is not closed");
});
