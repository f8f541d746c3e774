import fc from "fast-check";

/** Ends a line of a protocol, or a statement, and goes on as somebody else: none of it may be more than a text. */
const injections = [
  "\n\nSELECT * FROM system.users",
  "'; DROP TABLE metric_1h; --",
  "' OR '1'='1",
  "x') UNION ALL SELECT name FROM system.tables --",
  "{node:String}",
  "\\'",
  "\r\nX-Injected: yes\r\n\r\n",
  "*\r\nFLUSHALL\r\n",
  ">",
  "a.*.>",
  "telemetry.v1.default.>",
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "file:///etc/passwd",
  "http://169.254.169.254/latest/meta-data/",
  "$" + "{jndi:ldap://127.0.0.1/a}",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "%s%n%x",
  "=cmd|' /C calc'!A0",
];

const oddTexts = [
  "",
  " ",
  "\t",
  ".",
  "..",
  "/",
  "\0",
  "web-1\0",
  "\u001b[31m",
  "\ufeffweb-1",
  "\u202eweb-1",
  "ｗｅｂ－１",
  "\ud800",
  "💥".repeat(40),
  "e\u0301".repeat(50),
  "WEB-1",
  "web-1 ",
  "null",
  "undefined",
  "true",
  "[object Object]",
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "toString",
  "(a+)+$",
  "a".repeat(300),
  "a".repeat(6_000),
  ",".repeat(500),
  "avg,".repeat(300),
];

const numbers = [
  ...[
    "0",
    "-0",
    "1",
    "-1",
    "1.5",
    "1e3",
    "1e309",
    "-1e309",
    "NaN",
    "Infinity",
    "-Infinity",
    "0x10",
    "0b1",
    "010",
    "+1",
  ],
  ...["1_000", "1,5", " 5", "5 ", "٣", "2147483647", "2147483648", "-2147483649", "4294967296"],
  ...["9007199254740991", "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551616"],
  "9".repeat(400),
];

/** Forms of times, durations and statistics, valid ones and those just beyond. */
const timesAndSuch = [
  ...["now", "-1h", "-15m", "+1h", "-0s", "-99999999999d", "-1e9s", "--1h", "-1.5h", "1970-01-01T00:00:00Z"],
  ...["0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "+275760-09-13T00:00:00Z", "-271821-04-20T00:00:00Z"],
  ...[
    "2026-02-30T00:00:00Z",
    "2026-01-01T24:00:00Z",
    "2026-01-01T00:00:60Z",
    "2026-01-01",
    "2026-01-01T00:00:00+99:99",
  ],
  ...["1s", "0s", "1ms", "999999999999h", "range", "5m", "1d", "-5m", "1mo"],
  ...["avg", "p95", "p0", "p100", "p100.1", "p99.9999999999", "p-1", "pNaN", "p1e1", "rate,increase", "p50,p50", "AVG"],
  ...["start", "stop", "restart", "START", "true", "false", "1"],
];

/** Texts that a careless reader would take for something else. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...injections) },
  { weight: 4, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 3, arbitrary: fc.constantFrom(...numbers) },
  { weight: 4, arbitrary: fc.constantFrom(...timesAndSuch) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...injections), fc.string({ maxLength: 10 })).map((two) => two.join("")),
  },
);

/** At, around and far beyond the bounds of a whole number. */
export function aroundBounds(minimum: number | undefined, maximum: number | undefined): fc.Arbitrary<string> {
  const least = minimum ?? 0;
  const most = maximum ?? Number.MAX_SAFE_INTEGER;
  return fc.oneof(
    fc.constantFrom(least, least - 1, least + 1, most, most + 1, most - 1).map(String),
    fc.constantFrom(...numbers),
    fc.integer({ min: Math.max(least, -(2 ** 31)), max: Math.min(most, 2 ** 31 - 1) }).map(String),
  );
}

/** JSON values of any type, as text, since some of them no value of ours can hold. */
export const hostileJson: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
  {
    weight: 3,
    arbitrary: fc.constantFrom("null", "true", "0", "-1", "1.5", "1e400", "1e999999", "[]", "{}", "[[]]", "[null]"),
  },
  { weight: 1, arbitrary: fc.constantFrom('{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"x":1}}}') },
  { weight: 1, arbitrary: fc.constantFrom('{"toString":1}', '{"length":1e9}', '{"$gt":""}', '{"then":1,"toJSON":1}') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(nested("[", "]", 5_000), nested('{"a":', "}", 5_000, "1"), nested("[", "]", 20)),
  },
  { weight: 1, arbitrary: fc.constantFrom(list('"a"', 101), list("1", 10_000), list("null", 3)) },
  { weight: 2, arbitrary: fc.json({ maxDepth: 3 }) },
);

function nested(open: string, close: string, depth: number, inside = ""): string {
  return open.repeat(depth) + inside + close.repeat(depth);
}

function list(item: string, length: number): string {
  return `[${Array(length).fill(item).join(",")}]`;
}
