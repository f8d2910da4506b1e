import { md } from "./markdown-text.js";
import type { Words } from "./words.js";

/** Explanations in German. Names of values stand without an article, so that they fit into every case. */
export const de: Words = {
  language: "de",
  title: (name) => md`Erläuterung: ${name}`,
  noName: "Aktion ohne Namen",
  headings: {
    short: "Kurz gesagt",
    description: "Was die Datei selbst dazu sagt",
    start: "Wann die Aktion läuft",
    steps: "Schritt für Schritt",
    account: "Konto und Berechtigungen",
    variables: "Variablen, die ein Administrator ausfüllt",
    risks: "Risiken und Befunde",
  },
  file: "Datei",
  kind: "Art",
  kindOfFile: {
    version: (version) => md`, Format ${version}`,
    action: md`Aktion (Webhooks und geplante Aktionen)`,
    sequence: (cardType) =>
      cardType === undefined
        ? md`klassische Aktionsabfolge`
        : md`klassische Aktionsabfolge für Karten vom Typ ${cardType}`,
  },
  short: {
    start: "Startet",
    reads: "Liest",
    writes: "Schreibt",
    mails: "E-Mails",
    sends: "Sendet an andere Systeme",
    costs: "Kostet",
    beware: "Zu beachten",
    nothing: "nichts",
    noMails: "keine",
    risks: (risks, errors, warnings) =>
      `${counted(risks, "Risiko", "Risiken")}, ${counted(errors, "Fehler", "Fehler")}, ${counted(warnings, "Warnung", "Warnungen")}: siehe am Ende`,
  },
  start: {
    schedule: (schedule, timeZone) => md`${schedule}, Zeitzone ${timeZone}`,
    unsure:
      "Die Datei sagt, wodurch die Aktion startet; es ist aber nicht bekannt, ob TOPdesk das aus der Datei übernimmt: Es gilt, was am Bildschirm eingestellt ist.",
    nextRuns: (day) => `Die nächsten Ausführungen, gezählt ab ${day}:`,
    webhook: (path) => md`wenn ein anderes System den Webhook mit dem Pfad ${path} aufruft`,
    card: (cardType) => md`bei einem Ereignis einer Karte vom Typ ${cardType}`,
    cardUnsure:
      "Welches Ereignis die Aktion startet, wird am Bildschirm eingestellt; in der Datei steht es nicht.",
    unknown: (type) => md`durch einen Auslöser, der hier nicht bekannt ist: ${type}`,
    onScreen: "das steht nicht in der Datei: Es wird am Bildschirm eingestellt",
  },
  stepsIntroduction:
    "Wenn nichts anderes dabeisteht, läuft ein Schritt nur, wenn der Schritt davor gelungen ist.",
  noSteps: "Die Aktion hat keine Schritte: Sie tut nichts.",
  run: {
    always: "Läuft immer, auch nach einem fehlgeschlagenen Schritt.",
    notSaid: "Die Datei sagt nicht, wann dieser Schritt läuft.",
    unknown: (word) => md`Läuft unter einer Bedingung, die hier nicht bekannt ist: ${word}.`,
    onlyIf: (condition) => md`Nur wenn ${condition}.`,
    onlyIfAlsoAfterFailure: (condition) =>
      md`Nur wenn ${condition} (auch nach einem fehlgeschlagenen Schritt).`,
  },
  condition: {
    and: "und",
    or: "oder",
    compare: {
      "==": (left, right) => md`${left} gleich ${right} ist`,
      "!=": (left, right) => md`${left} nicht gleich ${right} ist`,
      "<": (left, right) => md`${left} kleiner als ${right} ist`,
      "<=": (left, right) => md`${left} höchstens ${right} ist`,
      ">": (left, right) => md`${left} größer als ${right} ist`,
      ">=": (left, right) => md`${left} mindestens ${right} ist`,
    },
    filled: (value) => md`${value} ausgefüllt ist`,
    notFilled: (value) => md`${value} nicht ausgefüllt ist`,
    exists: (value) => md`${value} vorhanden ist`,
    missing: (value) => md`${value} fehlt`,
    isTrue: (value) => md`${value} wahr ist`,
    isFalse: (value) => md`${value} nicht wahr ist`,
    blank: (value) => md`${value} leer ist`,
    notBlank: (value) => md`${value} nicht leer ist`,
    startsWith: (value, part, isNot) => md`${value} ${isNot ? "nicht " : ""}mit ${part} beginnt`,
    endsWith: (value, part, isNot) => md`${value} ${isNot ? "nicht " : ""}mit ${part} endet`,
    contains: (value, part, isNot) => md`${value} den Text ${part} ${isNot ? "nicht " : ""}enthält`,
    always: "dies gilt: immer",
    never: "dies gilt: nie",
    code: (code) => md`diese Bedingung der Datei gilt: ${code}`,
    size: (list) => md`Anzahl der Einträge in ${list}`,
    length: (text) => md`Länge von ${text}`,
    orElse: (value, fallback) => md`${value} (${fallback}, wenn das fehlt)`,
  },
  source: {
    card: (field) => md`${field} der Karte`,
    answer: (path, step) => md`${path} aus der Antwort von ${step}`,
    wholeAnswer: (step) => md`Antwort von ${step}`,
    variable: (name) => md`Variable ${name}`,
    webhook: (path) => md`${path} aus dem Aufruf des Webhooks`,
    wholeWebhook: "Aufruf des Webhooks",
    operator: (path) => md`${path} des Bearbeiters, der die Aktion ausführt`,
    wholeOperator: "Bearbeiter, der die Aktion ausführt",
    item: (path, name) => md`${path} des Eintrags ${name}`,
    wholeItem: (name) => md`Eintrag ${name}`,
    documents: "erzeugte Dokumente",
    environment: "Adresse von TOPdesk",
    madeUp: "Zufallswert",
    computed: (from) => md`hier ermittelter Wert (${from})`,
    computedFromNothing: "von der Datei selbst ermittelter Wert",
    textWith: (from) => md`Text mit Daten (${from})`,
  },
  data: {
    card: (fields) => md`von der Karte: ${fields}`,
    answer: (paths, step) => md`aus der Antwort von ${step}: ${paths}`,
    webhook: (paths) => md`aus dem Aufruf des Webhooks: ${paths}`,
    operator: (paths) => md`vom Bearbeiter, der die Aktion ausführt: ${paths}`,
    item: (paths, name) => md`vom Eintrag ${name}: ${paths}`,
    variables: (names) => md`Variablen: ${names}`,
    everything: "alles",
    none: "keine Daten von Karten, Antworten oder Personen",
  },
  system: {
    topdesk: "TOPdesk",
    topdeskAt: (address) => md`TOPdesk (${address})`,
    inVariables: (names) => md`Adresse in Variable ${names}`,
    fromData: (data) => md`Adresse aus Daten, ${data}`,
    notFilledIn: (text) => md`noch nicht eingetragene Adresse ${text}`,
  },
  request: {
    reads: (object, system) => md`Liest ${object} aus ${system}.`,
    creates: (object, system) => md`Legt ${object} in ${system} an.`,
    adds: (object, system) => md`Ergänzt ${object} in ${system}.`,
    changes: (object, system) => md`Ändert ${object} in ${system}.`,
    deletes: (object, system) => md`Löscht ${object} aus ${system}.`,
    readsElsewhere: (system) => md`Liest Daten aus einem anderen System: ${system}.`,
    sends: (system, method) => md`Sendet eine Anfrage (${method}) an ein anderes System: ${system}.`,
    unknownMethod: (method, system) =>
      md`Sendet eine Anfrage mit der Methode ${method}: ${system}. Was sie bewirkt, ist hier nicht bekannt.`,
    noMethod: (system) => md`Sendet eine Anfrage: ${system}. Die Datei sagt nicht, mit welcher Methode.`,
    somethingAt: (path) => md`etwas unter ${path}`,
    identifiedBy: (values) => md`Bestimmt durch: ${values}.`,
    selection: (parameters) => md`Auswahl: ${parameters}.`,
    fields: (fields) => md`Trägt ein: ${fields}.`,
    unreadableBody: (data) => md`Was eingetragen wird, lässt sich nicht Feld für Feld sagen; darin: ${data}.`,
    goesAlong: (data) => md`Daten, die dorthin gehen: ${data}.`,
    more: (count) => `und ${count} weitere`,
  },
  deed: {
    creates: (object) => md`legt ${object} an`,
    adds: (object) => md`ergänzt ${object}`,
    changes: (object) => md`ändert ${object}`,
    deletes: (object) => md`löscht ${object}`,
    unknown: (object) => md`tut etwas Unbekanntes: ${object}`,
  },
  mail: {
    sends: "Sendet eine E-Mail mit TOPdesk.",
    to: "An",
    cc: "Kopie an",
    bcc: "Blindkopie an",
    from: "Von",
    replyTo: "Antworten an",
    subject: "Betreff",
    data: "Daten darin",
    unreadable:
      "An wen die E-Mail geht, lässt sich nicht sagen: Der Inhalt der Anfrage ist kein lesbares JSON.",
  },
  assignment: {
    sets: (variable, value) => md`Setzt Variable ${variable} auf: ${value}.`,
    empties: (variable) => md`Leert Variable ${variable}.`,
    adds: (variable, value) => md`Fügt zu Variable ${variable} hinzu: ${value}.`,
    type: (type) => md`Wie der Wert eingesetzt wird, ist hier nicht bekannt: ${type}.`,
  },
  loop: (list, item, most) =>
    most === undefined
      ? md`Wiederholt diese Schritte für jeden Eintrag in ${list}, darin ${item} genannt; wie viele es sein können, ist nicht bekannt:`
      : md`Wiederholt diese Schritte für jeden Eintrag in ${list}, darin ${item} genannt, höchstens ${most}-mal:`,
  container: "Enthält diese Schritte:",
  unknownStep: (type, keys) =>
    keys === undefined
      ? md`Ein Schritt eines Typs, der hier nicht bekannt ist (${type}): Was er tut, lässt sich nicht sagen.`
      : md`Ein Schritt eines Typs, der hier nicht bekannt ist (${type}): Was er tut, lässt sich nicht sagen. Er hat die Schlüssel ${keys}.`,
  textPart: {
    onlyIf: (text, condition) => md`Ein Teil ${text} steht nur da, wenn ${condition}.`,
    repeated: (text, list) => md`Ein Teil ${text} wird wiederholt für jeden Eintrag in ${list}.`,
    keys: { url: "der Adresse", body: "des Inhalts", valueTemplate: "des Wertes" },
  },
  account: {
    logsIn: (variables, steps) => md`Meldet sich an mit den Variablen ${variables} (Schritte: ${steps}).`,
    none: "Keine Anfrage meldet sich mit einem Konto an.",
    columns: ["Berechtigung", "Zugriff", "Benötigt von"],
    unknown: (request, steps) =>
      md`Außerdem eine Berechtigung für ${request} (${steps}); welche das ist, ist hier nicht bekannt.`,
    noRights: "Keine Anfrage geht an TOPdesk, dort sind also keine Berechtigungen nötig.",
  },
  variables: {
    columns: ["Variable", "In der Datei", "Benutzt von"],
    none: "Keine.",
    empty: "leer",
    secretEmpty: "geheim; leer",
    hidden: "**ein Geheimnis im Klartext** (hier verborgen)",
    notText: "etwas, das kein Text ist",
    secretText: (text) => md`geheim; jetzt: ${text}`,
    setBy: (steps) => md`gesetzt von ${steps}`,
    unused: "nichts",
  },
  risk: {
    none: "Es wurden keine Risiken gefunden.",
    unencrypted: (steps, system) =>
      md`**Nicht verschlüsselt:** ${steps} sendet über http, unterwegs können andere mitlesen (${system}).`,
    credentials: (variables, system, steps, opensTopdesk) =>
      md`**Anmeldedaten verlassen TOPdesk:** ${steps} sendet ${variables} an ein anderes System: ${system}.${opensTopdesk ? md` Sie öffnen auch dieses TOPdesk.` : md``}`,
    personal: (data, system, steps) =>
      md`**Personenbezogene Daten verlassen TOPdesk**, nach den Namen zu urteilen: ${steps} sendet an ein anderes System (${system}): ${data}.`,
    freeText: (data, system, steps) =>
      md`**Text, in dem alles Mögliche stehen kann, verlässt TOPdesk**, auch personenbezogene Daten: ${steps} sendet an ein anderes System (${system}): ${data}.`,
    mailed: (data, steps) =>
      md`**Eine E-Mail kann personenbezogene Daten enthalten**, nach den Namen zu urteilen: ${steps} sendet Daten ${data}.`,
    addressFromData: (data, steps) =>
      md`**Daten bestimmen, wohin eine Anfrage geht:** ${steps} nimmt die Adresse aus Daten, ${data}.`,
    noAddress: (text, steps) =>
      md`**Keine brauchbare Adresse:** ${steps} hat als Adresse ${text}. Der Schritt schlägt fehl, bis die Adresse eingetragen ist; wohin die Daten dann gehen, sagt die Datei nicht.`,
    deletes: (steps) => md`**Löscht:** ${steps} löscht Daten.`,
    unknownStep: (steps) =>
      md`**Hier nicht bekannt:** Was ${steps} tut, lässt sich der Datei nicht entnehmen.`,
    unknownMethod: (steps) =>
      md`**Hier nicht bekannt:** Was die Anfrage von ${steps} bewirkt, ist an ihrer Methode nicht zu erkennen.`,
    manyRequests: (most, limit) =>
      md`**Viele Anfragen:** Eine Ausführung kann ${most} senden, mehr als ${limit}.`,
    endless: (lists) =>
      md`**Kein bekanntes Ende:** Wie viele Anfragen eine Ausführung sendet, lässt sich nicht sagen, weil keine Länge bekannt ist von: ${lists}.`,
    unconfirmed: (keys) =>
      md`**Nicht bestätigt:** Keine öffentliche Quelle sagt, dass TOPdesk diese Schlüssel liest: ${keys}. Versuchen Sie den Import zuerst in einer Testumgebung.`,
  },
  finding: {
    error: "Fehler",
    warning: "Warnung",
    info: "Hinweis",
    steps: (steps) => md`(${steps})`,
    closing: (file) => md`Stelle und Abhilfe zu jedem Befund: ${file}.`,
  },
};

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
