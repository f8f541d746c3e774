/**
 * @example { "login": "ada@example.org", "password": "correct horse battery", "code": "123456" }
 */
export interface SignInRequest {
  /**
   * Address of mail, or user name.
   * @minLength 1
   * @maxLength 254
   */
  login: string;
  /**
   * Up to 1024 bytes.
   * @minLength 1
   * @maxLength 1024
   */
  password: string;
  /**
   * Of the authenticator app, or a recovery code; for who has turned it on.
   * @maxLength 32
   */
  code?: string;
}

/** A person, as that person sees it. */
export interface SignedInUser {
  id: string;
  email: string;
  username: string | null;
  name: string | null;
  /** Looks after the installation. */
  administrator: boolean;
  /** Whether sign-ins ask for a code. */
  two_factor: boolean;
}

/** A workspace that the caller is let into. */
export interface WorkspaceAccess {
  id: string;
  role: "viewer" | "editor" | "admin" | "owner";
  /** Only these projects; null: all of it. */
  project_ids: string[] | null;
}

/** Who the caller is. */
export interface Me {
  credential: "session" | "token" | "installation-key";
  /** Null for a program. */
  user: SignedInUser | null;
  workspaces: WorkspaceAccess[];
  /** To be sent as `X-CSRF-Token` with every change; absent without a session. */
  csrf_token?: string;
  /** When the session ends at the latest. */
  expires_at?: string;
}

/** A session has begun: its cookie is `statwire_session`. */
export interface SessionBegun {
  user: SignedInUser;
  /** To be sent as `X-CSRF-Token` with every change; the cookie `statwire_csrf` has it, too. */
  csrf_token: string;
  expires_at: string;
}

/** Something that the caller is signed in with. */
export interface SignInSummary {
  id: string;
  /** A browser's session, or a program's pair of tokens. */
  kind: "session" | "tokens";
  created_at: string;
  /** Within a minute. */
  seen_at: string;
  expires_at: string;
  address: string;
  user_agent: string;
  /** Whether it is the one of this request. */
  current: boolean;
}

export interface SignInList {
  /** The newest first. */
  sessions: SignInSummary[];
}

/**
 * @example { "current_password": "correct horse battery", "new_password": "battery horse correct" }
 */
export interface PasswordChange {
  /**
   * @minLength 1
   * @maxLength 1024
   */
  current_password: string;
  /**
   * At least 8 characters, at most 1024 bytes.
   * @minLength 1
   * @maxLength 1024
   */
  new_password: string;
}

/** Two JSON Web Tokens. */
export interface Tokens {
  user: SignedInUser;
  /** For `Authorization: Bearer`. */
  access_token: string;
  /** For the next two; good once. */
  refresh_token: string;
  /** Of the access token. @isInt */
  expires_in_seconds: number;
}

/**
 * @example { "refresh_token": "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl" }
 */
export interface TokenExchange {
  /**
   * @minLength 1
   * @maxLength 2048
   */
  refresh_token: string;
}

/** A link with which the first administrator makes an account. */
export interface FirstAdministratorLink {
  url: string;
  token: string;
  expires_at: string;
}

/**
 * @example { "token": "aW5zdGFsbGF0aW9u.1800000000000.c2lnbmF0dXJl", "email": "ada@example.org", "password": "correct horse battery" }
 */
export interface FirstAdministratorRequest {
  /**
   * Of the link.
   * @minLength 1
   * @maxLength 512
   */
  token: string;
  /**
   * @minLength 3
   * @maxLength 254
   */
  email: string;
  /**
   * At least 8 characters, at most 1024 bytes.
   * @minLength 1
   * @maxLength 1024
   */
  password: string;
  /**
   * @minLength 1
   * @maxLength 100
   */
  name?: string;
}

/**
 * @example { "password": "correct horse battery" }
 */
export interface TwoFactorSetupRequest {
  /**
   * @minLength 1
   * @maxLength 1024
   */
  password: string;
}

/** Shown once. */
export interface TwoFactorSecret {
  /** Base32. */
  secret: string;
  /** What an authenticator app reads as a QR code. */
  provisioning_uri: string;
}

/**
 * @example { "code": "123456" }
 */
export interface TwoFactorCode {
  /**
   * @minLength 6
   * @maxLength 6
   */
  code: string;
}

/** Shown once. */
export interface RecoveryCodes {
  /** Each signs in once, in the place of a code of the app. */
  recovery_codes: string[];
}

/**
 * @example { "password": "correct horse battery", "code": "123456" }
 */
export interface TwoFactorDisableRequest {
  /**
   * @minLength 1
   * @maxLength 1024
   */
  password: string;
  /**
   * Of the app, or a recovery code.
   * @maxLength 32
   */
  code?: string;
}
