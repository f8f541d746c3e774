// Interfaces that tsoa reads, from schemas.
import { z } from "zod";

/** Interfaces of one direction: what is written has optional members, what is read has all of them. */
export class Interfaces {
  texts = [];

  constructor(name, io) {
    this.name = name;
    this.io = io;
  }

  add(name, description, members) {
    this.texts.push(`/** ${description} */\nexport interface ${name} {\n  ${members.join("\n  ")}\n}`);
  }

  membersOf(schema, prefix) {
    return this.members(toSchema(schema, this.io), prefix);
  }

  members({ properties, required = [] }, prefix) {
    return Object.entries(properties).map(([name, property]) => {
      const type = this.typeOf(property, `${prefix}${pascal(name)}`);
      return `${documentation(property)}${name}${required.includes(name) ? "" : "?"}: ${type};`;
    });
  }

  /** A type of its own for an object. */
  nest(schema, name) {
    const own = this.io === "output" ? `${name}State` : name;
    this.add(own, schema.description ?? "What the field holds.", this.members(schema, name));
    return own;
  }

  typeOf(schema, name) {
    if (schema.anyOf !== undefined) return schema.anyOf.map((one) => this.typeOf(one, name)).join(" | ");
    if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
    if (schema.const !== undefined) return JSON.stringify(schema.const);
    if (schema.type === "array") return `(${this.typeOf(schema.items, name)})[]`;
    if (schema.type === "object" && schema.properties !== undefined) return this.nest(schema, name);
    if (schema.type === "object") return `{ [name: string]: ${this.typeOf(schema.additionalProperties ?? {}, name)} }`;
    return (
      { string: "string", integer: "number", number: "number", boolean: "boolean", null: "null" }[schema.type] ??
      "unknown"
    );
  }
}

/** What tsoa reads of a field: its description and its bounds. Patterns are left to the schema, which says more. */
function documentation(schema) {
  const one = schema.anyOf?.find(({ type }) => type !== "null") ?? schema;
  const lines = [
    schema.description ?? one.description,
    ...(one.type === "integer" ? ["@isInt"] : []),
    ...bounds.flatMap(([from, tag]) => (one[from] === undefined ? [] : [`@${tag} ${one[from]}`])),
  ].filter((line) => line !== undefined);
  return lines.length === 0 ? "" : `/**\n   * ${lines.join("\n   * ")}\n   */\n  `;
}

const bounds = [
  ["minimum", "minimum"],
  ["maximum", "maximum"],
  ["minLength", "minLength"],
  ["maxLength", "maxLength"],
  ["minItems", "minItems"],
  ["maxItems", "maxItems"],
];

export function toSchema(schema, io) {
  return z.toJSONSchema(schema, { io, unrepresentable: "any" });
}

/** `check_config` → `CheckConfig`. */
export function pascal(name) {
  return name.replaceAll(/(?:^|[_-])([a-z])/g, (_, letter) => letter.toUpperCase());
}
