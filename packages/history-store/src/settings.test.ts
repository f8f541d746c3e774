import { expect, it } from "vitest";
import { z } from "zod";
import { historySettings, unsafeHistorySettings } from "./settings.js";

it("inserts that do not wait for the disk are named as unsafe, and they are what is set by default", () => {
  const given = { CLICKHOUSE_URL: "http://127.0.0.1:8123", CLICKHOUSE_PASSWORD: "of-the-store" };
  const settings = z.object(historySettings).parse(given);
  expect(unsafeHistorySettings(settings)).toEqual([
    "CLICKHOUSE_DURABLE_INSERTS: an insert counts before it is on disk; true waits for that",
  ]);
  expect(unsafeHistorySettings({ ...settings, CLICKHOUSE_DURABLE_INSERTS: true })).toEqual([]);
});
