import type { Markdown } from "../../guide/markdown.js";
import type { Deed, RequestFacts, RunFacts, StepFacts, TextPart } from "../facts.js";
import { conditionInWords } from "./condition-words.js";
import { asCode, codes, joined, md } from "./markdown-text.js";
import {
  dataInWords,
  fieldsInWords,
  objectInWords,
  systemInWords,
  telling,
  valueInWords,
} from "./phrases.js";
import type { Words } from "./words.js";

/** What is said of a step, its steps aside. */
export function stepSentences(step: StepFacts, words: Words): Markdown {
  const holds = step.deed.kind !== "loop" && step.steps.length > 0 ? [md`${words.container}`] : [];
  const told = [
    ...runSentences(step.run, words),
    ...(step.deed.kind === "loop" ? [] : deedSentences(step.deed, words)),
    ...textPartSentences(step.textParts, words),
    ...(step.deed.kind === "loop" ? deedSentences(step.deed, words) : []),
    ...holds,
  ];
  return joined(told, " ");
}

function runSentences(run: RunFacts, { run: say, ...words }: Words): readonly Markdown[] {
  const condition = (of: Extract<RunFacts, { condition: unknown }>) =>
    conditionInWords(of.condition, { run: say, ...words });
  switch (run.kind) {
    case "always":
      return [md`${say.always}`];
    case "after success":
      return [];
    case "not said":
      return [md`${say.notSaid}`];
    case "condition":
      return [say.onlyIfAlsoAfterFailure(condition(run))];
    case "after success and condition":
      return [say.onlyIf(condition(run))];
    case "unknown":
      return [say.unknown(asCode(run.word))];
  }
}

function deedSentences(deed: Deed, words: Words): readonly Markdown[] {
  switch (deed.kind) {
    case "request":
      return requestSentences(deed, words);
    case "assignment":
      return assignmentSentences(deed, words);
    case "loop":
      return [words.loop(valueInWords(deed.list, words), asCode(deed.item), deed.most)];
    case "unknown":
      return [words.unknownStep(asCode(deed.type), deed.keys.length === 0 ? undefined : codes(deed.keys))];
  }
}

function requestSentences(request: RequestFacts, words: Words): readonly Markdown[] {
  const { effect, object } = request;
  if (effect === "sends mail") return mailSentences(request, words);
  const selection = telling(request.selection);
  const details =
    request.system.kind === "other"
      ? [words.request.goesAlong(dataInWords(request.data, words))]
      : [
          ...(object === undefined || object.ids.length === 0
            ? []
            : [
                words.request.identifiedBy(
                  joined(
                    object.ids.map((id) => valueInWords(id, words)),
                    ", ",
                  ),
                ),
              ]),
          ...(selection.length === 0 ? [] : [words.request.selection(fieldsInWords(selection, words))]),
          ...writtenSentences(request, words),
        ];
  return [whatItDoes(request, words), ...details];
}

function whatItDoes({ effect, object, system, method }: RequestFacts, words: Words): Markdown {
  const { request: say } = words;
  const where = systemInWords(system, words);
  const isOne = effect === "creates" || undefined;
  const what = object === undefined ? md`` : objectInWords(object, words, isOne);
  switch (effect) {
    case "reads":
      return system.kind === "other" ? say.readsElsewhere(where) : say.reads(what, where);
    case "creates":
    case "adds":
    case "changes":
    case "deletes":
      return say[effect](what, where);
    case "sends":
      return say.sends(where, asCode(method));
    case "sends mail":
      return md`${words.mail.sends}`;
    case "unknown":
      return method === "" ? say.noMethod(where) : say.unknownMethod(asCode(method), where);
  }
}

function writtenSentences({ isWriting, fields, data }: RequestFacts, words: Words): readonly Markdown[] {
  if (!isWriting) return [];
  if (fields === undefined) return [words.request.unreadableBody(dataInWords(data, words))];
  return fields.length === 0 ? [] : [words.request.fields(fieldsInWords(fields, words))];
}

function mailSentences({ mail, data }: RequestFacts, words: Words): readonly Markdown[] {
  const { mail: say } = words;
  if (!mail?.isReadable)
    return [md`${say.sends}`, md`${say.unreadable}`, md`${say.data}: ${dataInWords(data, words)}.`];
  const lines = [
    [say.to, mail.to],
    [say.cc, mail.cc],
    [say.bcc, mail.bcc],
    [say.from, mail.from],
    [say.replyTo, mail.replyTo],
    [say.subject, mail.subject === undefined ? [] : [mail.subject]],
  ] as const;
  const addressing = lines
    .filter(([, values]) => values.length > 0)
    .map(([label, values]) => {
      const said = values.map((value) => valueInWords(value, words));
      return md`${label}: ${joined(said, ", ")}.`;
    });
  return [md`${say.sends}`, ...addressing, md`${say.data}: ${dataInWords(data, words)}.`];
}

function assignmentSentences(
  { variable, assignmentType, value }: Extract<Deed, { kind: "assignment" }>,
  words: Words,
): readonly Markdown[] {
  const { assignment: say } = words;
  const type = assignmentType === "TEXT" ? [] : [say.type(asCode(assignmentType))];
  const [first, ...rest] = value;
  if (first === undefined) return [say.empties(asCode(variable)), ...type];
  const isAddition =
    first.kind === "source" &&
    first.source.kind === "variable" &&
    first.source.name === variable &&
    rest.length > 0;
  return isAddition
    ? [say.adds(asCode(variable), valueInWords(rest, words)), ...type]
    : [say.sets(asCode(variable), valueInWords(value, words)), ...type];
}

const MOST_PARTS = 4;

function textPartSentences(parts: readonly TextPart[], words: Words): readonly Markdown[] {
  const { textPart: say } = words;
  const said = parts.map((part) => {
    const text = part.key === "url" || part.key === "valueTemplate" ? say.keys[part.key] : say.keys.body;
    return part.kind === "condition"
      ? say.onlyIf(text, conditionInWords(part.condition, words))
      : say.repeated(text, valueInWords(part.list, words));
  });
  const distinct = [...new Map(said.map((sentence) => [sentence.source, sentence])).values()];
  const rest = distinct.length - MOST_PARTS;
  return rest > 0 ? [...distinct.slice(0, MOST_PARTS), md`(${words.request.more(rest)})`] : distinct;
}
