export const samplingActions = ["start", "stop", "restart"] as const;

export type SamplingAction = (typeof samplingActions)[number];

/** Request of the `sampling` command: stop or start the reading of modules; the process goes on. JSON on the bus. */
export interface SamplingRequest {
  action: SamplingAction;
}

/** What was really done. JSON on the bus. */
export type SamplingReply =
  | {
      ok: true;
      action: SamplingAction;
      /** Whether modules are read from now on. */
      running: boolean;
      /** False when it was so already. */
      changed: boolean;
    }
  | { ok: false; error: string };
