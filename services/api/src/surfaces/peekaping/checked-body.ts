import type { RequestHandler } from "express";
import { peekapingError } from "./errors.js";

/** What may be sent as one member of a body. A member of null is as if it were not there. */
export interface MemberRule {
  is: "text" | "integer" | "flag" | "texts" | "integers";
  /** An empty text, a 0 and an empty list count as missing, too. */
  required?: true;
  /** Of a number its value, of a text its characters. */
  min?: number;
  max?: number;
  oneOf?: readonly string[];
  form?: keyof typeof forms;
}

/** A body, by the name that its errors have for it. */
export interface BodyRules {
  name: string;
  members: Readonly<Record<string, MemberRule>>;
  /** Members of the original that are not taken: who sends one is told so. */
  refused?: readonly string[];
  /** What members are to each other; undefined: nothing is wrong. */
  across?(body: Readonly<Record<string, unknown>>): Failure | undefined;
  /** How refusals are worded; absent: as the original's validator does. */
  wording?(failure: Failure, name: string): string;
  /** Between refusals; absent: a new line. */
  separator?: string;
}

/** Which check a member failed at. */
export interface Failure {
  member: string;
  tag: string;
}

const forms = { email: isEmail, password: isStrongPassword, hexcolor: isHexColor } as const;

/**
 * For `@Middlewares`, after `jsonBody`: checks the body, and leaves of it what is known, because clients send whole objects back.
 * Errors: 400, naming every member that is wrong.
 */
export function checkedBody(rules: BodyRules): RequestHandler {
  return (request, _response, next) => {
    const checked = checkBody(request.body, rules);
    if (!checked.ok) return next(peekapingError(400, checked.message));
    request.body = checked.body;
    next();
  };
}

/** The known members of a body, or everything that is wrong with it in one text. */
export function checkBody(
  sent: unknown,
  rules: BodyRules,
): { ok: true; body: Record<string, unknown> } | { ok: false; message: string } {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) {
    return { ok: false, message: "body: expected an object" };
  }
  const body: Record<string, unknown> = {};
  const isSent = (member: string) => Object.hasOwn(sent, member) && (sent as Record<string, unknown>)[member] !== null;
  const wrong = (rules.refused ?? []).filter(isSent).map((member) => `${member}: cannot be changed here`);
  const failures: Failure[] = [];
  for (const [member, rule] of Object.entries(rules.members)) {
    const value: unknown = Object.hasOwn(sent, member) ? (sent as Record<string, unknown>)[member] : undefined;
    if (value !== undefined && value !== null) {
      if (!types[rule.is].isOne(value)) wrong.push(`${member}: expected ${types[rule.is].name}`);
      body[member] = value;
    }
    const tag = failedTag(rule, body[member]);
    if (tag !== undefined) failures.push({ member, tag });
  }
  if (wrong.length > 0) return { ok: false, message: wrong.join("; ") };
  const across = failures.length === 0 ? rules.across?.(body) : undefined;
  if (across !== undefined) failures.push(across);
  if (failures.length === 0) return { ok: true, body };
  const { wording = validatorWording, name, separator = "\n" } = rules;
  return { ok: false, message: failures.map((failure) => wording(failure, name)).join(separator) };
}

/** `start_date_time` is `StartDateTime` in messages. */
export function fieldName(member: string): string {
  return member.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function validatorWording({ member, tag }: Failure, name: string): string {
  const field = fieldName(member);
  return `Key: '${name}.${field}' Error:Field validation for '${field}' failed on the '${tag}' tag`;
}

const types: Record<MemberRule["is"], { isOne(value: unknown): boolean; name: string }> = {
  text: { isOne: (value) => typeof value === "string", name: "a text" },
  integer: { isOne: (value) => Number.isSafeInteger(value), name: "a whole number" },
  flag: { isOne: (value) => typeof value === "boolean", name: "true or false" },
  texts: { isOne: (value) => isListOf(value, (one) => typeof one === "string"), name: "a list of texts" },
  integers: { isOne: (value) => isListOf(value, Number.isSafeInteger), name: "a list of whole numbers" },
};

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

/** The first check that a member fails at; of what is not there only `required` can. */
function failedTag({ required, min, max, oneOf, form }: MemberRule, value: unknown): string | undefined {
  const isEmpty = value === undefined || value === "" || value === 0;
  if (required && (isEmpty || (Array.isArray(value) && value.length === 0))) return "required";
  if (value === undefined) return undefined;
  const size = typeof value === "string" ? [...value].length : typeof value === "number" ? value : undefined;
  if (size !== undefined && min !== undefined && size < min) return "min";
  if (size !== undefined && max !== undefined && size > max) return "max";
  if (oneOf !== undefined && !oneOf.includes(value as string)) return "oneof";
  return form !== undefined && !forms[form](value as string) ? form : undefined;
}

function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)+$/.test(text);
}

/** Eight characters, and one of each sort. */
function isStrongPassword(text: string): boolean {
  const sorts = [/[A-Z]/, /[a-z]/, /[0-9]/, /[!@#$%^&*()_+\-=[\]{}|;:,.<>?]/];
  return [...text].length >= 8 && sorts.every((sort) => sort.test(text));
}

function isHexColor(text: string): boolean {
  return /^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(text);
}
