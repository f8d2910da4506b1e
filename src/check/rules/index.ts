import type { Rule } from "../subject.js";
import { assignmentOrder } from "./assignment-order.js";
import { conditions } from "./conditions.js";
import { freemarker } from "./freemarker/index.js";
import { responseReferences } from "./response-references.js";
import { secrets } from "./secrets.js";
import { stepNames } from "./step-names.js";
import { unreadSecrets } from "./unread-secrets.js";
import { variables } from "./variables.js";

/** Every rule that looks at the model of a file. */
export const rules: readonly Rule[] = [
  stepNames,
  responseReferences,
  variables,
  assignmentOrder,
  conditions,
  secrets,
  unreadSecrets,
  freemarker,
];
