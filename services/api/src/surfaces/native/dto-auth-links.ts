/**
 * @example { "email": "ada@example.org" }
 */
export interface PasswordResetRequest {
  /**
   * @minLength 3
   * @maxLength 254
   */
  email: string;
}

/**
 * @example { "token": "YWRhLTE.1800000000000.c2lnbmF0dXJl", "password": "battery horse correct" }
 */
export interface PasswordReset {
  /**
   * Of the link.
   * @minLength 1
   * @maxLength 512
   */
  token: string;
  /**
   * At least 8 characters, at most 1024 bytes.
   * @minLength 1
   * @maxLength 1024
   */
  password: string;
}

/**
 * @example { "email": "ada@example.org", "role": "viewer" }
 */
export interface InvitationRequest {
  /**
   * @minLength 3
   * @maxLength 254
   */
  email: string;
  role: "viewer" | "editor" | "admin" | "owner";
  /**
   * Only these projects; null or absent: all of the workspace.
   * @maxItems 200
   */
  project_ids?: string[] | null;
  /**
   * The one that is served when absent.
   * @maxLength 63
   */
  workspace?: string;
}

export interface InvitationSent {
  id: string;
  expires_at: string;
}

/**
 * @example { "token": "default.0197a3b0-0000-7000-8000-000000000001.c2VjcmV0", "password": "correct horse battery", "name": "Ada" }
 */
export interface InvitationAcceptance {
  /**
   * Of the link.
   * @minLength 1
   * @maxLength 512
   */
  token: string;
  /**
   * For who has no user yet: at least 8 characters, at most 1024 bytes.
   * @maxLength 1024
   */
  password?: string;
  /**
   * For who has no user yet.
   * @minLength 1
   * @maxLength 100
   */
  name?: string;
}

export interface InvitationAccepted {
  workspace: string;
  /** Whether a user was made, who is signed in now; false: sign in as ever. */
  new_user: boolean;
}
