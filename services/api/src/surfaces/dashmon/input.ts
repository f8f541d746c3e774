import type { Answer } from "../../http/answer.js";
import { refusal } from "./errors.js";

/** A body whose members are looked at one by one: each mistake has a text of its own, which clients show. */
export type Body = Readonly<Record<string, unknown>>;

/** 400 with a text. */
export function badRequest(text: string): Answer {
  return refusal(400, text);
}

/** A text that is more than blanks. */
export function textIn(body: Body, name: string): string | undefined {
  const value = body[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** A text that may be left out: then, and when it is empty, it is null. @throws Answer 400 for anything else */
export function noteIn(body: Body, name: string): string | null {
  const value = body[name] ?? null;
  if (value === null || value === "") return null;
  if (typeof value === "string") return value;
  throw badRequest(`${name} must be a string`);
}

/** Texts, each once. @throws Answer 400 unless it is a list of texts, no more than `max` */
export function textsIn(body: Body, name: string, max: number): string[] {
  const value = body[name];
  if (!Array.isArray(value) || value.some((item) => typeof item !== "string" || item.trim() === "")) {
    throw badRequest(`${name} must be an array of non-empty strings`);
  }
  const texts = [...new Set((value as string[]).map((item) => item.trim()))];
  if (texts.length > max) throw badRequest(`${name} may have at most ${max} entries`);
  return texts;
}
