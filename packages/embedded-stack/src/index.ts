export { findProgram, type Program, requirePrograms, type SearchOptions } from "./binaries.js";
export { packageCache, unpackDebianPackages } from "./debian-package.js";
export { requireDurableNats } from "./nats/durable-nats.js";
export { anyFreePort, claimPort, requireFreePort } from "./ports.js";
export { startTimeOf } from "./processes.js";
export { type Stack, type StackOptions, startStack } from "./stack.js";
