import { md } from "./markdown-text.js";
import type { Words } from "./words.js";

/** Explanations in English. */
export const en: Words = {
  language: "en",
  title: (name) => md`Explanation: ${name}`,
  noName: "action without a name",
  headings: {
    short: "In short",
    description: "What the file says of itself",
    start: "When it runs",
    steps: "Step by step",
    account: "Account and rights",
    variables: "Variables that an admin fills in",
    risks: "Risks and findings",
  },
  file: "File",
  kind: "Kind",
  kindOfFile: {
    version: (version) => md`, format ${version}`,
    action: md`action (webhooks and scheduled actions)`,
    sequence: (cardType) =>
      cardType === undefined
        ? md`classic action sequence`
        : md`classic action sequence for cards of type ${cardType}`,
  },
  short: {
    start: "Starts",
    reads: "Reads",
    writes: "Writes",
    mails: "Mails",
    sends: "Sends to other systems",
    costs: "Costs",
    beware: "Mind",
    nothing: "nothing",
    noMails: "nothing",
    risks: (risks, errors, warnings) =>
      `${counted(risks, "risk", "risks")}, ${counted(errors, "error", "errors")}, ${counted(warnings, "warning", "warnings")}: see the end`,
  },
  start: {
    schedule: (schedule, timeZone) => md`${schedule}, time zone ${timeZone}`,
    unsure:
      "The file says what starts the action, but it is not known whether TOPdesk takes that from the file: what is set on the screen counts.",
    nextRuns: (day) => `The next runs, counted from ${day}:`,
    webhook: (path) => md`when another system calls the webhook with the path ${path}`,
    card: (cardType) => md`at an event of a card of type ${cardType}`,
    cardUnsure: "Which event starts the action is set on the screen; the file does not say.",
    unknown: (type) => md`by a trigger that is not known here: ${type}`,
    onScreen: "the file does not say: it is set on the screen",
  },
  stepsIntroduction: "Unless something else is said, a step runs only if the step before it succeeded.",
  noSteps: "The action has no steps: it does nothing.",
  run: {
    always: "Runs always, also after a step that failed.",
    notSaid: "The file does not say when this step runs.",
    unknown: (word) => md`Runs under a condition that is not known here: ${word}.`,
    onlyIf: (condition) => md`Only if ${condition}.`,
    onlyIfAlsoAfterFailure: (condition) => md`Only if ${condition} (also after a step that failed).`,
  },
  condition: {
    and: "and",
    or: "or",
    compare: {
      "==": (left, right) => md`${left} equals ${right}`,
      "!=": (left, right) => md`${left} does not equal ${right}`,
      "<": (left, right) => md`${left} is less than ${right}`,
      "<=": (left, right) => md`${left} is at most ${right}`,
      ">": (left, right) => md`${left} is more than ${right}`,
      ">=": (left, right) => md`${left} is at least ${right}`,
    },
    filled: (value) => md`${value} is filled in`,
    notFilled: (value) => md`${value} is not filled in`,
    exists: (value) => md`${value} is there`,
    missing: (value) => md`${value} is missing`,
    isTrue: (value) => md`${value} is true`,
    isFalse: (value) => md`${value} is not true`,
    blank: (value) => md`${value} is empty`,
    notBlank: (value) => md`${value} is not empty`,
    startsWith: (value, part, isNot) => md`${value} ${isNot ? "does not start" : "starts"} with ${part}`,
    endsWith: (value, part, isNot) => md`${value} ${isNot ? "does not end" : "ends"} with ${part}`,
    contains: (value, part, isNot) => md`${value} ${isNot ? "does not contain" : "contains"} ${part}`,
    always: "true (that is always so)",
    never: "false (that is never so)",
    code: (code) => md`this condition of the file holds: ${code}`,
    size: (list) => md`the number of items in ${list}`,
    length: (text) => md`the length of ${text}`,
    orElse: (value, fallback) => md`${value} (${fallback} when missing)`,
  },
  source: {
    card: (field) => md`${field} of the card`,
    answer: (path, step) => md`${path} from the answer of ${step}`,
    wholeAnswer: (step) => md`the answer of ${step}`,
    variable: (name) => md`the variable ${name}`,
    webhook: (path) => md`${path} from the call of the webhook`,
    wholeWebhook: "the call of the webhook",
    operator: (path) => md`${path} of the operator who runs the action`,
    wholeOperator: "the operator who runs the action",
    item: (path, name) => md`${path} of the item ${name}`,
    wholeItem: (name) => md`the item ${name}`,
    documents: "the generated documents",
    environment: "TOPdesk’s address",
    madeUp: "a random value",
    computed: (from) => md`a value worked out here (${from})`,
    computedFromNothing: "a value that the file works out",
    textWith: (from) => md`a text with data (${from})`,
  },
  data: {
    card: (fields) => md`of the card: ${fields}`,
    answer: (paths, step) => md`from the answer of ${step}: ${paths}`,
    webhook: (paths) => md`from the call of the webhook: ${paths}`,
    operator: (paths) => md`of the operator who runs the action: ${paths}`,
    item: (paths, name) => md`of the item ${name}: ${paths}`,
    variables: (names) => md`variables: ${names}`,
    everything: "everything",
    none: "no data of cards, answers or persons",
  },
  system: {
    topdesk: "TOPdesk",
    topdeskAt: (address) => md`TOPdesk (${address})`,
    inVariables: (names) => md`the address in the variable ${names}`,
    fromData: (data) => md`an address taken from data, ${data}`,
    notFilledIn: (text) => md`an address that is not filled in yet, ${text}`,
  },
  request: {
    reads: (object, system) => md`Reads ${object} from ${system}.`,
    creates: (object, system) => md`Creates ${object} in ${system}.`,
    adds: (object, system) => md`Adds to ${object} in ${system}.`,
    changes: (object, system) => md`Changes ${object} in ${system}.`,
    deletes: (object, system) => md`Deletes ${object} from ${system}.`,
    readsElsewhere: (system) => md`Reads data from another system: ${system}.`,
    sends: (system, method) => md`Sends a request (${method}) to another system: ${system}.`,
    unknownMethod: (method, system) =>
      md`Sends a request with the method ${method} to ${system}; what that does is not known here.`,
    noMethod: (system) => md`Sends a request to ${system}; the file does not say with which method.`,
    somethingAt: (path) => md`something at ${path}`,
    identifiedBy: (values) => md`Which one: ${values}.`,
    selection: (parameters) => md`Selection: ${parameters}.`,
    fields: (fields) => md`Writes: ${fields}.`,
    unreadableBody: (data) => md`What it writes cannot be told field by field; in it: ${data}.`,
    goesAlong: (data) => md`Data that goes there: ${data}.`,
    more: (count) => `and ${count} more`,
  },
  deed: {
    creates: (object) => md`creates ${object}`,
    adds: (object) => md`adds to ${object}`,
    changes: (object) => md`changes ${object}`,
    deletes: (object) => md`deletes ${object}`,
    unknown: (object) => md`does something unknown to ${object}`,
  },
  mail: {
    sends: "Sends a mail with TOPdesk.",
    to: "To",
    cc: "Copy to",
    bcc: "Blind copy to",
    from: "From",
    replyTo: "Answers go to",
    subject: "Subject",
    data: "Data in it",
    unreadable: "Whom it goes to cannot be told: its body is not JSON that can be read.",
  },
  assignment: {
    sets: (variable, value) => md`Sets the variable ${variable} to ${value}.`,
    empties: (variable) => md`Makes the variable ${variable} empty.`,
    adds: (variable, value) => md`Adds to the variable ${variable}: ${value}.`,
    type: (type) => md`How the value is put in is not known here: ${type}.`,
  },
  loop: (list, item, most) =>
    most === undefined
      ? md`Repeats these steps for each item of ${list}, called ${item} in them; how many there can be is not known:`
      : md`Repeats these steps for each item of ${list}, called ${item} in them, at most ${most} times:`,
  container: "Holds these steps:",
  unknownStep: (type, keys) =>
    keys === undefined
      ? md`A step of a type that is not known here (${type}): what it does cannot be told.`
      : md`A step of a type that is not known here (${type}): what it does cannot be told. It has the keys ${keys}.`,
  textPart: {
    onlyIf: (text, condition) => md`A part of ${text} is only there if ${condition}.`,
    repeated: (text, list) => md`A part of ${text} is repeated for each item of ${list}.`,
    keys: { url: "the address", body: "the content", valueTemplate: "the value" },
  },
  account: {
    logsIn: (variables, steps) => md`Logs in with the variables ${variables} (steps: ${steps}).`,
    none: "No request logs in with an account.",
    columns: ["Right", "Access", "Needed by"],
    unknown: (request, steps) =>
      md`A right for ${request} (${steps}) as well; which one that is, is not known here.`,
    noRights: "No request goes to TOPdesk, so no rights are needed there.",
  },
  variables: {
    columns: ["Variable", "In the file", "Used by"],
    none: "None.",
    empty: "empty",
    secretEmpty: "secret; empty",
    hidden: "**a secret in clear text** (hidden here)",
    notText: "something that is not text",
    secretText: (text) => md`secret; now: ${text}`,
    setBy: (steps) => md`set by ${steps}`,
    unused: "nothing",
  },
  risk: {
    none: "No risks were found.",
    unencrypted: (steps, system) =>
      md`**Not encrypted:** ${steps} sends to ${system} over http; others on the way can read along.`,
    credentials: (variables, system, steps, opensTopdesk) =>
      md`**Credentials leave TOPdesk:** ${steps} sends ${variables} to ${system}.${opensTopdesk ? md` They also open this TOPdesk.` : md``}`,
    personal: (data, system, steps) =>
      md`**Personal data leaves TOPdesk**, judged by the names: ${steps} sends to ${system}: ${data}.`,
    freeText: (data, system, steps) =>
      md`**Text in which anything may stand leaves TOPdesk**, personal data too: ${steps} sends to ${system}: ${data}.`,
    mailed: (data, steps) =>
      md`**A mail may hold personal data**, judged by the names: ${steps} mails data ${data}.`,
    addressFromData: (data, steps) =>
      md`**Data decides where a request goes:** ${steps} takes the address from data, ${data}.`,
    noAddress: (text, steps) =>
      md`**No usable address:** ${steps} goes to ${text}. It fails until the address is filled in; where data goes then, the file does not say.`,
    deletes: (steps) => md`**Deletes:** ${steps} deletes data.`,
    unknownStep: (steps) => md`**Not known here:** what ${steps} does cannot be told from the file.`,
    unknownMethod: (steps) =>
      md`**Not known here:** what the request of ${steps} does, judged by its method.`,
    manyRequests: (most, limit) => md`**Many requests:** one run can send ${most}, more than ${limit}.`,
    endless: (lists) =>
      md`**No known end:** how many requests a run sends depends on ${lists}, of which no length is known.`,
    unconfirmed: (keys) =>
      md`**Not confirmed:** no public source says that TOPdesk reads these keys: ${keys}. Try the import in a test environment first.`,
  },
  finding: {
    error: "Error",
    warning: "Warning",
    info: "Note",
    steps: (steps) => md`(${steps})`,
    closing: (file) => md`Place and remedy of each finding: ${file}.`,
  },
};

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
