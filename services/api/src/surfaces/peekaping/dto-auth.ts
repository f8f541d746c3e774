/**
 * A person who comes first, or wherever anybody may come.
 * @example { "email": "ada@example.org", "password": "Correct-horse-7" }
 */
export interface PeekapingRegistration {
  email: string;
  /** Eight characters or more, with an upper-case and a lower-case letter, a digit and a special character. */
  password: string;
}

/**
 * What somebody presents.
 * @example { "email": "ada@example.org", "password": "Correct-horse-7", "token": "123456" }
 */
export interface PeekapingLogin {
  email: string;
  password: string;
  /** The code of the authenticator app, or a recovery code; for who has turned it on. */
  token?: string;
}

/**
 * A refresh token.
 * @example { "refreshToken": "eyJhbGciOi…" }
 */
export interface PeekapingRefresh {
  refreshToken: string;
}

/**
 * A new password.
 * @example { "currentPassword": "Correct-horse-7", "newPassword": "Correct-horse-8" }
 */
export interface PeekapingPasswordChange {
  currentPassword: string;
  newPassword: string;
}

/**
 * The caller's own address and password.
 * @example { "email": "ada@example.org", "password": "Correct-horse-7" }
 */
export interface PeekapingTwoFactorSetup {
  email: string;
  password: string;
}

/**
 * A first code of the authenticator app.
 * @example { "email": "ada@example.org", "code": "123456" }
 */
export interface PeekapingTwoFactorCode {
  email: string;
  code: string;
}

/**
 * What turns codes off: the password.
 * @example { "email": "ada@example.org", "password": "Correct-horse-7", "token": "123456" }
 */
export interface PeekapingTwoFactorDisable {
  email: string;
  password: string;
  /** A code of the authenticator app, or a recovery code; the original has no such field. */
  token?: string;
}

export interface PeekapingUser {
  id: string;
  email: string;
  active: boolean;
  /** Whether sign-ins ask for a code. */
  twofa_status: boolean;
  createdAt: string;
  updatedAt: string;
}

/** Two tokens: the first for `Authorization`, for 15 minutes, the second to be exchanged, once. */
export interface PeekapingTokens {
  user: PeekapingUser;
  accessToken: string;
  refreshToken: string;
}

export interface PeekapingTokensAnswer {
  message: string;
  data: PeekapingTokens;
}

/** For an authenticator app; shown once. */
export interface PeekapingTwoFactorSecret {
  secret: string;
  /** `otpauth://totp/…`, for a QR code. */
  provisioningUri: string;
}

/** Whether the code was right, whatever the message says. */
export interface PeekapingTwoFactorVerdict {
  success: boolean;
  message: string;
  /** Each is good once in place of a code; shown once. */
  recoveryCodes?: string[];
}

/** Too many sign-ins failed. */
export interface PeekapingLockout {
  success: boolean;
  message: string;
  /**
   * Seconds.
   * @isInt
   */
  retry_after: number;
}
