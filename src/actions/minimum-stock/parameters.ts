import {
  choiceParameter,
  flagParameter,
  listParameter,
  textParameter,
  type ParameterValues,
} from "../../builders/parameter.js";
import { scheduleParameter } from "../../builders/schedule-parameter.js";
import { daily } from "../../builders/schedule.js";
import { mailParameters } from "../mail-words.js";

export const parameters = {
  schedule: scheduleParameter({
    description: "When the stocks are checked.",
    default: daily({ at: "12:00", timeZone: "Europe/Amsterdam" }),
  }),
  minimumField: textParameter({
    description:
      "Id of the number field that holds the minimum (GET /fields?resourceCategory=stock lists the ids).",
    default: "minimale-voorraad",
    pattern: /^(?!(?:id|name)$)[\p{Ll}\p{Lo}\p{N}_]+(-[\p{Ll}\p{Lo}\p{N}_]+)*$/u,
    expected: "the id of a field: lower-case words joined by hyphens",
  }),
  short: choiceParameter({
    description: "When a stock is short: below its minimum, or already when it is at its minimum.",
    choices: ["below", "atOrBelow"],
    default: "below",
  }),
  countBulkItems: flagParameter({
    description:
      "Whether bulk items count too, with their quantities. Costs one more request for each stock.",
    default: false,
  }),
  onlyOperational: flagParameter({
    description: "Whether only assets with the status OPERATIONAL count.",
    default: false,
  }),
  ...mailParameters,
  assetTypes: listParameter({
    description:
      "Ids of the asset types (templates) that are kept in stock; only the target action-plain needs them (GET /templates lists the ids).",
    default: [],
    item: textParameter({
      description: "Id of an asset type.",
      default: "fc886aa0-8315-4ff9-b7f9-ad79a01d5f5c",
      pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      expected: "the id of an asset type (a UUID in lower case)",
    }),
  }),
};

export type MinimumStockParameters = ParameterValues<typeof parameters>;
