import { defineAction } from "../../builders/define-action.js";
import { parameters } from "./parameters.js";
import { perAssetType } from "./per-asset-type.js";
import { perStock } from "./per-stock.js";

/** Every day, one mail that lists the stocks that hold fewer items than their minimum; none when nothing is short. */
export const minimumStock = defineAction({
  id: "minimum-stock",
  revision: "2026-11-24",
  parameters,
  targets: ["action", "action-plain"],
  language: ({ language }) => language,
  body: perStock,
  bodies: { "action-plain": perAssetType },
});
