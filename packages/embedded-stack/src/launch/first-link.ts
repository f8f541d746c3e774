const answerWithinMs = 3_000;
const attemptsMax = 5;
const pauseMs = 500;

/**
 * The link with which the first administrator makes an account. Undefined when there is a user already, or the API does not say so
 * in a few seconds: `statwire user first-link` asks it at any time.
 */
export async function firstAdministratorLink(apiUrl: string, apiKey: string): Promise<string | undefined> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const answer = await ask(apiUrl, apiKey);
    if (answer?.status === 200) return ((await answer.json()) as { url: string }).url;
    // The configuration may not be known yet: then it says so. Anything else will not change.
    if (answer?.status !== 503 || !answer.headers.has("retry-after")) return undefined;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return undefined;
}

function ask(apiUrl: string, apiKey: string): Promise<Response | undefined> {
  return fetch(`${apiUrl}/api/v2/auth/first-administrator/link`, {
    method: "POST",
    headers: { "X-API-Key": apiKey },
    signal: AbortSignal.timeout(answerWithinMs),
  }).catch(() => undefined);
}
