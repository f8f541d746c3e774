import { expect, it } from "vitest";
import { redactUrl } from "./redact-url.js";

it.each([
  ["/stats", "/stats"],
  ["/stats?node=a&limit=5", "/stats?node=a&limit=5"],
  ["/metrics?apikey=abc", "/metrics?apikey=[redacted]"],
  ["/metrics?x=1&ApiKey=abc&y=2", "/metrics?x=1&ApiKey=[redacted]&y=2"],
  ["/metrics?api%6Bey=abc", "/metrics?api%6Bey=[redacted]"],
  ["/metrics?%zz=1&token=abc", "/metrics?%zz=1&token=[redacted]"],
])("%s is logged as %s", (url, logged) => {
  expect(redactUrl(url)).toBe(logged);
});
