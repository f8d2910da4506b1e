import type { Language } from "../../customers/customer.js";
import type { Part, Resource } from "../topdesk-objects.js";

/** One of them, many of them, and "of one of them", as they stand after a verb. */
export type Noun = readonly [one: string, many: string, ofOne: string];

/** What TOPdesk's resources are called. */
export const NOUNS: Readonly<Record<Resource, Readonly<Record<Language, Noun>>>> = {
  incidents: nouns(
    ["een melding", "meldingen"],
    ["an incident", "incidents"],
    ["einen Incident", "Incidents", "eines Incidents"],
  ),
  changes: nouns(
    ["een wijziging", "wijzigingen"],
    ["a change", "changes"],
    ["einen Change", "Changes", "eines Changes"],
  ),
  operatorChangeActivities: nouns(
    ["een wijzigingsactiviteit", "wijzigingsactiviteiten"],
    ["a change activity", "change activities"],
    ["eine Changeaktivität", "Changeaktivitäten", "einer Changeaktivität"],
  ),
  operationalActivities: nouns(
    ["een operationele activiteit", "operationele activiteiten"],
    ["an operational activity", "operational activities"],
    ["eine operative Aktivität", "operative Aktivitäten", "einer operativen Aktivität"],
  ),
  assets: nouns(["een asset", "assets"], ["an asset", "assets"], ["ein Asset", "Assets", "eines Assets"]),
  stocks: nouns(["een voorraad", "voorraden"], ["a stock", "stocks"], ["ein Lager", "Lager", "eines Lagers"]),
  bulkItems: nouns(
    ["een bulkartikel", "bulkartikelen"],
    ["a bulk item", "bulk items"],
    ["einen Massenartikel", "Massenartikel", "eines Massenartikels"],
  ),
  assetLinks: nouns(
    ["een koppeling van assets", "koppelingen van assets"],
    ["a link of assets", "links of assets"],
    ["eine Verknüpfung von Assets", "Verknüpfungen von Assets", "einer Verknüpfung von Assets"],
  ),
  stockQuantities: nouns(
    ["een aantal in een voorraad", "aantallen in voorraden"],
    ["a quantity in a stock", "quantities in stocks"],
    ["eine Menge in einem Lager", "Mengen in Lagern", "einer Menge in einem Lager"],
  ),
  stockTotals: nouns(
    ["een totaal van voorraden", "totalen van voorraden"],
    ["a total of stocks", "totals of stocks"],
    ["eine Summe von Lagern", "Summen von Lagern", "einer Summe von Lagern"],
  ),
  templates: nouns(
    ["een assettype", "assettypes"],
    ["an asset type", "asset types"],
    ["einen Assettyp", "Assettypen", "eines Assettyps"],
  ),
  fields: nouns(
    ["een veld van assets", "velden van assets"],
    ["a field of assets", "fields of assets"],
    ["ein Feld von Assets", "Felder von Assets", "eines Feldes von Assets"],
  ),
  capabilities: nouns(
    ["een soort koppeling", "soorten koppelingen"],
    ["a kind of link", "kinds of links"],
    ["eine Art von Verknüpfung", "Arten von Verknüpfungen", "einer Art von Verknüpfung"],
  ),
  persons: nouns(
    ["een persoon", "personen"],
    ["a person", "persons"],
    ["eine Person", "Personen", "einer Person"],
  ),
  persongroups: nouns(
    ["een personengroep", "personengroepen"],
    ["a person group", "person groups"],
    ["eine Personengruppe", "Personengruppen", "einer Personengruppe"],
  ),
  operators: nouns(
    ["een behandelaar", "behandelaars"],
    ["an operator", "operators"],
    ["einen Bearbeiter", "Bearbeiter", "eines Bearbeiters"],
  ),
  operatorgroups: nouns(
    ["een behandelaarsgroep", "behandelaarsgroepen"],
    ["an operator group", "operator groups"],
    ["eine Bearbeitergruppe", "Bearbeitergruppen", "einer Bearbeitergruppe"],
  ),
  branches: nouns(
    ["een vestiging", "vestigingen"],
    ["a branch", "branches"],
    ["eine Niederlassung", "Niederlassungen", "einer Niederlassung"],
  ),
  departments: nouns(
    ["een afdeling", "afdelingen"],
    ["a department", "departments"],
    ["eine Abteilung", "Abteilungen", "einer Abteilung"],
  ),
  locations: nouns(
    ["een locatie", "locaties"],
    ["a location", "locations"],
    ["einen Standort", "Standorte", "eines Standorts"],
  ),
  suppliers: nouns(
    ["een leverancier", "leveranciers"],
    ["a supplier", "suppliers"],
    ["einen Lieferanten", "Lieferanten", "eines Lieferanten"],
  ),
  knowledgeItems: nouns(
    ["een kennisitem", "kennisitems"],
    ["a knowledge item", "knowledge items"],
    ["ein Wissenselement", "Wissenselemente", "eines Wissenselements"],
  ),
  reservations: nouns(
    ["een reservering", "reserveringen"],
    ["a reservation", "reservations"],
    ["eine Reservierung", "Reservierungen", "einer Reservierung"],
  ),
  services: nouns(
    ["een dienst", "diensten"],
    ["a service", "services"],
    ["einen Service", "Services", "eines Services"],
  ),
  visitors: nouns(
    ["een bezoeker", "bezoekers"],
    ["a visitor", "visitors"],
    ["einen Besucher", "Besucher", "eines Besuchers"],
  ),
  problems: nouns(
    ["een probleem", "problemen"],
    ["a problem", "problems"],
    ["ein Problem", "Probleme", "eines Problems"],
  ),
};

/** What parts of a card are called. */
export const PART_NOUNS: Readonly<Record<Part, Readonly<Record<Language, string>>>> = {
  assignments: { nl: "de toewijzingen", en: "the assignments", de: "die Zuweisungen" },
  attachments: { nl: "de bijlagen", en: "the attachments", de: "die Anhänge" },
  actions: { nl: "de acties", en: "the actions", de: "die Aktionen" },
  requests: { nl: "de verzoeken", en: "the requests", de: "die Anfragen" },
  progresstrail: { nl: "het voortgangslogboek", en: "the progress trail", de: "das Verlaufsprotokoll" },
  activities: { nl: "de activiteiten", en: "the activities", de: "die Aktivitäten" },
  approvals: { nl: "de goedkeuringen", en: "the approvals", de: "die Genehmigungen" },
  timespent: { nl: "de bestede tijd", en: "the time spent", de: "den Zeitaufwand" },
  categories: { nl: "de categorieën", en: "the categories", de: "die Kategorien" },
  subcategories: { nl: "de subcategorieën", en: "the subcategories", de: "die Unterkategorien" },
  statuses: { nl: "de statussen", en: "the statuses", de: "die Status" },
};

/** Fields of cards whose database names say little. */
export const CARD_FIELDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  unid: { nl: "id", en: "id", de: "ID" },
  naam: { nl: "nummer", en: "number", de: "Nummer" },
  korteomschrijving: { nl: "korte omschrijving", en: "brief description", de: "Kurzbeschreibung" },
  aanmelderemail: {
    nl: "e-mailadres van de aanmelder",
    en: "email address of the caller",
    de: "E-Mail-Adresse des Anmelders",
  },
  changeid: { nl: "id van de wijziging", en: "id of the change", de: "ID des Changes" },
};

/** Card types of classic action sequences. */
export const CARD_TYPE_NOUNS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  incident1: { nl: "eerstelijnsmelding", en: "first line incident", de: "First-Line-Incident" },
  incident2: { nl: "tweedelijnsmelding", en: "second line incident", de: "Second-Line-Incident" },
  changeactivity2: { nl: "wijzigingsactiviteit", en: "change activity", de: "Changeaktivität" },
};

function nouns(
  [nlOne, nlMany]: readonly [string, string],
  [enOne, enMany]: readonly [string, string],
  de: Noun,
): Readonly<Record<Language, Noun>> {
  return { nl: [nlOne, nlMany, `van ${nlOne}`], en: [enOne, enMany, `of ${enOne}`], de };
}
