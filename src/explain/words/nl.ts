import { md } from "./markdown-text.js";
import type { Words } from "./words.js";

/** Explanations in Dutch. */
export const nl: Words = {
  language: "nl",
  title: (name) => md`Uitleg: ${name}`,
  noName: "actie zonder naam",
  headings: {
    short: "In het kort",
    description: "Wat het bestand er zelf over zegt",
    start: "Wanneer de actie draait",
    steps: "Stap voor stap",
    account: "Account en rechten",
    variables: "Variabelen die een beheerder invult",
    risks: "Risico’s en bevindingen",
  },
  file: "Bestand",
  kind: "Soort",
  kindOfFile: {
    version: (version) => md`, formaat ${version}`,
    action: md`actie (webhooks en ingeplande acties)`,
    sequence: (cardType) =>
      cardType === undefined
        ? md`klassieke actiereeks`
        : md`klassieke actiereeks voor kaarten van het type ${cardType}`,
  },
  short: {
    start: "Start",
    reads: "Leest",
    writes: "Schrijft",
    mails: "Mailt",
    sends: "Stuurt naar andere systemen",
    costs: "Kost",
    beware: "Let op",
    nothing: "niets",
    noMails: "niets",
    risks: (risks, errors, warnings) =>
      `${counted(risks, "risico", "risico’s")}, ${counted(errors, "fout", "fouten")}, ${counted(warnings, "waarschuwing", "waarschuwingen")}: zie het einde`,
  },
  start: {
    schedule: (schedule, timeZone) => md`${schedule}, tijdzone ${timeZone}`,
    unsure:
      "Het bestand zegt waardoor de actie start, maar het is niet bekend of TOPdesk dat uit het bestand overneemt: wat op het scherm is ingesteld, geldt.",
    nextRuns: (day) => `De eerstvolgende keren, geteld vanaf ${day}:`,
    webhook: (path) => md`als een ander systeem de webhook met het pad ${path} aanroept`,
    card: (cardType) => md`bij een gebeurtenis op een kaart van het type ${cardType}`,
    cardUnsure:
      "Welke gebeurtenis de actie start, wordt op het scherm ingesteld; dat staat niet in het bestand.",
    unknown: (type) => md`door een trigger die hier niet bekend is: ${type}`,
    onScreen: "dat staat niet in het bestand: het wordt op het scherm ingesteld",
  },
  stepsIntroduction: "Tenzij er iets anders staat, draait een stap alleen als de stap ervoor is gelukt.",
  noSteps: "De actie heeft geen stappen: zij doet niets.",
  run: {
    always: "Draait altijd, ook na een mislukte stap.",
    notSaid: "Het bestand zegt niet wanneer deze stap draait.",
    unknown: (word) => md`Draait onder een voorwaarde die hier niet bekend is: ${word}.`,
    onlyIf: (condition) => md`Alleen als ${condition}.`,
    onlyIfAlsoAfterFailure: (condition) => md`Alleen als ${condition} (ook na een mislukte stap).`,
  },
  condition: {
    and: "en",
    or: "of",
    compare: {
      "==": (left, right) => md`${left} gelijk is aan ${right}`,
      "!=": (left, right) => md`${left} niet gelijk is aan ${right}`,
      "<": (left, right) => md`${left} kleiner is dan ${right}`,
      "<=": (left, right) => md`${left} hoogstens ${right} is`,
      ">": (left, right) => md`${left} groter is dan ${right}`,
      ">=": (left, right) => md`${left} minstens ${right} is`,
    },
    filled: (value) => md`${value} ingevuld is`,
    notFilled: (value) => md`${value} niet ingevuld is`,
    exists: (value) => md`${value} aanwezig is`,
    missing: (value) => md`${value} ontbreekt`,
    isTrue: (value) => md`${value} waar is`,
    isFalse: (value) => md`${value} niet waar is`,
    blank: (value) => md`${value} leeg is`,
    notBlank: (value) => md`${value} niet leeg is`,
    startsWith: (value, part, isNot) => md`${value} ${isNot ? "niet " : ""}begint met ${part}`,
    endsWith: (value, part, isNot) => md`${value} ${isNot ? "niet " : ""}eindigt op ${part}`,
    contains: (value, part, isNot) => md`${value} ${isNot ? "niet " : ""}de tekst ${part} bevat`,
    always: "dit waar is: altijd",
    never: "dit waar is: nooit",
    code: (code) => md`deze voorwaarde uit het bestand geldt: ${code}`,
    size: (list) => md`het aantal items in ${list}`,
    length: (text) => md`de lengte van ${text}`,
    orElse: (value, fallback) => md`${value} (${fallback} als dat ontbreekt)`,
  },
  source: {
    card: (field) => md`${field} van de kaart`,
    answer: (path, step) => md`${path} uit het antwoord van ${step}`,
    wholeAnswer: (step) => md`het antwoord van ${step}`,
    variable: (name) => md`de variabele ${name}`,
    webhook: (path) => md`${path} uit de aanroep van de webhook`,
    wholeWebhook: "de aanroep van de webhook",
    operator: (path) => md`${path} van de behandelaar die de actie uitvoert`,
    wholeOperator: "de behandelaar die de actie uitvoert",
    item: (path, name) => md`${path} van het item ${name}`,
    wholeItem: (name) => md`het item ${name}`,
    documents: "de gegenereerde documenten",
    environment: "het adres van TOPdesk",
    madeUp: "een willekeurige waarde",
    computed: (from) => md`een waarde die hier wordt bepaald (${from})`,
    computedFromNothing: "een waarde die het bestand zelf bepaalt",
    textWith: (from) => md`een tekst met gegevens (${from})`,
  },
  data: {
    card: (fields) => md`van de kaart: ${fields}`,
    answer: (paths, step) => md`uit het antwoord van ${step}: ${paths}`,
    webhook: (paths) => md`uit de aanroep van de webhook: ${paths}`,
    operator: (paths) => md`van de behandelaar die de actie uitvoert: ${paths}`,
    item: (paths, name) => md`van het item ${name}: ${paths}`,
    variables: (names) => md`variabelen: ${names}`,
    everything: "alles",
    none: "geen gegevens van kaarten, antwoorden of personen",
  },
  system: {
    topdesk: "TOPdesk",
    topdeskAt: (address) => md`TOPdesk (${address})`,
    inVariables: (names) => md`het adres in de variabele ${names}`,
    fromData: (data) => md`een adres uit gegevens, ${data}`,
    notFilledIn: (text) => md`een adres dat nog niet is ingevuld, ${text}`,
  },
  request: {
    reads: (object, system) => md`Leest ${object} uit ${system}.`,
    creates: (object, system) => md`Maakt ${object} aan in ${system}.`,
    adds: (object, system) => md`Voegt iets toe aan ${object} in ${system}.`,
    changes: (object, system) => md`Wijzigt ${object} in ${system}.`,
    deletes: (object, system) => md`Verwijdert ${object} uit ${system}.`,
    readsElsewhere: (system) => md`Leest gegevens uit een ander systeem: ${system}.`,
    sends: (system, method) => md`Stuurt een verzoek (${method}) naar een ander systeem: ${system}.`,
    unknownMethod: (method, system) =>
      md`Stuurt een verzoek met de methode ${method} naar ${system}; wat dat doet, is hier niet bekend.`,
    noMethod: (system) => md`Stuurt een verzoek naar ${system}; het bestand zegt niet met welke methode.`,
    somethingAt: (path) => md`iets op ${path}`,
    identifiedBy: (values) => md`Welke: ${values}.`,
    selection: (parameters) => md`Selectie: ${parameters}.`,
    fields: (fields) => md`Vult in: ${fields}.`,
    unreadableBody: (data) => md`Wat er wordt ingevuld, is niet per veld te zeggen; erin staat: ${data}.`,
    goesAlong: (data) => md`Gegevens die daarheen gaan: ${data}.`,
    more: (count) => `en nog ${count}`,
  },
  deed: {
    creates: (object) => md`maakt ${object} aan`,
    adds: (object) => md`voegt iets toe aan ${object}`,
    changes: (object) => md`wijzigt ${object}`,
    deletes: (object) => md`verwijdert ${object}`,
    unknown: (object) => md`doet iets onbekends met ${object}`,
  },
  mail: {
    sends: "Verstuurt een mail met TOPdesk.",
    to: "Aan",
    cc: "Kopie aan",
    bcc: "Blinde kopie aan",
    from: "Van",
    replyTo: "Antwoorden gaan naar",
    subject: "Onderwerp",
    data: "Gegevens erin",
    unreadable: "Aan wie de mail gaat, is niet te zeggen: de inhoud van het verzoek is geen leesbare JSON.",
  },
  assignment: {
    sets: (variable, value) => md`Zet de variabele ${variable} op ${value}.`,
    empties: (variable) => md`Maakt de variabele ${variable} leeg.`,
    adds: (variable, value) => md`Voegt toe aan de variabele ${variable}: ${value}.`,
    type: (type) => md`Hoe de waarde erin komt, is hier niet bekend: ${type}.`,
  },
  loop: (list, item, most) =>
    most === undefined
      ? md`Herhaalt deze stappen voor elk item van ${list}, daarin ${item} genoemd; hoeveel dat er kunnen zijn, is niet bekend:`
      : md`Herhaalt deze stappen voor elk item van ${list}, daarin ${item} genoemd, hoogstens ${most} keer:`,
  container: "Bevat deze stappen:",
  unknownStep: (type, keys) =>
    keys === undefined
      ? md`Een stap van een type dat hier niet bekend is (${type}): wat de stap doet, is niet te zeggen.`
      : md`Een stap van een type dat hier niet bekend is (${type}): wat de stap doet, is niet te zeggen. De stap heeft de sleutels ${keys}.`,
  textPart: {
    onlyIf: (text, condition) => md`Een deel van ${text} staat er alleen als ${condition}.`,
    repeated: (text, list) => md`Een deel van ${text} wordt herhaald voor elk item van ${list}.`,
    keys: { url: "het adres", body: "de inhoud", valueTemplate: "de waarde" },
  },
  account: {
    logsIn: (variables, steps) => md`Meldt zich aan met de variabelen ${variables} (stappen: ${steps}).`,
    none: "Geen enkel verzoek meldt zich met een account aan.",
    columns: ["Recht", "Toegang", "Nodig voor"],
    unknown: (request, steps) =>
      md`Ook een recht voor ${request} (${steps}); welk recht dat is, is hier niet bekend.`,
    noRights: "Geen enkel verzoek gaat naar TOPdesk, dus daar zijn geen rechten nodig.",
  },
  variables: {
    columns: ["Variabele", "In het bestand", "Gebruikt door"],
    none: "Geen.",
    empty: "leeg",
    secretEmpty: "geheim; leeg",
    hidden: "**een leesbaar geheim** (hier verborgen)",
    notText: "iets dat geen tekst is",
    secretText: (text) => md`geheim; nu: ${text}`,
    setBy: (steps) => md`gevuld door ${steps}`,
    unused: "niets",
  },
  risk: {
    none: "Er zijn geen risico’s gevonden.",
    unencrypted: (steps, system) =>
      md`**Niet versleuteld:** ${steps} gaat via http naar ${system}; onderweg kunnen anderen meelezen.`,
    credentials: (variables, system, steps, opensTopdesk) =>
      md`**Aanmeldgegevens verlaten TOPdesk:** ${steps} stuurt ${variables} naar ${system}.${opensTopdesk ? md` Daarmee kan men ook in deze TOPdesk.` : md``}`,
    personal: (data, system, steps) =>
      md`**Persoonsgegevens verlaten TOPdesk**, te oordelen naar de namen: ${steps} stuurt naar ${system}: ${data}.`,
    freeText: (data, system, steps) =>
      md`**Tekst waarin van alles kan staan, verlaat TOPdesk**, ook persoonsgegevens: ${steps} stuurt naar ${system}: ${data}.`,
    mailed: (data, steps) =>
      md`**In een mail kunnen persoonsgegevens staan**, te oordelen naar de namen: ${steps} mailt gegevens ${data}.`,
    addressFromData: (data, steps) =>
      md`**Gegevens bepalen waar een verzoek heen gaat:** ${steps} haalt het adres uit gegevens, ${data}.`,
    noAddress: (text, steps) =>
      md`**Geen bruikbaar adres:** ${steps} gaat naar ${text}. De stap mislukt tot het adres is ingevuld; waar de gegevens dan heen gaan, zegt het bestand niet.`,
    deletes: (steps) => md`**Verwijdert:** ${steps} verwijdert gegevens.`,
    unknownStep: (steps) => md`**Hier niet bekend:** wat ${steps} doet, is uit het bestand niet op te maken.`,
    unknownMethod: (steps) =>
      md`**Hier niet bekend:** wat het verzoek van ${steps} doet, is aan de methode niet te zien.`,
    manyRequests: (most, limit) =>
      md`**Veel verzoeken:** één keer draaien kan er ${most} doen, meer dan ${limit}.`,
    endless: (lists) =>
      md`**Geen bekend einde:** hoeveel verzoeken één keer draaien doet, hangt af van ${lists}, waarvan geen lengte bekend is.`,
    unconfirmed: (keys) =>
      md`**Niet bevestigd:** geen openbare bron zegt dat TOPdesk deze sleutels leest: ${keys}. Probeer het importeren eerst in een testomgeving.`,
  },
  finding: {
    error: "Fout",
    warning: "Waarschuwing",
    info: "Opmerking",
    steps: (steps) => md`(${steps})`,
    closing: (file) => md`Plaats en oplossing van elke bevinding: ${file}.`,
  },
};

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
