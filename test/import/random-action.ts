import fc from "fast-check";
import { html, print } from "../../src/builders/text.js";
import { postfix, valueOf } from "../../src/builders/value.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../src/model/json.js";
import { sprinkledAnywhere } from "./sprinkled.js";

/** As the builders escape what they insert into HTML. */
const ESCAPED_FOR_HTML = print(html`${valueOf("text", postfix("_responses.first.body.id"))}`, "plain");

/** What the texts of a random action are made of: things that the builders can say, and things that they cannot. */
const insertions = [
  "${naam}",
  "${unid}",
  "${korteomschrijving}",
  "${changeid}",
  "${card.inner.deep}",
  "${_variables.address}",
  "${_variables.token}",
  "${_variables.note}",
  "${_variables['note']}",
  "${_variables.unknown}",
  "${_responses.first.body.id}",
  "${_responses.first.body.items[0].id}",
  "${_responses.first.body.items[0]['na-me']}",
  '${_responses.first.body["na-me"]}',
  "${_responses.first.body.count?c}",
  "${_responses.first.body.items?size?c}",
  "${_responses.second.body.id}",
  "${_responses.First.body.constructor}",
  "${stock.id}",
  "${stock.parts[3].code}",
  "${stock}",
  "${_topdeskUrl}",
  "${_topdeskUrl?no_esc}",
  "${_variables.address?no_esc}",
  '${(naam)!"-"}',
  '${((korteomschrijving)!"-")}',
  '${(korteomschrijving)?has_content?then(korteomschrijving, "-")}',
  "${( naam )}",
  "${naam?upper_case}",
  "${.now}",
  ESCAPED_FOR_HTML,
  "${naam",
  "#{1}",
  "[=naam]",
  "<#if naam??>",
  "</#if>",
  "<#if naam??>yes<#else>no</#if>",
  "<#list stocks as stock>${stock.name}</#list>",
  "<#assign naam = 1>",
  "<#-- no ${naam} -->",
  "<#noparse>${naam}</#noparse>",
  "<@nolog>x</@nolog>",
  '${"in ${naam}"}',
];

const words = [
  "<p>",
  "<br/>",
  "Dear ",
  "`",
  "${",
  "\\",
  "\n",
  "\r\n",
  "\n  ",
  "\t",
  '"',
  "'",
  "$",
  "#",
  "<",
  "[#",
  "</script>",
  "*/",
  "\u2028",
  "\ud800",
  "é😀",
  "\u0000",
  "https://x.example.com/a",
  "/tas/api",
  "Basic ",
];

const template = fc
  .array(fc.oneof(fc.constantFrom(...insertions), fc.constantFrom(...words)), { maxLength: 5 })
  .map((parts) => parts.join(""));

const jsonValue = fc.letrec<{ value: JsonValue; leaf: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "to", "b c", "__proto__", "1", "é"), tie("value"), { maxKeys: 3 }),
  ),
  leaf: fc.oneof(template, fc.integer(), fc.boolean(), fc.constant(null)),
})).value;

const body = fc.oneof(
  fc.constant(""),
  template,
  fc
    .tuple(jsonValue, fc.constantFrom<string | number>(2, 2, "\t", 4, 0))
    .map(([value, indent]) => JSON.stringify(value, null, indent)),
  fc.constantFrom(
    '{\n  "count": ${_responses.first.body.count?c},\n  "to": "${aanmelderemail}"\n}',
    '{\n  "text": "Dear ${naam},\\n<#if unid??>x</#if>"\n}',
    '{ "a": ${naam} }',
    `{\n  "html": ${JSON.stringify(`<p>${ESCAPED_FOR_HTML}</p>`).replaceAll('\\"', '"')}\n}`,
    '{\n  "html": "<p class=\\"a\\">${_responses.first.body.count?c}</p>"\n}',
  ),
);

const url = fc.oneof(
  template,
  fc
    .tuple(
      fc.constantFrom(
        "${_variables.address?no_esc}",
        "${_topdeskUrl?no_esc}",
        "https://${_variables.note}",
        "https://api.example.com",
      ),
      template,
    )
    .map(([base, rest]) => `${base}/tas/api/${rest}`),
);

const authorization = fc.constantFrom(
  '${_base64(_variables.user + ":" + _variables.token)}',
  "Bearer ${_variables.token}",
  ...["Basic  ", "Basic "].flatMap((scheme) => [
    `${scheme}\${_base64(_variables.user + ":" + _variables.token)}`,
    `${scheme}\${_base64(_variables.user + ':' + _variables.token)}`,
  ]),
);

const header = fc
  .tuple(
    fc.constantFrom("Content-Type", "Accept", "X-Key", "__proto__", "content-type", "1", "null"),
    fc.oneof(fc.constantFrom("application/json", "text/plain"), template),
  )
  .map(([name, value]) => ({ name, value }));

const headers = fc
  .tuple(
    fc.array(header, { maxLength: 2 }),
    fc.option(authorization.map((value) => ({ name: "Authorization", value }))),
    fc.boolean(),
  )
  .map(([others, login, isFirst]): JsonValue => {
    if (login === null) return others;
    return isFirst ? [login, ...others] : [...others, login];
  });

const stepName = fc.constantFrom(
  "first",
  "First",
  "second",
  "get_stock-items",
  "class",
  "await",
  "raw",
  "flow",
  "__proto__",
  "",
  "*/ x",
  "1st",
  "größe holen",
  "漢字",
  "variables",
);

const run = fc.oneof(
  { weight: 4, arbitrary: fc.constant<[string, string]>(["ONLY_WHEN_PREVIOUS_SUCCEEDED", ""]) },
  { weight: 1, arbitrary: fc.constant<[string, string]>(["ALWAYS", ""]) },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constantFrom("CUSTOM", "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM", "ALWAYS", "SOMETIMES"),
      fc.oneof(
        template,
        fc.constantFrom(
          "${(_responses.first.body.count gt 5)?c}",
          "${(_responses.first.body.count > 5)?c}",
          "${((naam)?? && !(unid)?has_content)?c}",
          '${(_responses.first.body.id == "x" || korteomschrijving == "y")?c}',
        ),
      ),
    ),
  },
);

const step = fc.letrec<{ step: JsonObject; steps: JsonObject[] }>((tie) => ({
  step: fc
    .tuple(
      fc.constantFrom("HTTP_REQUEST", "HTTP_REQUEST", "HTTP_REQUEST", "ASSIGN_VARIABLE", "LOOP", "WAIT"),
      fc.record({ name: stepName, url, headers, body, template, run }),
      fc.record({
        method: fc.constantFrom("GET", "POST", "PATCH", "BREW"),
        escapes: fc.boolean(),
        key: fc.constantFrom("note", "total", "token", "first"),
        list: fc.constantFrom(
          "${_responses.first.body.items}",
          "${stocks}",
          "${stock.parts}",
          "${x?split(',')}",
        ),
        item: fc.constantFrom("stock", "stock", "as", "_item", "naam"),
      }),
      fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(tie("step"), { maxLength: 2 })),
      fc.boolean(),
    )
    .map(([type, texts, words, subSteps, hasSubSteps]): JsonObject => {
      const { name } = texts;
      const [executionCondition, customExecutionCondition] = texts.run;
      const last = { executionCondition, customExecutionCondition };
      const nested = hasSubSteps && subSteps.length > 0 ? { subSteps } : {};
      switch (type) {
        case "HTTP_REQUEST": {
          const { url, headers, body } = texts;
          const { method, escapes } = words;
          return { type, name, method, url, headers, escapeBodyValues: escapes, body, ...last, ...nested };
        }
        case "ASSIGN_VARIABLE": {
          const valueTemplate = texts.template;
          return {
            type,
            name,
            assignmentType: "TEXT",
            variableKey: words.key,
            valueTemplate,
            ...last,
            ...nested,
          };
        }
        case "LOOP": {
          const { list, item } = words;
          return { type, name, collectionTemplate: list, itemKey: item, subSteps, ...last };
        }
        default:
          return { type, name, seconds: 5, ...last, ...nested };
      }
    }),
  steps: fc.array(tie("step"), { maxLength: 4 }),
})).steps;

/** A random export whose texts are such as people write, with some keys that nobody knows. */
export const anyAction: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.constantFrom("action", "actionSequence"),
    step,
    fc.record({
      name: fc.constantFrom("Create an incident", "*/ `${x}`", "", "class", "default", "É漢"),
      description: fc.constantFrom(
        "",
        "one\ntwo\n• three\nand a line that is long enough to be on its own lines",
      ),
      card: fc.constantFrom("incident1", "changeactivity2", "operatorcard"),
      picks: fc.array(fc.tuple(fc.nat(20), fc.nat(1000)), { maxLength: 5 }),
      map: fc.boolean(),
      exportDate: fc.constantFrom(1_568_803_440_466, 1_567_296_000_000, 0, -1),
    }),
  )
  .map(([root, steps, { name, description, card, picks, map, exportDate }]) => {
    const isAction = root === "action";
    const own = isAction ? steps : steps.map(withoutType);
    const values: Readonly<Record<string, string>> = {
      address: "",
      user: "Your user",
      token: "",
      note: "`${naam}`",
    };
    const variables: JsonValue = map
      ? values
      : Object.entries(values).map(([key, value]) => ({ name: key, value }));
    const trigger = isAction && exportDate > 0 ? { trigger: { type: "WEBHOOK", path: "x" } } : {};
    const structureName = isAction ? {} : { structureName: card };
    const configuration = { variables, mappingDefinitions: [], steps: own };
    const action = { name, description, ...structureName, ...trigger, configuration };
    return sprinkledAnywhere({ formatVersion: "2.10", exportDate, [root]: action }, picks);
  })
  .filter(isJsonObject)
  .filter((value) => Object.hasOwn(value, "action") || Object.hasOwn(value, "actionSequence"));

function withoutType({ type, ...step }: JsonObject): JsonObject {
  return step;
}
