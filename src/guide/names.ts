import type { RunValues, ScheduleValues } from "./schedule-values.js";
import type {
  BudgetListValues,
  GuideValues,
  HostValues,
  InferredKeyValues,
  PermissionValues,
  UnknownRightValues,
  VariableValues,
} from "./values.js";

type Keys<T> = T extends unknown ? keyof T : never;
type GuideName = Keys<
  | GuideValues
  | PermissionValues
  | UnknownRightValues
  | HostValues
  | (VariableValues & { readonly meaning: unknown; readonly variables: unknown })
  | BudgetListValues
  | InferredKeyValues
  | ScheduleValues
  | RunValues
>;

/** Every name that a template of a guide may use, besides the parameters of the action. */
export const GUIDE_NAMES: readonly string[] = Object.keys({
  action: true,
  actionName: true,
  cardType: true,
  clockChanges: true,
  countedFrom: true,
  day: true,
  dayOfMonth: true,
  days: true,
  description: true,
  every: true,
  fileName: true,
  filePath: true,
  filledIn: true,
  hasMails: true,
  hasMost: true,
  hasMostRequests: true,
  hasSchedule: true,
  host: true,
  hosts: true,
  inferredKeys: true,
  isAction: true,
  isApplicationPasswords: true,
  isAssetManagement: true,
  isAssetTypes: true,
  isBulkItems: true,
  isDaily: true,
  isDoubled: true,
  isEvent: true,
  isEveryHour: true,
  isFilledIn: true,
  isHourly: true,
  isInFile: true,
  isLearned: true,
  isLastDay: true,
  isManyRequests: true,
  isMissingInSomeMonths: true,
  isMonthly: true,
  isOneMail: true,
  isPlain: true,
  isRestApi: true,
  isSecret: true,
  isSendMail: true,
  isSequence: true,
  isSkipped: true,
  isStocks: true,
  isWebhook: true,
  isWeekly: true,
  key: true,
  listName: true,
  lists: true,
  mails: true,
  meaning: true,
  most: true,
  mostRequests: true,
  organisation: true,
  permissions: true,
  request: true,
  requestLimit: true,
  requests: true,
  revision: true,
  runs: true,
  schedule: true,
  sha256: true,
  startTime: true,
  steps: true,
  target: true,
  time: true,
  timeZone: true,
  unknownRights: true,
  usesPassword: true,
  usesTopdesk: true,
  variableName: true,
  variables: true,
  webhookPath: true,
} satisfies Record<GuideName, true>);
