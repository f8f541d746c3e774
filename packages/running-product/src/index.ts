export { type Answer, get, getOverTls, post } from "./api-client.js";
export { type CuttableNetwork, openNetwork, type Slowness } from "./cuttable-network.js";
export {
  type EventIdentity,
  eventsInHistory,
  eventsInLog,
  faultsInNumbering,
  historyOf,
  inOrder,
  readStream,
} from "./oracle.js";
export { type PinnedClient, pinnedClient } from "./pinned-client.js";
export {
  descendant,
  descendants,
  freePorts,
  ownEnvironment,
  type Ports,
  type Product,
  portSettings,
  startProduct,
  waitFor,
} from "./product.js";
export { type NodeOptions, nodeCredentials, type SecondNode, startSecondNode } from "./second-node.js";
export { type CommandOutcome, runStatwire, statwireOf } from "./statwire.js";
