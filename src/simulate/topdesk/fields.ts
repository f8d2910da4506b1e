import type { HttpAnswer } from "../http.js";
import type { CardType, FieldType } from "../world/world.js";
import { byName, isReadable, type Cards } from "./cards.js";
import type { ApiRequest, Query } from "./api-request.js";
import { textParameter, textsParameter, truthParameter, wordParameter } from "./parameters.js";
import { jsonAnswer } from "./reply.js";
import { allowAny } from "./rights.js";
import { RESOURCE_CATEGORIES } from "./selection.js";

const MEDIA_TYPE = "application/x.topdesk-am-fields-v2+json";

const FIELD_TYPES: Readonly<Record<FieldType, string>> = {
  text: "textField",
  number: "numberField",
  date: "dateTimeField",
  checkbox: "checkboxField",
  dropdown: "suggestField",
};

/**
 * GET /fields: all fields; those that no type of the category has are marked as not in use when `includeInUse` asks.
 *
 * Source: Asset Management API 1.91.1, getFields, media type fields-v2: the older one ended in December 2025.
 */
export function answerFields(cards: Cards, { query }: ApiRequest): HttpAnswer {
  const types = [...cards.types.values()];
  allowAny(cards, types, "anything in asset management");
  const term = textParameter(query, "searchTerm")?.toLowerCase() ?? "";
  const withInUse = truthParameter(query, "includeInUse") ?? false;
  const category = wordParameter(query, "resourceCategory", RESOURCE_CATEGORIES);
  const ofCategory = types.filter((type) => category === undefined || type.category === category);
  const isWanted = fieldTest(cards, types, query);
  const found = [...cards.fields.values()].filter(
    (field) => field.name.toLowerCase().includes(term) && isWanted(field.id),
  );
  return jsonAnswer(
    200,
    {
      fields: found.toSorted(byName).map(({ id, name, type }) => ({
        id,
        name,
        fieldType: FIELD_TYPES[type],
        etag: "1",
        properties: {},
        ...(withInUse ? { inUse: isOnAny(ofCategory, id) } : {}),
      })),
    },
    MEDIA_TYPE,
  );
}

/** Whether a field is on the types that the request names, and not only on those that it excludes. */
function fieldTest(cards: Cards, types: readonly CardType[], query: Query): (field: string) => boolean {
  const wanted = textsParameter(query, "templateId");
  const excluded = textsParameter(query, "excludedTemplateId");
  const onlyVisible = truthParameter(query, "includeFromVisibleTemplatesOnly") ?? false;
  const named = types
    .filter((type) => wanted.length === 0 || wanted.includes(type.id))
    .filter((type) => !onlyVisible || isReadable(cards, type));
  const left = types.filter((type) => !excluded.includes(type.id));
  return (field) =>
    ((wanted.length === 0 && !onlyVisible) || isOnAny(named, field)) &&
    (excluded.length === 0 || isOnAny(left, field));
}

function isOnAny(types: readonly CardType[], field: string): boolean {
  return types.some((type) => type.fields?.includes(field));
}
