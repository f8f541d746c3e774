import type { Family } from "./families.js";

/** Request of the `refresh` command: read every module now and publish it on the live lane. JSON on the bus. */
export interface RefreshRequest {
  /** Why, for the collector's log. */
  reason?: string;
  /** Also forget the short history of headline samples. */
  clearHistory?: boolean;
}

/** The answer, once the log has stored what was read; or why it could not be. JSON on the bus. */
export type RefreshReply =
  | {
      ok: true;
      /** The collector's run, as a decimal: it exceeds what a JSON number holds exactly. */
      bootId: string;
      /** The sequence of the refreshed event in each family. */
      sequences: Record<Family, number>;
      /** Unix milliseconds. */
      observedAtMs: number;
    }
  | { ok: false; error: string };
