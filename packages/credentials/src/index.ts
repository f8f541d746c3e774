export {
  accountJwt,
  type BusKeys,
  issueCredentials,
  keptBusKeys,
  operatorJwt,
  systemAccountJwt,
  userCredentials,
} from "./bus-identity.js";
export { type BusUser, busUsers, type NodeIdentity, permissionsOf } from "./permissions.js";
export { keptSecret, writePrivate } from "./private-files.js";
