/** Request of the `query` command: read one module from one source now, whatever the order of sources is. JSON on the bus. */
export interface QueryRequest {
  module: string;
  /** `direct`, `systeminformation` or `netdata`. */
  source: string;
}

/** The reading, which is not published; or why there is none. JSON on the bus. */
export type QueryReply =
  | {
      ok: true;
      /** Unix milliseconds. */
      observedAtMs: number;
      /** A `HostSampled` that holds the module alone, as protobuf in Base64. */
      event: string;
    }
  /** `unknown-source` and `unknown-module` are no names of this collector; `unavailable` means that it cannot read there. */
  | { ok: false; reason: "unknown-source" | "unknown-module" | "unavailable" | "malformed"; error: string };
