/** Something that happened to a sign-in, for the audit (`SignInLog`). It never holds what was presented. */
export interface SignInEvent {
  action:
    | "signed-in"
    | "refused"
    | "locked-out"
    | "signed-out"
    | "token-reused"
    | "password-changed"
    | "password-reset-asked"
    | "two-factor-enabled"
    | "two-factor-disabled"
    | "recovery-code-used"
    | "invitation-accepted";
  /** Absent when nobody has the name. */
  userId?: string;
  /** How. */
  method?: "password" | "refresh-token" | "openid" | "link";
  requestId: string;
  address: string;
  atMs: number;
}
