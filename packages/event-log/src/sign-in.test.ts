import { credsAuthenticator, nkeys } from "@nats-io/nats-core";
import { expect, test } from "vitest";
import { signInWith } from "./sign-in.js";

function credentialsOf(seed: string, token = "eyJ0eXAi.eyJq---dGki.c2ln_-bmF0"): Uint8Array {
  return new TextEncoder().encode(`-----BEGIN NATS USER JWT-----
${token}
------END NATS USER JWT------

************************* IMPORTANT *************************
NKEY Seed printed below can be used to sign and prove identity.

-----BEGIN USER NKEY SEED-----
${seed}
------END USER NKEY SEED------

*************************************************************
`);
}

const newSeed = () => new TextDecoder().decode(nkeys.createUser().getSeed());

test("the token and the signature are those of the library", () => {
  for (let round = 0; round < 20; round += 1) {
    const credentials = credentialsOf(newSeed());
    const nonce = `nonce-${round}-ä`;
    const { jwt, sig } = credsAuthenticator(credentials)(nonce) as { jwt: string; sig: string };
    const ours = signInWith(credentials)(nonce) as { jwt: string; sig: string };
    expect(ours.jwt).toBe(jwt);
    expect(Buffer.from(ours.sig, "base64url")).toEqual(Buffer.from(sig, "base64"));
  }
});

test("a key that is damaged, and a file without one, are refused", () => {
  const seed = newSeed();
  const other = seed.endsWith("A") ? "B" : "A";
  const damaged = `${seed.slice(0, 10)}${seed[10] === other ? "C" : other}${seed.slice(11)}`;
  expect(() => signInWith(credentialsOf(damaged))).toThrow();
  expect(() => signInWith(new TextEncoder().encode("-----BEGIN-----\nabc\n-----END-----\n"))).toThrow("no token");
});
