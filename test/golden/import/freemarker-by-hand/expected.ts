import {
  bearerToken,
  cardFields,
  defineAction,
  itemAt,
  listShape,
  numberShape,
  orElse,
  raw,
  recordShape,
  secretVariable,
  text,
  textShape,
  url,
  variable,
  when,
} from "topdesk-actions";

const card = cardFields(recordShape({ naam: textShape }));

export const textsThatOnlyFreeMarkerCanSay = defineAction({
  id: "texts-that-only-freemarker-can-say",
  revision: "2021-02-03",
  words: { name: "Texts that only FreeMarker can say", description: "" },
  // As in the export. Leave it out when the action changes: then `revision` dates the file.
  file: { exportDate: 1612345678901, cardType: "operatorcard" },
  parameters: {},
  targets: ["action-sequence"],
  body: {
    record: (flow) => {
      const variables = flow.variables({ note: variable(""), token: secretVariable("") });
      const authorization = bearerToken(variables.token);
      const base = url`https://api.example.com`;

      const list = flow.http("list", {
        method: "GET",
        url: url`${base}/items?q=${variables.note}`,
        headers: { Authorization: authorization },
        answer: recordShape({ count: numberShape, items: listShape(recordShape({ name: textShape })) }),
      });
      flow.http("report", {
        method: "POST",
        url: url`${base}/report`,
        headers: { Authorization: authorization, "Content-Type": "text/html" },
        body: {
          contentType: null,
          text: text`<ul>
${raw("<#list _responses.list.body.items as item>")}
  <li>${raw("${item.name}")} for ${card.naam}</li>
${raw("</#list>")}
</ul>
${raw("<#if _variables.note?has_content>")}${variables.note}${raw("<#else>")}-${raw("</#if>")}
${raw("  ")}`,
        },
        answer: recordShape({}),
      });
      flow.http("upper", {
        method: "POST",
        url: url`${base}/upper`,
        body: {
          json: {
            name: raw("${naam?upper_case}"),
            count: list.body.count,
            first: raw('${(_responses.list.body.items[0].name)!"none"}'),
          },
        },
        answer: recordShape({}),
      });
      flow.http(
        "plain",
        {
          method: "POST",
          url: url`${base}/plain`,
          body: {
            contentType: null,
            text: text`${orElse(itemAt(list.body.items, 0).name, "-")} and ${raw("${_variables['note']}")}`,
          },
          escapeBodyValues: false,
          answer: recordShape({}),
        },
        { run: when(raw('<#if naam?starts_with("I")>true<#else>false</#if>')) },
      );
    },
  },
});
