export { createMigratedDatabase } from "./migrated-database.js";
