import { parse } from "../freemarker/parse.js";
import type { Action } from "../model/action.js";
import type { HttpStep, Step } from "../model/step.js";
import { isMailRequest } from "./mail-service.js";

/**
 * A permission of TOPdesk that is known to be asked for.
 *
 * Sources: TOPdesk's developer tutorial for the first two; its API descriptions "Custom Action Support" (email-v1) for
 * mails and "Asset Management" 1.91.1 for the rest, where the answers 400 and 403 name the permission.
 */
export const PERMISSIONS = [
  "REST_API",
  "APPLICATION_PASSWORDS",
  "STOCKS",
  "ASSET_TYPES",
  "BULK_ITEMS",
  "ASSET_MANAGEMENT",
  "SEND_MAIL",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** A permission and the steps that need it. */
export interface NeededPermission {
  readonly permission: Permission;
  readonly steps: readonly string[];
}

/** A request to TOPdesk of which no source says what permission it takes. */
export interface UnknownPermission {
  readonly method: string;
  /** From the first slash after the host name, without the query; `…` stands for what is known at run time only. */
  readonly path: string;
  readonly steps: readonly string[];
}

/** An address outside of TOPdesk that an action sends requests to. */
export interface OtherHost {
  /** The host name, or the template code that gives it. */
  readonly host: string;
  readonly steps: readonly string[];
}

/** What an action's account must be allowed to do, and where the action's requests go besides. */
export interface Rights {
  /** In the order of {@link PERMISSIONS}. */
  readonly permissions: readonly NeededPermission[];
  readonly unknown: readonly UnknownPermission[];
  readonly otherHosts: readonly OtherHost[];
}

/** The rights that an action's requests take, also of requests in loops and other containers. */
export function rightsOf({ steps }: Action): Rights {
  const demands = httpSteps(steps).flatMap((step) =>
    demandsOf(step).map((demand) => ({ ...demand, step: step.name })),
  );
  return {
    permissions: PERMISSIONS.flatMap((permission) => {
      const needing = demands.filter(
        (demand) => demand.kind === "permission" && demand.permission === permission,
      );
      return needing.length === 0 ? [] : [{ permission, steps: needing.map(({ step }) => step) }];
    }),
    unknown: grouped(
      demands.filter((demand) => demand.kind === "unknown"),
      ({ method, path }) => `${method} ${path}`,
    ).map(({ first: { method, path }, steps }) => ({ method, path, steps })),
    otherHosts: grouped(
      demands.filter((demand) => demand.kind === "other host"),
      ({ host }) => host,
    ).map(({ first: { host }, steps }) => ({ host, steps })),
  };
}

type Demand =
  | { readonly kind: "permission"; readonly permission: Permission }
  | { readonly kind: "unknown"; readonly method: string; readonly path: string }
  | { readonly kind: "other host"; readonly host: string };

function grouped<Item extends { readonly step: string }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly { readonly first: Item; readonly steps: readonly string[] }[] {
  const groups = new Map<string, { readonly first: Item; readonly steps: string[] }>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), { first: item, steps: [item.step] });
    else group.steps.push(item.step);
  }
  return [...groups.values()];
}

function httpSteps(steps: readonly Step[]): readonly HttpStep[] {
  return steps.flatMap((step) => [
    ...(step.kind === "http" ? [step] : []),
    ...httpSteps(step.subSteps ?? []),
  ]);
}

function demandsOf(step: HttpStep): readonly Demand[] {
  const address = addressOf(step.url);
  if (!isTopdesk(address)) return [{ kind: "other host", host: address.host }];
  const permissions = permissionsFor(step, address);
  return [
    permission("REST_API"),
    ...(sendsPassword(step) ? [permission("APPLICATION_PASSWORDS")] : []),
    ...(permissions?.map(permission) ?? [
      { kind: "unknown", method: step.method, path: address.path } as const,
    ]),
  ];
}

function permission(name: Permission): Demand {
  return { kind: "permission", permission: name };
}

function sendsPassword({ headers }: HttpStep): boolean {
  return headers.some(({ name }) => name.toLowerCase() === "authorization");
}

/** The parts of a request's address. */
interface Address {
  readonly host: string;
  /** Whether the host is known when the action is built, and not a variable. */
  readonly isFixed: boolean;
  readonly path: string;
  readonly query: string;
}

function addressOf(url: string): Address {
  const { template } = parse(url.trim());
  const [first] = template.body;
  const written = template.body.map((element) => (element.kind === "text" ? element.text : UNKNOWN)).join("");
  const [, scheme = "", authority = "", rest = ""] = /^(https?:\/\/)?([^/?#]*)(.*)$/is.exec(written) ?? [];
  const [, path = "", query = ""] = /^([^?#]*)\??([^#]*)/.exec(rest) ?? [];
  const isCode = first !== undefined && first.kind !== "text" && authority === UNKNOWN && scheme === "";
  const host = isCode ? url.trim().slice(first.span.start.offset, first.span.end.offset) : authority;
  return { host, isFixed: !authority.includes(UNKNOWN), path, query };
}

const UNKNOWN = "…";

/** Whether the address of a request, with FreeMarker code in it, is one of TOPdesk's. */
export function isTopdeskRequest(url: string): boolean {
  return isTopdesk(addressOf(url));
}

/** TOPdesk's APIs are known by their paths; where the host is written out it must look like TOPdesk as well. */
function isTopdesk({ host, isFixed, path }: Address): boolean {
  if (/^\/tas\/(?:api|secure|public)\//.test(path)) return true;
  return path.startsWith("/services/") && (!isFixed || /\.topdesk\.(?:net|com)(?::\d+)?$/i.test(host));
}

/** The permissions for a request besides those for the API itself; undefined when no source says. */
function permissionsFor(step: HttpStep, { path, query }: Address): readonly Permission[] | undefined {
  if (isMailRequest(step)) return ["SEND_MAIL"];
  const [, resource, subject] = /^\/tas\/api\/assetmgmt\/([A-Za-z]+)(\/[^/]+)?\/?$/.exec(path) ?? [];
  if (step.method !== "GET" || resource === undefined) return undefined;
  if (resource === "assets") return subject === undefined ? permissionsForAssets(query) : ["ASSET_TYPES"];
  return subject === undefined ? READ_PERMISSIONS.get(resource) : undefined;
}

const READ_PERMISSIONS: ReadonlyMap<string, readonly Permission[]> = new Map([
  ["assetLinks", ["ASSET_TYPES"]],
  ["stockQuantities", ["STOCKS", "BULK_ITEMS"]],
  ["stockTotals", ["ASSET_TYPES", "BULK_ITEMS"]],
  ["templates", ["ASSET_MANAGEMENT"]],
  ["fields", ["ASSET_MANAGEMENT"]],
  ["capabilities", ["ASSET_MANAGEMENT"]],
]);

function permissionsForAssets(query: string): readonly Permission[] {
  const category = /(?:^|&)resourceCategory=([^&]*)/.exec(query)?.[1];
  const counted: readonly Permission[] = /(?:^|&)linkedToTemplate=/.test(query) ? ["ASSET_TYPES"] : [];
  switch (category) {
    case "stock":
      return ["STOCKS", ...counted];
    case "bulkItem":
      return ["BULK_ITEMS", ...counted];
    case undefined:
    case "asset":
      return ["ASSET_TYPES"];
    default:
      return ["STOCKS", "BULK_ITEMS", "ASSET_TYPES"];
  }
}
