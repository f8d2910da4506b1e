/**
 * Which parts of TOPdesk's answers are always there.
 *
 * Source: the `required` keys in TOPdesk's API description "Asset Management", version 1.91.1.
 */

/** What is known of a part of an answer. */
export interface AnswerPart {
  /** Keys that are always there, and what is in them. */
  readonly always: Readonly<Record<string, AnswerPart>>;
  /** Keys that may be missing or null. Of any other key nothing is known. */
  readonly mayBeMissing: (key: string) => boolean;
  /** What every item looks like, when the part is a list. */
  readonly item?: AnswerPart;
}

const VALUE: AnswerPart = { always: {}, mayBeMissing: () => false };

function part(always: Readonly<Record<string, AnswerPart>>, optional: readonly string[] = []): AnswerPart {
  return { always, mayBeMissing: (key) => optional.includes(key) };
}

function listOf(item: AnswerPart): AnswerPart {
  return { ...VALUE, item };
}

/** An asset: besides its id and what TOPdesk itself adds, every key is a field that may be empty. */
function asset(url: string): AnswerPart {
  return {
    always: { id: VALUE },
    // A name and the like come unasked, unless the request says which fields it wants.
    mayBeMissing: (key) =>
      key !== "id" &&
      !key.startsWith("@") &&
      (/[?&]fields=/.test(url) || !["name", "text", "etag", "archived", "state", "unid"].includes(key)) &&
      ![" ", "%20", "+"].some((space) => url.includes(`${key}${space}isNotEmpty`)),
  };
}

/** An item of a list of words, such as that of the asset templates. */
const WORD = part({ id: VALUE, text: VALUE }, [
  "archived",
  "functionalities",
  "icon",
  "inheritance",
  "properties",
]);

const QUANTITY = part({
  id: VALUE,
  etag: VALUE,
  quantity: VALUE,
  bulkItem: part({ id: VALUE, name: VALUE, template: VALUE }),
  stock: part({ id: VALUE, name: VALUE, icon: VALUE }, ["branch", "location"]),
});

const TOTAL = part({
  countOfLinkedResources: VALUE,
  countOfLinks: VALUE,
  target: part({ id: VALUE, name: VALUE, type: VALUE, icon: VALUE, archived: VALUE }, [
    "bulkItemTemplateId",
    "bulkItemTemplateName",
  ]),
});

const METADATA = part({ archived: VALUE, template: VALUE, templateId: VALUE, templateName: VALUE });

function assets(url: string): AnswerPart {
  const optional = ["functionalities", "resources", "settings"];
  if (!/[?&]fetchCount=true/.test(url)) optional.push("count");
  if (!/[?&]includeTemplates=/.test(url)) optional.push("templates");
  return part({ columns: VALUE, dataSet: listOf(asset(url)) }, optional);
}

function oneAsset(url: string): AnswerPart {
  const optional = ["fields", "functionalities", "settings", "metadata"];
  return { ...part({ data: asset(url), metadata: METADATA }, optional) };
}

const BASE = String.raw`/tas/api/assetmgmt`;
const END = String.raw`(?:\?|$)`;
const ID = String.raw`/(?:\$\{[^{}]*\}|[^/?${"$"}{}]+)`;

const ANSWERS: readonly (readonly [RegExp, (url: string) => AnswerPart])[] = [
  [new RegExp(`${BASE}/assets${END}`), assets],
  [new RegExp(`${BASE}/assets${ID}${END}`), oneAsset],
  [new RegExp(`${BASE}/stockQuantities${END}`), () => part({ total: VALUE, dataSet: listOf(QUANTITY) })],
  [new RegExp(`${BASE}/stockTotals${END}`), () => part({ dataSet: listOf(TOTAL) })],
  [new RegExp(`${BASE}/(?:templates|capabilities)${END}`), () => part({ dataSet: listOf(WORD) })],
];

/**
 * What is known of the answer to a GET request; undefined when TOPdesk's description says nothing of it.
 *
 * @param url the address as it stands in the step, FreeMarker and all
 */
export function answerTo(url: string): AnswerPart | undefined {
  return ANSWERS.find(([pattern]) => pattern.test(url))?.[1](url);
}
