import type { Language } from "../customers/customer.js";
import type { Action, Trigger } from "../model/action.js";
import {
  callBudget,
  formula,
  mostOf,
  REQUEST_LIMIT,
  type BudgetTerm,
  type CallBudget,
} from "../topdesk/call-budget.js";
import { rightsOf, type NeededPermission, type Permission } from "../topdesk/rights.js";
import { onOneLine } from "./markdown.js";
import type { GuideRequest } from "./request.js";
import { scheduleValues, type ScheduleValues } from "./schedule-values.js";

/** A permission that the account needs; exactly one of its truth values is true. */
export interface PermissionValues {
  readonly isRestApi: boolean;
  readonly isApplicationPasswords: boolean;
  readonly isStocks: boolean;
  readonly isAssetTypes: boolean;
  readonly isBulkItems: boolean;
  readonly isAssetManagement: boolean;
  readonly isSendMail: boolean;
  readonly steps: string;
}

export interface UnknownRightValues {
  readonly request: string;
  readonly steps: string;
}

export interface HostValues {
  readonly host: string;
  readonly steps: string;
}

/** A variable that the admin fills in. */
export interface VariableValues {
  readonly variableName: string;
  readonly isSecret: boolean;
  /** What the customer's file already fills in. */
  readonly filledIn: string;
  readonly isFilledIn: boolean;
}

export interface BudgetListValues {
  readonly listName: string;
  readonly most: number;
  readonly hasMost: boolean;
}

export interface InferredKeyValues {
  readonly key: string;
}

/** Everything that a guide's templates may use, before its strings are wrapped. Parameters of the action come on top. */
export interface GuideValues {
  readonly actionName: string;
  readonly description: string;
  readonly organisation: string;
  readonly fileName: string;
  readonly filePath: string;
  readonly revision: string;
  readonly action: string;
  readonly target: string;
  readonly isAction: boolean;
  readonly isPlain: boolean;
  readonly isSequence: boolean;
  readonly cardType: string;
  readonly usesTopdesk: boolean;
  readonly usesPassword: boolean;
  readonly permissions: readonly PermissionValues[];
  readonly unknownRights: readonly UnknownRightValues[];
  readonly hosts: readonly HostValues[];
  readonly hasSchedule: boolean;
  readonly schedule: ScheduleValues | undefined;
  readonly isWebhook: boolean;
  readonly webhookPath: string;
  readonly isEvent: boolean;
  readonly isInFile: boolean;
  readonly requests: string;
  readonly mostRequests: number;
  readonly hasMostRequests: boolean;
  /** Whether one run can send more requests than is usual. */
  readonly isManyRequests: boolean;
  readonly requestLimit: number;
  readonly mails: string;
  readonly hasMails: boolean;
  readonly isOneMail: boolean;
  readonly lists: readonly BudgetListValues[];
  readonly inferredKeys: readonly InferredKeyValues[];
  readonly isLearned: boolean;
  readonly sha256: string;
}

/** The facts of a built file for its guide. */
export function guideValues(request: GuideRequest, language: Language): GuideValues {
  const { file, target, customer } = request;
  const { action } = file;
  return {
    actionName: onOneLine(action.name) || request.actionId,
    description: action.description,
    organisation: onOneLine(customer.branding.organisation ?? "") || customer.name,
    fileName: request.path.split("/").at(-1) ?? request.path,
    filePath: request.path,
    revision: request.revision,
    action: request.actionId,
    target,
    isAction: target === "action",
    isPlain: target === "action-plain",
    isSequence: target === "action-sequence",
    cardType: action.cardType ?? "",
    ...rightsValues(action),
    ...triggerValues(request, language),
    ...budgetValues(callBudget(action)),
    inferredKeys: request.inferredKeys.map((key) => ({ key })),
    isLearned: request.isLearned === true,
    sha256: request.sha256,
  };
}

/** The variables of a file in its order. */
export function variablesOf({ file, variables = {} }: GuideRequest): readonly VariableValues[] {
  return file.action.variables.map(({ name, secret }) => {
    const filledIn = Object.hasOwn(variables, name) ? (variables[name]?.value ?? "") : "";
    return { variableName: name, isSecret: secret === true, filledIn, isFilledIn: filledIn !== "" };
  });
}

function rightsValues(action: Action) {
  const rights = rightsOf(action);
  const needs = (name: Permission) => rights.permissions.some(({ permission }) => permission === name);
  return {
    usesTopdesk: needs("REST_API"),
    usesPassword: needs("APPLICATION_PASSWORDS"),
    permissions: rights.permissions.map(permissionValues),
    unknownRights: rights.unknown.map(({ method, path, steps }) => ({
      request: `${method} ${path}`,
      steps: namesOf(steps),
    })),
    hosts: rights.otherHosts.map(({ host, steps }) => ({ host, steps: namesOf(steps) })),
  };
}

/** A permission in the truth values that templates ask for. */
export function permissionValues({ permission, steps }: NeededPermission): PermissionValues {
  return {
    isRestApi: permission === "REST_API",
    isApplicationPasswords: permission === "APPLICATION_PASSWORDS",
    isStocks: permission === "STOCKS",
    isAssetTypes: permission === "ASSET_TYPES",
    isBulkItems: permission === "BULK_ITEMS",
    isAssetManagement: permission === "ASSET_MANAGEMENT",
    isSendMail: permission === "SEND_MAIL",
    steps: namesOf(steps),
  };
}

/** Names of steps; those that differ only in a number at their end are told once. */
function namesOf(steps: readonly string[]): string {
  const MOST = 6;
  const names = [...new Set(steps)];
  return names.length <= MOST
    ? names.join(", ")
    : `${names.slice(0, MOST - 1).join(", ")}, … ${names.at(-1) ?? ""}`;
}

function triggerValues(
  { file, trigger = file.action.trigger, exportDate, target }: GuideRequest,
  language: Language,
) {
  const schedule =
    trigger?.type === "SCHEDULED" ? scheduleValues(trigger.schedule, exportDate, language) : undefined;
  return {
    hasSchedule: schedule !== undefined,
    schedule,
    isWebhook: trigger?.type === "WEBHOOK",
    webhookPath: trigger?.type === "WEBHOOK" ? trigger.path : "",
    isEvent: isEvent(trigger) || target === "action-sequence",
    isInFile: file.action.trigger !== undefined,
  };
}

function isEvent(trigger: Trigger | undefined): boolean {
  return trigger?.type === "EVENT";
}

/** What a budget's words ask for. */
export function budgetValues({ requests, mails }: CallBudget) {
  const mostRequests = mostOf(requests);
  return {
    requests: formula(requests),
    mostRequests: mostRequests ?? 0,
    hasMostRequests: mostRequests !== undefined && requests.some(({ lists }) => lists.length > 0),
    isManyRequests: mostRequests !== undefined && mostRequests > REQUEST_LIMIT,
    requestLimit: REQUEST_LIMIT,
    mails: formula(mails),
    hasMails: mails.length > 0,
    isOneMail: mostOf(mails) === 1,
    lists: listsOf(requests),
  };
}

function listsOf(terms: readonly BudgetTerm[]): readonly BudgetListValues[] {
  const lists = new Map(terms.flatMap((term) => term.lists).map((list) => [list.name, list.most]));
  return [...lists].map(([listName, most]) => ({ listName, most: most ?? 0, hasMost: most !== undefined }));
}
