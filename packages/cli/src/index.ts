export { type Installation, type Owner, setUp } from "./installation/set-up.js";
