/**
 * topdesk-actions: typed builders for TOPdesk action sequences, and the checks and targets that turn what they record
 * into files for *Een actie importeren* (Import an action).
 *
 * @packageDocumentation
 */

// Defining an action
export {
  defineAction,
  type ActionBody,
  type ActionDefinition,
  type ActionOutcome,
  type ActionSource,
  type AuthorContext,
  type DefinedAction,
} from "./builders/define-action.js";
export { extendAction, type ActionExtension } from "./builders/extend-action.js";
export type { ActionTexts, TextSource, TextValues } from "./builders/action-texts.js";
export {
  choiceParameter,
  flagParameter,
  listParameter,
  textParameter,
  type Parameter,
  type ParameterProblem,
  type ParameterReading,
  type ParameterValues,
} from "./builders/parameter.js";
export { scheduleParameter } from "./builders/schedule-parameter.js";
export { AuthoringError } from "./builders/authoring-error.js";

// Recording steps
export {
  recordFlow,
  type Flow,
  type RawList,
  type Recording,
  type Response,
  type StepOptions,
} from "./builders/flow.js";
export { raw, type RawKeys } from "./builders/raw.js";
export type { RawFile } from "./builders/raw-file.js";
export { afterSuccess, afterSuccessWhen, always, when, type Guard, type Run } from "./builders/run.js";
export { daily, hourly, monthly, weekly, type DayName, type TimeOfDay } from "./builders/schedule.js";
export {
  secretVariable,
  variable,
  type VariableDefinition,
  type VariableOptions,
  type VariableReference,
} from "./builders/variable.js";
export { basicCredentials, bearerToken, type CredentialSpelling } from "./builders/credentials.js";
export type { HeaderValue, HttpRequest, RequestBody } from "./builders/http.js";
export type { JsonBody } from "./builders/json-body.js";
export { mailRequest, type Mail, type MailAddresses } from "./builders/mail.js";

// Values that are known when the action runs
export type { ListValue, Presence, Reference, Value, ValueKind } from "./builders/value.js";
export {
  booleanShape,
  listShape,
  numberShape,
  numericShape,
  optionalShape,
  recordShape,
  textShape,
  type Shape,
} from "./builders/shape.js";
export {
  and,
  asNumber,
  atLeast,
  atMost,
  constant,
  countWhere,
  equal,
  exists,
  filledOr,
  greaterThan,
  indexOf,
  isEmpty,
  itemAt,
  lessThan,
  minus,
  not,
  notEmpty,
  notEqual,
  or,
  orElse,
  plus,
  required,
  size,
  times,
  toNumber,
  type Condition,
} from "./builders/operations.js";

// Texts
export {
  baseUrl,
  each,
  html,
  markup,
  naming,
  onlyIf,
  renaming,
  sequence,
  text,
  url,
  type Content,
  type Insertable,
  type Text,
} from "./builders/text.js";
export { decimal, type NumberSigns } from "./builders/decimal.js";
export { handlebarsTexts, TextError, type TextLibrary, type TextOptions } from "./text/handlebars-texts.js";
export { knownTexts, unusedTexts, type UnusedText } from "./text/text-files.js";

// What TOPdesk offers
export { topdeskApi, type ApiCredentials, type ApiRequest, type TopdeskApi } from "./topdesk/api.js";
export { bulkItemsInStock, countInStock, stocksWithCount, stocksWithMinimum } from "./topdesk/assets.js";
export { cardFields, incident } from "./topdesk/cards.js";
export { topdeskUrl } from "./topdesk/globals.js";
export { withQuery, type Query } from "./topdesk/query.js";
export { standardVariables } from "./topdesk/standard-variables.js";

// The catalogue, and building it
export { mailParameters, mailWords, NUMBER_SIGNS } from "./actions/mail-words.js";
export { catalogue } from "./actions/catalogue.js";
export { minimumStock } from "./actions/minimum-stock/index.js";
export { notifyOperatorGroup } from "./actions/notify-operator-group.js";
export {
  buildAction,
  type BuildContext,
  type BuildRequest,
  type BuildResult,
  type BuiltFile,
} from "./dist/build.js";

// Customers, and a project of one's own
export { defineConfig, type Config } from "./config/config.js";
export type {
  Branding,
  Customer,
  CustomerAction,
  PatchOperation,
  VariableSetting,
} from "./customers/customer.js";
export { readCustomer, type CustomerReading, type CustomerSurroundings } from "./customers/read.js";
export { customerSchema } from "./customers/schema.js";
export { applyPatch, applyVariables, patchedFile } from "./customers/apply.js";

// Files
export type { Action, ActionFile, CardType, TargetId, Trigger, Variable } from "./model/action.js";
export type { JsonObject, JsonValue } from "./model/json.js";
export type { Schedule, Weekday } from "./model/schedule.js";
export type { AssignStep, ExecutionCondition, HttpStep, LoopStep, Step, UnknownStep } from "./model/step.js";
export { targets } from "./targets/index.js";
export { fileFor, type Refusal, type Target } from "./targets/target.js";
export { readFile } from "./targets/read.js";
export { writeFile } from "./targets/write.js";
export { serialize } from "./targets/serialize.js";

// Checks
export { checkBytes, checkFile, type CheckOptions, type SeveritySettings } from "./check/check.js";
export { CODES, type Code } from "./check/codes.js";
export type { Diagnostic, Severity } from "./check/diagnostic.js";

// Explanations
export { explain, type ExplainRequest } from "./explain/explain.js";
export type { Explanation } from "./explain/facts.js";
// Comparing and merging
export type { Change, Difference } from "./diff/change.js";
export { differenceOf } from "./diff/difference.js";
export { readExport, type ExportReading, type ReadExport } from "./diff/read-export.js";
export type { Conflict } from "./merge/conflict.js";
export { mergeExports, type MergeOutcome, type ThreeExports } from "./merge/merge.js";
