/** An answer that is compared with that of another application. */
export interface Compared {
  status: number;
  headers: Headers;
  text: string;
}

/** Asks as a client would, without following a redirect. */
export async function ask(url: string, method: string, headers: Record<string, string>): Promise<Compared> {
  const answer = await fetch(url, { method, headers, redirect: "manual" });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** All of an answer but what is different each time. */
export function shape({ status, headers, text }: Compared): object {
  const kept = [...headers].filter(([name]) => name !== "date" && name !== "ratelimit" && name !== "content-length");
  const known = kept.map(([name, value]) =>
    name === "x-request-id" && value.length === 36 ? [name, "made"] : [name, value],
  );
  const counted = headers.get("ratelimit")?.replace(/[rt]=\d+/g, "n");
  return { status, headers: Object.fromEntries(known), counted, text: ageless(text) };
}

/** The age and the request's id differ from one request to the next. */
export function ageless(text: string): string {
  return text
    .replace(/"cache_age_seconds":[\d.]+/, '"cache_age_seconds":0')
    .replace(/"request_id":"[0-9a-f-]{36}"/, '"request_id":"made"');
}
