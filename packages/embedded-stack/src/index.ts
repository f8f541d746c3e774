export { type Program, requirePrograms } from "./binaries.js";
export { anyFreePort, requireFreePort } from "./ports.js";
export { type Stack, type StackOptions, startStack } from "./stack.js";
