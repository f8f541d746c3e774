import type { RequestHandler } from "express";
import { checkedBody, type Failure, fieldName, type MemberRule } from "./checked-body.js";

/** What may be sent; `new`: a password that is to be. */
const rules = {
  text: { is: "text", required: true, max: 4_096 },
  optional: { is: "text", max: 32 },
  email: { is: "text", required: true, form: "email" },
  new: { is: "text", required: true, form: "password", max: 1_024 },
} as const satisfies Record<string, MemberRule>;

/** For `@Middlewares`, after `jsonBody`: a body of this group, with its own wordings. Errors: 400. */
export function signInBody(members: Readonly<Record<string, keyof typeof rules>>): RequestHandler {
  const entries = Object.entries(members).map(([member, rule]) => [member, rules[rule]] as const);
  return checkedBody({ name: "Dto", members: Object.fromEntries(entries), wording, separator: "; " });
}

function wording({ member, tag }: Failure): string {
  if (tag === "email") return "Please provide a valid email address";
  if (tag === "password") {
    return "Password must be at least 8 characters long and contain uppercase, lowercase, number, and special character";
  }
  return tag === "required" ? `${fieldName(member)} is required` : `${fieldName(member)} is too long`;
}
