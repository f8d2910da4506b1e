import type { BodyRequest } from "./body.js";
import type { Tag } from "./tag.js";

interface Words {
  readonly message: string;
  readonly hint: string | undefined;
}

/** A body in which a tag stands that is not its own. */
interface Around {
  readonly request: BodyRequest;
  /** The tag that opened the body, and the line it starts in. */
  readonly opener: Tag;
  readonly line: number;
}

/** What must stand around the tags that divide something. */
const OWNERS: ReadonlyMap<string, string> = new Map([
  ["else", "#if or #list"],
  ["elseif", "#if"],
  ["case", "#switch"],
  ["on", "#switch"],
  ["default", "#switch"],
  ["recover", "#attempt"],
]);

/** Whether a tag is a second `<#else>`, or an `<#elseif>` behind it. */
export function followsElse(tag: Tag, request: BodyRequest): boolean {
  return request.isElse && tag.kind === "start" && (tag.name === "else" || tag.name === "elseif");
}

/**
 * What is said about a tag that closes or divides nothing.
 *
 * @param around the body in which it stands, if any
 * @param isAwaited whether it fits a body further out
 */
export function strayTag(tag: Tag, source: string, around: Around | undefined, isAwaited: boolean): Words {
  const found = `Found ${tagText(tag, source)}, but`;
  if (around !== undefined && followsElse(tag, around.request))
    return { message: `${found} this ${around.request.owner} has an <#else> already.`, hint: "Take it out." };
  if (around !== undefined && isAwaited) {
    const name = openedName(around.opener, around.request, source);
    const hint = `Write ${endOf(around.opener, source)} first: the ${name} in line ${around.line} is still open.`;
    return { message: `${found} only ${name} can be closed here.`, hint };
  }
  const owner = OWNERS.get(tag.name);
  if (tag.kind === "start" && owner !== undefined)
    return { message: `${found} there is no ${owner} around it.`, hint: "Take it out." };
  if (tag.kind === "call end") {
    const call = tag.name === "" ? "<@...>" : `<@${tag.name}>`;
    return { message: `${found} no ${call} is open here.`, hint: `Take it out, or write ${call} before it.` };
  }
  const hint = hasSpacedStart(tag.name, source.slice(Math.max(0, tag.start - FARTHEST_START), tag.start))
    ? `"<# ${tag.name}" is text: write <#${tag.name} without the space.`
    : `Take it out, or write ${startOf(tag.name)} before it.`;
  return { message: `${found} no #${tag.name} is open here.`, hint };
}

/** What is said about a body that the template does not close. */
export function unclosedBody({ request, opener, line }: Around, source: string): Words {
  const message = `The ${openedName(opener, request, source)} in line ${line} is not closed.`;
  return { message, hint: unclosedHint(opener, source) };
}

function unclosedHint(opener: Tag, source: string): string {
  const end = endOf(opener, source);
  if (opener.kind === "call") return `Write ${end}, or end the tag in "/>" when it has no content.`;
  const written = wrongEnd(opener.name, source.slice(opener.end));
  if (written !== undefined) return `"${written}" is text: write ${end}.`;
  if (opener.name === "assign" || opener.name === "local" || opener.name === "global")
    return `Give the value in the tag (<#${opener.name} a = ...>), or write ${end}.`;
  return `Write ${end} where its content ends.`;
}

/** An end tag that FreeMarker takes for text: `</if>` and the like. */
function wrongEnd(name: string, rest: string): string | undefined {
  return new RegExp(`[<[](?:/|#/|/ +#|/# +)${name} *[>\\]]`).exec(rest)?.[0];
}

/** How far before a stray tag its start is looked for, so that many of them do not take forever. */
const FARTHEST_START = 2000;

/** Whether a start tag with a space in it, which is text to FreeMarker, is in a text. */
function hasSpacedStart(name: string, text: string): boolean {
  return new RegExp(`[<[]# +${name}\\b`).test(text);
}

function startOf(name: string): string {
  return name === "attempt" || name === "compress" ? `<#${name}>` : `<#${name} ...>`;
}

/** How a tag is quoted: whole, without what it holds. */
function tagText({ start, end, open }: Tag, source: string): string {
  const text = source.slice(start, end).trim();
  return open ? `${text} ...${text.startsWith("[") ? "]" : ">"}` : text;
}

const CALLED = /[\p{L}_$@][\p{L}\p{N}_$@.]*(?=[\s/>\];])/uy;

/** The name of what is called, when it is nothing but a name. */
export function calledName({ end }: Tag, source: string): string | undefined {
  CALLED.lastIndex = end;
  return CALLED.exec(source)?.[0];
}

function openedName(opener: Tag, request: BodyRequest, source: string): string {
  return opener.kind === "call" ? `<@${calledName(opener, source) ?? "..."}>` : request.owner;
}

function endOf(opener: Tag, source: string): string {
  return opener.kind === "call" ? `</@${calledName(opener, source) ?? ""}>` : `</#${opener.name}>`;
}
