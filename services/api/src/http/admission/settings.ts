import { type Settings, wholeNumber } from "@statwire/runtime";

/** How much the API takes on at once; what is beyond gets 503 with `Retry-After`. */
export const admissionSettings = {
  REQUESTS_RUNNING_MAX: wholeNumber({ min: 1, max: 1_000 })
    .default(16)
    .describe("requests that are worked on at once; more only make each other late"),
  REQUESTS_WAITING_MAX: wholeNumber({ min: 0, max: 10_000 })
    .default(256)
    .describe(
      "requests that wait for that, 100 ms at most, and reads of the history, 2 s at most; the rest are refused",
    ),
  REQUESTS_OPEN_MAX: wholeNumber({ min: 1, max: 100_000 })
    .default(250)
    .describe("requests that are not answered yet, also those that wait for a query or a collector"),
};

export type AdmissionSettings = Settings<typeof admissionSettings>;
