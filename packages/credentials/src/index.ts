export {
  type AccountToken,
  accountsDigest,
  accountTokens,
  type BusKeys,
  issueCredentials,
  keptBusKeys,
  operatorJwt,
  revokeCredentials,
  separateAccountJwt,
  userCredentials,
} from "./bus-identity.js";
export {
  type EnrollmentKey,
  enrollmentKeyText,
  isUserKey,
  newUserKey,
  nodeToken,
  parseEnrollmentKey,
  parseUserKey,
  revokeEnrolled,
  userCredentialsOf,
} from "./enrollment.js";
export {
  formerNodeCredentials,
  nodeCredentialsFile,
  type RenewedCredential,
  renewNodeCredentials,
  thirdPartyFile,
} from "./node-credentials.js";
export { type BusUser, busUsers, type NodeIdentity, permissionsOf } from "./permissions.js";
export { keptSecret, writePrivate } from "./private-files.js";
export { readRevocations } from "./revocations.js";
