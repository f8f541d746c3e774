import { z } from "zod";

/** A container as an engine describes it. */
export interface EngineContainer {
  id: string;
  name: string;
  image: string;
  state: string;
  health: string;
  /** Unix milliseconds. */
  createdAtMs: number | undefined;
}

/** What only the description of the single container says. */
export interface EngineDetails {
  startedAtMs: number | undefined;
  restarts: number | undefined;
}

const listSchema = z.array(
  z.object({
    Id: z.string(),
    Names: z.array(z.string()).nullish(),
    Image: z.string().nullish(),
    /** Unix seconds. */
    Created: z.number().nullish(),
    State: z.string().nullish(),
    Status: z.string().nullish(),
  }),
);

const detailsSchema = z.object({
  State: z.object({ StartedAt: z.string().nullish() }).nullish(),
  RestartCount: z.number().nullish(),
});

/** Words of Podman for what Docker calls otherwise. */
const states: Record<string, string> = { configured: "created", initialized: "created", stopped: "exited" };

/** The answer to `/containers/json` (Docker Engine API, ContainerList). @throws Error when it is none. */
export function parseContainerList(json: unknown): EngineContainer[] {
  const parsed = listSchema.safeParse(json);
  if (!parsed.success) throw new Error(`no list of containers: ${parsed.error.issues[0]?.message ?? "unreadable"}`);
  return parsed.data.map(({ Id, Names, Image, Created, State, Status }) => {
    const state = (State ?? "").toLowerCase();
    return {
      id: Id,
      name: (Names?.[0] ?? "").replace(/^\//, ""),
      image: Image ?? "",
      state: states[state] ?? state,
      health: healthOf(Status ?? ""),
      createdAtMs: Created ? Created * 1000 : undefined,
    };
  });
}

/** The answer to `/containers/<id>/json` (ContainerInspect); what it does not say is undefined. */
export function parseContainerDetails(json: unknown): EngineDetails {
  const parsed = detailsSchema.safeParse(json);
  const startedAtMs = Date.parse(parsed.data?.State?.StartedAt ?? "");
  return {
    // A container that was never started has the year 1.
    startedAtMs: startedAtMs > 0 ? startedAtMs : undefined,
    restarts: parsed.data?.RestartCount ?? undefined,
  };
}

/** `Up 2 hours (healthy)`, `Up 5 seconds (health: starting)`. */
function healthOf(status: string): string {
  return /\((?:health: )?(healthy|unhealthy|starting)\)/.exec(status)?.[1] ?? "";
}
