export {
  type InstallationKey,
  installationKey,
  type KeyPurpose,
  sameText,
  signature,
} from "./installation-key.js";
export { isLinkGood, type Link, type LinkPurpose, linkSubject, linkToken } from "./links.js";
export {
  type Admission,
  admit,
  type LockoutPolicy,
  type LockoutState,
  rememberMs,
  takeBack,
} from "./lockout.js";
export { codeAt, oneTimeSecret, provisioningUri, stepOfCode, usedStepSeconds } from "./one-time-codes.js";
export {
  hashPassword,
  type PasswordVerdict,
  passwordBytesMax,
  passwordCharactersMin,
  passwordFault,
  verifyPassword,
} from "./passwords.js";
export {
  recoveryCode,
  recoveryCodeBytes,
  recoveryCodeHash,
  recoveryCodesCount,
  withoutUsed,
} from "./recovery-codes.js";
export { signToken, type TokenSubject, type TokenType, tokenSeconds, verifyToken } from "./signed-tokens.js";
