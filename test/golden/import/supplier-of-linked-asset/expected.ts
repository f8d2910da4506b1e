import {
  basicCredentials,
  cardFields,
  defineAction,
  itemAt,
  listShape,
  recordShape,
  required,
  secretVariable,
  textShape,
  topdeskApi,
  url,
  variable,
} from "topdesk-actions";

const card = cardFields(recordShape({ changeid: textShape, unid: textShape }));

export const supplierOfTheLinkedAsset = defineAction({
  id: "supplier-of-the-linked-asset",
  revision: "2021-02-03",
  words: {
    name: "Supplier of the linked asset",
    description: [
      "Puts the supplier of the first linked asset on the change.",
      "•\tReads the assets of the change – the first one counts.",
      "•\tReads its supplier.",
      "•\tWrites it on the change.",
      "",
    ].join("\n"),
  },
  // As in the export. Leave it out when the action changes: then `revision` dates the file.
  file: { exportDate: 1612345678901 },
  parameters: {},
  targets: ["action-sequence"],
  cardTypes: ["changeactivity2"],
  body: {
    record: (flow) => {
      const variables = flow.variables({
        environment: variable(""),
        api_user: variable(""),
        api_password: secretVariable(""),
      });
      const topdesk = topdeskApi(
        flow,
        {
          authorization: basicCredentials(variables.api_user, variables.api_password, { scheme: "Basic  " }),
        },
        variables.environment,
      );

      const getLinkedAssets = topdesk.send("get_linked_assets", {
        method: "GET",
        path: url`/tas/api/assetmgmt/assets?linkedTo=change/${card.changeid}`,
        answer: recordShape({ dataSet: listShape(recordShape({ id: textShape })) }),
      });
      const getSupplier = topdesk.send("get_supplier", {
        method: "GET",
        path: url`/tas/api/assetmgmt/assets/${required(itemAt(getLinkedAssets.body.dataSet, 0).id)}/suppliers`,
        answer: recordShape({
          suppliers: listShape(recordShape({ supplier: recordShape({ id: textShape }) })),
        }),
      });
      topdesk.send("set_supplier", {
        method: "PATCH",
        path: url`/tas/api/operatorChanges/${card.changeid}`,
        body: {
          json: [
            {
              op: "replace",
              path: "/supplier/id",
              value: required(itemAt(getSupplier.body.suppliers, 0).supplier.id),
            },
            { op: "replace", path: "/externalNumber", value: card.unid },
          ],
          contentType: "application/json-patch+json",
        },
        answer: recordShape({}),
      });
    },
  },
});
