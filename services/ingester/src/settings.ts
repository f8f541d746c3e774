import { eventLogSettings, streamLimitSettings } from "@statwire/event-log";
import { historySettings } from "@statwire/history-store";
import { wholeNumber } from "@statwire/runtime";
import { z } from "zod";

/** Settings of the ingester. */
export const ingesterSettings = {
  ...eventLogSettings,
  ...streamLimitSettings,
  ...historySettings,
  INGEST_BATCH_MESSAGES_MAX: wholeNumber({ min: 1, max: 200_000 }).default(20_000).describe("messages in one insert"),
  INGEST_BATCH_BYTES_MAX: wholeNumber({ min: 1_024, max: 67_108_864 })
    .default(8_388_608)
    .describe("bytes of events in one insert"),
  INGEST_FLUSH_INTERVAL_MS: wholeNumber({ min: 50, max: 60_000 })
    .default(1_000)
    .describe("age at which a batch is inserted"),
  INGEST_TAKEOVER_MS: wholeNumber({ min: 1_000, max: 600_000 })
    .default(6_000)
    .describe("silence after which a standby takes over"),
  CLOSE_GRACE_SECONDS: wholeNumber({ min: 0, max: 86_400 })
    .default(300)
    .describe("how long after its end an hour is closed"),
  HOUSEKEEPING_INTERVAL_SECONDS: wholeNumber({ min: 1, max: 3_600 })
    .default(30)
    .describe("how often closes and the size of the stream are looked at"),
  ROLLUP_CHECK_HOURS: wholeNumber({ min: 0, max: 24 })
    .default(4)
    .describe("closed hours that one housekeeping compares with raw data; 0: only those that statwire verify asks for"),
  ROLLUP_CHECK_TIME_PERCENT: wholeNumber({ min: 1, max: 100 })
    .default(5)
    .describe("share of the time that these comparisons may take"),
  GAP_WATCH_INTERVAL_SECONDS: wholeNumber({ min: 1, max: 3_600 })
    .default(20)
    .describe("how often missing events are looked for"),
  INGEST_FAULTS_FROM: z
    .string()
    .optional()
    .describe("tests only, refused with MODE=prod: file that says where this process kills itself"),
};
