import { expect, it } from "vitest";
import { urlHost } from "./url-host.js";

it.each([
  ["0.0.0.0", "127.0.0.1"],
  ["::", "[::1]"],
  ["0:0:0:0:0:0:0:0", "[::1]"],
  ["::1", "[::1]"],
  ["2001:db8::7", "[2001:db8::7]"],
  ["fe80::1%eth0", "[fe80::1]"],
  ["192.0.2.1", "192.0.2.1"],
  ["a.example.org", "a.example.org"],
])("what listens at %s is reached at %s", (listening, host) => {
  expect(urlHost(listening)).toBe(host);
  expect(new URL(`http://${urlHost(listening)}:8034`).port).toBe("8034");
});
