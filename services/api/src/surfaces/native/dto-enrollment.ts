/**
 * @example { "node": "till-3", "valid_seconds": 3600 }
 */
export interface EnrollmentRequest {
  /**
   * The node that may come, as in its NODE_ID.
   * @minLength 1
   * @maxLength 255
   */
  node: string;
  /**
   * How long the token is good: a minute to a day.
   * @isInt
   * @minimum 60
   * @maximum 86400
   */
  valid_seconds?: number;
}

export interface EnrollmentToken {
  /** For `POST /api/v2/enrollments/accept`, once. */
  token: string;
  expires_at: string;
}

/**
 * @example { "token": "WyJkZWZhdWx0Iiwibm9kZSIsIiJd.1800000000000.c2lnbmF0dXJl", "public_key": "UABJHLOVJTQRI6GSGCZXOTWUP4BDOBF2G4PI2HSJSVSGNYXNNAQCMZHV" }
 */
export interface EnrollmentAcceptance {
  /**
   * As it was given out.
   * @minLength 1
   * @maxLength 1024
   */
  token: string;
  /**
   * Of a user of NATS; its other half stays on the node.
   * @minLength 1
   * @maxLength 64
   */
  public_key: string;
}

export interface EnrolledNode {
  /** Of the credential's document. */
  id: string;
  workspace: string;
  node: string;
  /** What NATS wants to see together with the key; no secret. */
  jwt: string;
}
