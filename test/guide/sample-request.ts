import { createHash } from "node:crypto";
import { catalogue } from "../../src/actions/catalogue.js";
import { inferredKeys } from "../../src/check/evidence.js";
import { parametersInForce } from "../../src/builders/parameters-in-force.js";
import { guideOf, type Guide, type GuideRequest } from "../../src/guide/guide.js";
import type { CardType, TargetId } from "../../src/model/action.js";
import type { JsonObject } from "../../src/model/json.js";
import { serialize } from "../../src/targets/serialize.js";
import { targets } from "../../src/targets/index.js";
import { fileFor } from "../../src/targets/target.js";
import { writeFile } from "../../src/targets/write.js";
import { definitionOf, library, recorded } from "../rehearsal/project.js";

/** What a guide is asked for in a test; the rest is as a build would have it. */
export interface SampleRequest {
  readonly action?: string;
  readonly target?: TargetId;
  readonly cardType?: CardType;
  readonly parameters?: JsonObject;
  readonly customer?: Partial<GuideRequest["customer"]>;
}

/** The request for the guide of an action of the catalogue. */
export function sampleRequest(sample: SampleRequest = {}): GuideRequest {
  const { action: id = "minimum-stock", target = "action", cardType, parameters = {} } = sample;
  const definition = definitionOf(id);
  const action = recorded(id, target, parameters);
  const exportDate = Date.parse(`${definition.revision}T00:00:00Z`);
  const file = fileFor(
    targets[target],
    cardType === undefined ? action : { ...action, cardType },
    exportDate,
  );
  const value = writeFile(file);
  const name = cardType === undefined ? id : `${id}.${cardType}`;
  return {
    file,
    target,
    path: `default/${name}.${target}.json`,
    sha256: createHash("sha256").update(serialize(value)).digest("hex"),
    customer: { id: "default", name: "Default", language: undefined, branding: {}, ...sample.customer },
    actionId: id,
    revision: definition.revision,
    exportDate,
    parameters: parametersInForce(definition, parameters),
    inferredKeys: inferredKeys(value, file.root).map((key) => key.name),
    texts: library,
    trigger: action.trigger,
  };
}

/** The guide for a sample request. */
export function sampleGuide(sample: SampleRequest = {}): Guide {
  return guideOf(sampleRequest(sample));
}

/** The ids of the catalogue's actions. */
export const actionIds = catalogue.map(({ id }) => id);
