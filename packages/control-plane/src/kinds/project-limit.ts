import { z } from "zod";
import { documentId } from "./fields.js";

/** Null: every project. An empty list: none, which is what remains when the last of them is deleted. */
export const projectLimit = z
  .array(documentId)
  .max(200)
  .refine((ids) => new Set(ids).size === ids.length, "expected each id once")
  .nullable()
  .default(null)
  .describe("Only these projects, and nothing that is in none; null: all of the workspace");
