import type { Product } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";

/** Changes the configuration all the time, as somebody at the API does. */
export interface Configurer {
  /** `config revision 0 <number>` of every revision that the API has answered with. */
  acknowledged: string[];
  /** Resolves when nothing is under way; changes nothing until `resume`. */
  pause(): Promise<void>;
  resume(): void;
  stop(): Promise<void>;
}

const everyMs = 1_000;
const answerMs = 5_000;
/** The log keeps the last 64 revisions of a document: whoever reads it has that long. */
const changesMax = 30;

/** Every so many changes somebody signs in with a wrong password, which the audit has to tell. */
const signInEvery = 5;

/** Begins to make a document, change it, and make the next one. */
export function startConfigurer(product: Pick<Product, "httpUrl" | "apiKey">): Configurer {
  const acknowledged: string[] = [];
  const stopping = new AbortController();
  let isPaused = false;
  let underWay: Promise<void> = Promise.resolve();
  let document: { id: string; changes: number } | undefined;

  async function changeOnce(number: number): Promise<void> {
    const isNew = document === undefined || document.changes >= changesMax;
    const path = isNew ? "/api/v2/tags" : `/api/v2/tags/${document?.id}`;
    const body = isNew ? { name: `tag ${number}` } : { description: `change ${number}` };
    try {
      const answer = await fetch(product.httpUrl + path, {
        method: isNew ? "POST" : "PATCH",
        headers: { "x-api-key": product.apiKey, "content-type": "application/json", "if-match": "*" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(answerMs),
      });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const { id, revision } = (await answer.json()) as { id: string; revision: number };
      acknowledged.push(`config revision 0 ${revision}`);
      document = { id, changes: isNew ? 1 : (document?.changes ?? 0) + 1 };
    } catch {
      // It may be there or not: the next change is of another document.
      document = undefined;
    }
  }

  const going = (async () => {
    for (let number = 1; !stopping.signal.aborted; number += 1) {
      await sleep(everyMs, stopping.signal);
      if (isPaused || stopping.signal.aborted) continue;
      underWay = number % signInEvery === 0 ? signIn(product, number) : changeOnce(number);
      await underWay;
    }
  })();
  return {
    acknowledged,
    async pause() {
      isPaused = true;
      await underWay;
    },
    resume() {
      isPaused = false;
    },
    async stop() {
      stopping.abort();
      await going;
    },
  };
}

/** A sign-in that is refused; whether anybody is told is no matter, as nobody is told that it was recorded. */
async function signIn({ httpUrl }: Pick<Product, "httpUrl">, number: number): Promise<void> {
  await fetch(`${httpUrl}/api/v2/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login: `nobody-${number}@example.org`, password: "a wrong password" }),
    signal: AbortSignal.timeout(answerMs),
  }).catch(() => undefined);
}
