import { expect, it } from "vitest";
import { truthStreams } from "./truth.js";

/** Of a service, which nothing imports: what it is compared with is its source. */
const source = "../../../../services/ingester/src/ingested-streams.ts";

it("knows every stream that the ingester copies", async () => {
  const { ingestedStreams } = (await import(/* @vite-ignore */ source)) as { ingestedStreams: { name: string }[] };
  expect([...truthStreams].sort()).toEqual(ingestedStreams.map(({ name }) => name).sort());
});
