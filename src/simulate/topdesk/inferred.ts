/** A place where TOPdesk's description leaves something open, and how it is built here. */
export interface InferredReading {
  readonly about: string;
  readonly reading: string;
}

/**
 * Everything about the simulated TOPdesk that no description confirms, in one place. Where several readings are
 * possible, the one is taken that an action finds harder to live with.
 */
export const INFERRED_READINGS: readonly InferredReading[] = [
  {
    about: "GET /assets: what a card holds besides the requested fields",
    reading: "id, text (its name), archived and @etag, always. The name itself only when fields asks for it.",
  },
  {
    about: "GET /assets: a requested field that does not exist, or that the card's type does not have",
    reading: "It is left out of the card without an error. In $filter and $orderby it is a 400.",
  },
  {
    about: "GET /assets: a field without a value",
    reading: "Empty text; false for a checkbox; null where the world file says null. Numbers are text.",
  },
  {
    about: "GET /assets: fetchData=false",
    reading:
      "dataSet is left out, although the schema of the answer requires it; columns stays. 206 when the list is longer than a page.",
  },
  {
    about: "GET /assets: the direction of @linkToTemplateCount",
    reading:
      "The role of the counted assets, as in linkedWithDirection: target for the assets in a stock. Archived assets are counted; the description does not exclude them.",
  },
  {
    about: "GET /assets: linkedToAsset with an id that does not exist",
    reading: "An empty list, not an error.",
  },
  {
    about: "GET /assets: an asset in a stock",
    reading:
      'The stock is the parent (source) of a link of the type "asset is in stock", so linkedWithDirection=source finds what is in it.',
  },
  {
    about: "GET /assets: a type that the account may not read",
    reading:
      "403 when the request names the type, one of its cards or a category without a readable type; otherwise its cards are left out.",
  },
  {
    about: "GET /assets: order",
    reading:
      "By name without regard to upper and lower case, then by id. Cards without a value come first when ascending.",
  },
  {
    about: "GET /assets: $filter on a text field",
    reading:
      "eq is taken besides contains, with regard to upper and lower case; contains disregards it. Comparisons with an empty value are false, also ne.",
  },
  {
    about: "GET /assets: the deprecated parameter limit",
    reading: "Ignored like an unknown parameter: its support was to end after April 2025.",
  },
  {
    about: "Parameters that nobody knows",
    reading: "Ignored, as TOPdesk seems to do; the header X-Simulation-Hint names them.",
  },
  {
    about: "The header Accept",
    reading: "Not looked at: every answer has the newest media type of the description.",
  },
  {
    about: "The body of errors of asset management other than of /stockQuantities",
    reading:
      "errors with errorCode, appliesTo and errorMessage, as /stockQuantities and the mail API have it.",
  },
  {
    about: "GET /assets/{assetId}: the keys of data",
    reading:
      "id, name, archived, @status, @etag and the fields of the type. 404 for an id that does not exist.",
  },
  {
    about: "GET /assetLinks: linkType",
    reading:
      "The role of the linked card: child when the card asked about is the source. 404 for a card that does not exist.",
  },
  {
    about: "GET /stockQuantities: archived bulk items and stocks",
    reading: "Listed like others. total is not changed by lastSeenName.",
  },
  {
    about: "GET /stockTotals: target.type",
    reading: "assetType or bulkItem. Types without an asset in any stock are left out.",
  },
  {
    about: "401",
    reading: "For every request to TOPdesk without Basic login, before anything else is looked at.",
  },
  {
    about: "POST /services/email-v1/api/send: order of the checks",
    reading:
      "Permission, media type (415), JSON and types (value_invalid), recipients, addresses, sender. The answer 202 has an empty body.",
  },
  {
    about: "POST /services/email-v1/api/send: addresses",
    reading: "Names, quotes and comments of RFC 822; no groups, no routes. from is exactly one address.",
  },
];
