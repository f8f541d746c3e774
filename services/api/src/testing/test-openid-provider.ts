import { createServer, type Server } from "node:http";
import { anyFreePort } from "@statwire/embedded-stack/testing";
import Provider from "oidc-provider";

/** Somebody who can sign in at the provider. */
export interface TestPerson {
  subject: string;
  email: string;
  isVerified: boolean;
}

/** An OpenID provider on a port of its own, at which whoever comes is signed in as the person of that moment. */
export interface TestOpenIdProvider {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  signInAs(person: TestPerson): void;
  close(): Promise<void>;
}

const clientId = "statwire";
const clientSecret = "a secret of the client, for tests alone";

export async function startTestOpenIdProvider(redirectUri: string): Promise<TestOpenIdProvider> {
  const port = await anyFreePort();
  const issuer = `http://127.0.0.1:${port}`;
  let current: TestPerson = { subject: "nobody", email: "nobody@example.org", isVerified: false };
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    cookies: { keys: ["a key for tests"] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => {
      const { email, isVerified } = current;
      return { accountId: id, claims: () => ({ sub: id, email, email_verified: isVerified }) };
    },
    // Whoever signs in has agreed.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        ...(oidc.client === undefined ? {} : { clientId: oidc.client.clientId }),
        ...(oidc.account === undefined ? {} : { accountId: oidc.account.accountId }),
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const server: Server = createServer((request, response) => {
    if (request.url?.startsWith("/interaction/") !== true) return void answer(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: current.subject } });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    issuer: new URL(issuer),
    clientId,
    clientSecret,
    signInAs: (person) => {
      current = person;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
