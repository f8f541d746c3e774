import type { z } from "zod";
import type { Question } from "./questions.js";

/** An answer of the library in the shape that is relied on. @throws Error naming the question and the field. */
export function parseAnswer<T extends z.ZodType>(question: Question, schema: T, answer: unknown): z.infer<T> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = [question, ...(issue?.path ?? [])].map(String).join(".");
  throw new Error(`systeminformation: ${field}: ${issue?.message}`);
}
