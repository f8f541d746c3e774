/**
 * Runs in every Node process of the product before its own code (`NODE_OPTIONS=--import=…`): puts our ways between a service
 * and its servers by changing ports in its settings. Whoever starts the services knows nothing of it.
 */
import { rerouted } from "./rerouted.js";

const { FAULTS_REROUTES } = process.env;
if (FAULTS_REROUTES) {
  Object.assign(process.env, rerouted(JSON.parse(FAULTS_REROUTES), process.argv[1] ?? "", process.env));
}
