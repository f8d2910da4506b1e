import type { JsonObject } from "../../model/json.js";

/**
 * A world: everything that a simulated TOPdesk knows. The types describe a world file as schemas/world.schema.json
 * does; {@link readWorld} checks one.
 */
export interface World {
  readonly $schema?: string;
  readonly name: string;
  readonly description?: string;
  /** The address of the TOPdesk environment. Default: {@link SAMPLE_ADDRESS}. Loopback addresses are always TOPdesk too. */
  readonly url?: string;
  /** The API account. Without one, every login that has a name and a password is accepted. */
  readonly account?: Account;
  readonly fields?: readonly Field[];
  /** The asset types (templates) of all categories. Without this key, asset management is not simulated. */
  readonly types?: readonly CardType[];
  readonly stocks?: readonly Card[];
  readonly assets?: readonly Asset[];
  readonly bulkItems?: readonly Card[];
  /** How much of which bulk item is in which stock. */
  readonly quantities?: readonly Quantity[];
  /** The link types besides "asset is in stock", which every environment has. */
  readonly linkTypes?: readonly LinkType[];
  /** Links besides those that {@link Asset.stock} makes. */
  readonly links?: readonly Link[];
  readonly people?: readonly Person[];
  /** Without this key, mail is not simulated. */
  readonly mail?: MailSettings;
  /** What texts read at top level, by card type such as `incident1`. */
  readonly cards?: Readonly<Record<string, JsonObject>>;
  /** What starts a webhook. */
  readonly request?: JsonObject;
  readonly currentOperator?: JsonObject;
  /** What the admin filled in, by the name of the variable. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Answers for requests that the simulated TOPdesk does not build; where one fits, it goes before the built ones. */
  readonly answers?: readonly RecordedAnswer[];
}

/** Where TOPdesk is in a world that does not say. */
export const SAMPLE_ADDRESS = "https://topdesk.example.com";

/** The default moment at which cards were made and changed. */
export const SAMPLE_MOMENT = "2026-01-05T08:00:00.000";

/**
 * The link type "asset is in stock", in which the stock is the source (Asset Management API 1.91.1). Not the constant
 * of the actions: what is rehearsed must not decide what it is compared with.
 */
export const IN_STOCK = "dad98dad-054b-41ae-a727-3e3b37342739";

/** The API account. A world holds no password: any password that is not empty is accepted. */
export interface Account {
  readonly login: string;
  /** The ids of the types that the account may not read. */
  readonly unreadableTypes?: readonly string[];
}

export type FieldType = "text" | "number" | "date" | "checkbox" | "dropdown";

export interface Field {
  /** The id in requests and answers, such as `minimale-voorraad`. */
  readonly id: string;
  readonly name: string;
  readonly type: FieldType;
}

export type ResourceCategory = "asset" | "stock" | "bulkItem";

export interface CardType {
  readonly id: string;
  readonly name: string;
  readonly category: ResourceCategory;
  readonly archived?: boolean;
  /** The ids of the fields that its cards have. */
  readonly fields?: readonly string[];
}

export type FieldValue = string | number | boolean | null;

export interface Card {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly archived?: boolean;
  /** Values by field id. A field of the type that is missing here is empty. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
  /** Default: {@link SAMPLE_MOMENT}. */
  readonly creationDate?: string;
  /** Default: {@link SAMPLE_MOMENT}. */
  readonly modificationDate?: string;
}

export interface Asset extends Card {
  readonly status?: "OPERATIONAL" | "IMPACTED";
  /** The id of the stock that it is in. */
  readonly stock?: string;
  /** What else it is linked to, as in the API's parameter linkedTo: `person/<id>`, `change/<id>`. */
  readonly linkedTo?: readonly string[];
}

export interface Quantity {
  readonly stock: string;
  readonly bulkItem: string;
  readonly quantity: number;
}

export interface LinkType {
  readonly id: string;
  readonly name: string;
}

export interface Link {
  /** The id of the parent. */
  readonly source: string;
  /** The id of the child. */
  readonly target: string;
  /** The id of the link type. Without one: the plain relation of parent and child. */
  readonly type?: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly archived?: boolean;
}

export interface MailSettings {
  /** Whether the account has the permission "Send emails with REST API". */
  readonly allowed: boolean;
  /** The sender of a mail that names none. */
  readonly defaultSender: string;
  /** The domains that a sender may have. Default: all. */
  readonly senderDomains?: readonly string[];
}

/** One answer, found by its method and by either `url` or `path`. */
export interface RecordedAnswer {
  readonly method: string;
  /** The whole address, for any host. Without a query it fits every query. */
  readonly url?: string;
  /** The address after the host of TOPdesk. Without a query it fits every query. */
  readonly path?: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}
