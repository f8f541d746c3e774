import type { StoredRevision } from "@statwire/control-plane";
import type { BodyRules, Failure } from "./checked-body.js";
import type { DocumentPatch } from "./documents.js";
import type { PeekapingProxy, PeekapingProxyChange, PeekapingProxyInput } from "./dto.js";

const protocols = ["http", "https", "socks", "socks4", "socks5", "socks5h"] as const;

const members = {
  protocol: { is: "text", oneOf: protocols },
  host: { is: "text", min: 1, max: 253 },
  port: { is: "integer", min: 1, max: 65_535 },
  auth: { is: "flag" },
  username: { is: "text", max: 255 },
  password: { is: "text", max: 1_024 },
} as const;

/** A proxy that is changed. */
export const changedProxyBody: BodyRules = { name: "PartialUpdateDto", members };

/** A proxy that is replaced: its password may be the one that is stored. */
export const replacedProxyBody: BodyRules = {
  name: "CreateUpdateDto",
  members: {
    ...members,
    protocol: { ...members.protocol, required: true },
    host: { ...members.host, required: true },
    port: { ...members.port, required: true },
  },
  across: ({ auth, username }) => missing("username", auth === true && !username),
};

/** A new proxy: who wants a name and a password has both. */
export const newProxyBody: BodyRules = {
  ...replacedProxyBody,
  across: ({ auth, username, password }) =>
    missing("username", auth === true && !username) ?? missing("password", auth === true && !password),
};

function missing(member: string, isMissing: boolean): Failure | undefined {
  return isMissing ? { member, tag: "required_if" } : undefined;
}

/** What a proxy becomes as a whole. */
export function toProxyReplacement({ auth = false, username, ...others }: PeekapingProxyInput): DocumentPatch {
  return toProxyPatch({ ...others, auth, username: auth ? (username ?? "") : "" });
}

/** What is changed of a proxy. Who wants no password has none stored, and an empty one changes nothing. */
export function toProxyPatch({ auth, username, password, ...others }: PeekapingProxyChange): DocumentPatch {
  return {
    patch: {
      ...others,
      ...(auth === undefined ? {} : { authentication: auth }),
      ...(username === undefined ? {} : { username: username === "" ? null : username }),
    },
    ...(auth === false ? { secret: null } : password ? { secret: { password } } : {}),
  };
}

/** What a changed proxy would be without that it needs; undefined: nothing. */
export function missingOf(current: StoredRevision, { patch, secret }: DocumentPatch): string | undefined {
  const { authentication, username } = { ...current.document, ...patch } as {
    authentication: boolean;
    username: unknown;
  };
  if (!authentication) return undefined;
  if (!username) return "username: is needed with auth";
  return (secret ?? current.secret) ? undefined : "password: is needed with auth";
}

/** What a member of a proxy's document is called here. */
export function proxyMember(path: string): string {
  if (path === "authentication") return "auth";
  return path.startsWith("secret") ? "password" : path;
}

/** A proxy as it is answered: whether it has a password shows in `auth` alone. */
export function toProxy({ id, document, createdAtMs, atMs }: StoredRevision): PeekapingProxy {
  const { protocol, host, port, authentication, username } = document as {
    protocol: string;
    host: string;
    port: number;
    authentication: boolean;
    username: string | null;
  };
  return {
    ...{ id, protocol, host, port, auth: authentication },
    ...(username ? { username } : {}),
    createdDate: new Date(createdAtMs).toISOString(),
    updatedAt: new Date(atMs).toISOString(),
  };
}
