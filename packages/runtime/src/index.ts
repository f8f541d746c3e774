export { type BoundedOutcome, type BoundedWork, boundedWork } from "./bounded-work.js";
export { createLogger, type Logger, logInfoText } from "./logger.js";
export type { ReadinessCheck } from "./ops-server.js";
export {
  callUrl,
  type OutboundCall,
  type OutboundDeps,
  type OutboundFailure,
  type OutboundLimits,
  type OutboundResult,
} from "./outbound/call-url.js";
export { type Denial, judgeAddress, type OutboundPolicy } from "./outbound/judge-address.js";
export { outboundSettings, toOutboundPolicy } from "./outbound/settings.js";
export { allowedServers, requireSafeServers, type ServerName } from "./safe-servers.js";
export { exitCodes, runService, runtimeSettings, type Service, type ServiceDefinition } from "./service.js";
export {
  describeSettings,
  flag,
  parseSettings,
  port,
  type Settings,
  SettingsError,
  type SettingsShape,
  wholeNumber,
} from "./settings.js";
export { urlHost } from "./url-host.js";
export { backoffMs, retryForever, sleep } from "./waiting.js";
