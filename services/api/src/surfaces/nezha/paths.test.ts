import { expect, it } from "vitest";
import { surfaceOf } from "../../http/surface.js";

it.each([
  ["/api/v1/server/list", "nezha"],
  ["/api/v1/monitor/1", "nezha"],
  ["/api/v1/monitors", "peekaping"],
  ["/api/v1/server", "peekaping"],
  ["/api/token", "nezha"],
  ["/api/token/abc", "nezha"],
  ["/api/tokens", "dashmon"],
  ["/api/server", "nezha"],
  ["/api/server/1", "nezha"],
  ["/api/alert-rule/1", "nezha"],
  ["/api/cron/1/manual", "nezha"],
  ["/api/server/1/manual", "dashmon"],
  ["/api/projects/1", "dashmon"],
  ["/api/devices/1", "dashmon"],
  ["/api/alerts/email", "dashmon"],
  ["/api/health", "dashmon"],
  ["/api/logout", "nezha"],
  ["/terminal", "nezha"],
  ["/file/x", "nezha"],
  ["/file/x/y", "v6direct"],
])("%s is %s's", (path, surface) => {
  expect(surfaceOf(path)).toBe(surface);
});
