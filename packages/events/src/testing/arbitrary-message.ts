import type { DescField, DescMessage } from "@bufbuild/protobuf";
import { create, type MessageInitShape, type MessageShape, ScalarType } from "@bufbuild/protobuf";
import fc from "fast-check";

type Init = Record<string, unknown>;

/** Any message of a schema: each field present or absent, with any value of its type. */
export function arbitraryMessage<Schema extends DescMessage>(schema: Schema): fc.Arbitrary<MessageShape<Schema>> {
  return arbitraryInit(schema).map((init) => create(schema, init as MessageInitShape<Schema>));
}

function arbitraryInit(schema: DescMessage): fc.Arbitrary<Init> {
  const fields = schema.fields.map((field) => [field.localName, arbitraryField(field)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

function arbitraryField(field: DescField): fc.Arbitrary<unknown> {
  if (field.fieldKind === "scalar") return arbitraryScalar(field.scalar);
  // Seldom, or a message with many modules would take long to make.
  if (field.fieldKind === "message") return fc.option(arbitraryInit(field.message), { nil: undefined, freq: 1 });
  if (field.fieldKind === "list" && field.listKind !== "enum") {
    const item = field.listKind === "scalar" ? arbitraryScalar(field.scalar) : arbitraryInit(field.message);
    return fc.array(item, { maxLength: 4 });
  }
  throw new Error(`${field}: no arbitrary for this kind of field`);
}

function arbitraryScalar(type: ScalarType): fc.Arbitrary<unknown> {
  switch (type) {
    case ScalarType.UINT64:
      return fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    case ScalarType.INT64:
      return fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    case ScalarType.UINT32:
      return fc.integer({ min: 0, max: 2 ** 32 - 1 });
    case ScalarType.INT32:
      return fc.integer();
    case ScalarType.BOOL:
      return fc.boolean();
    case ScalarType.STRING:
      return fc.string({ unit: "grapheme" });
    case ScalarType.DOUBLE:
      // NaN equals nothing, itself included.
      return fc.double({ noNaN: true });
    case ScalarType.BYTES:
      return fc.uint8Array();
    default:
      throw new Error(`no arbitrary for scalar ${ScalarType[type]}`);
  }
}
