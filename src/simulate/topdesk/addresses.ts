/** One address of a list, such as `Ann Other <ann@example.com>`. */
export interface MailAddress {
  /** As it was written. */
  readonly text: string;
  /** The part after the last @, in lower case; undefined when it is no address. */
  readonly domain: string | undefined;
}

/**
 * Reads a list of addresses.
 *
 * Source: API description email-v1, "an email address list using the syntax of RFC 822". Of that syntax, names in front
 * of addresses, quotes and comments are read; groups and routes, which nobody writes, are no addresses here.
 */
export function readAddresses(list: string): readonly MailAddress[] {
  return separated(list)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((text) => ({ text, domain: domainOf(text) }));
}

/** The parts between commas that stand outside of quotes, comments and angle brackets. */
function separated(list: string): readonly string[] {
  const parts = [""];
  let closing: string | undefined;
  for (let at = 0; at < list.length; at += 1) {
    const character = list.charAt(at);
    const isEscape = character === "\\";
    if (closing === undefined && character === ",") {
      parts.push("");
      continue;
    }
    if (character === closing) closing = undefined;
    else closing ??= CLOSING.get(character);
    parts.push(`${parts.pop() ?? ""}${character}${isEscape ? list.charAt(at + 1) : ""}`);
    if (isEscape) at += 1;
  }
  return parts;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["(", ")"],
  ["<", ">"],
]);

/** Longer than any address with a name that people write; keeps the patterns below away from huge texts. */
const LONGEST = 1000;

function domainOf(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const bracketed = /^([^<>]*)<([^<>]*)>$/.exec(text);
  const address = bracketed === null ? text.replace(/\s*\([^()]*\)$/, "") : (bracketed[2] ?? "").trim();
  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, Math.max(at, 0)), address.slice(at + 1)];
  const isLocal = local.length <= 64 && /^(?:[^\s"(),:;<>@[\\\]]+|"(?:[^"\\]|\\.)*")$/.test(local);
  const isLocalDotted = !/^\.|\.$|\.\./.test(local);
  const isDomain = domain.length <= 253 && domain.split(".").every((label) => LABEL.test(label));
  return isLocal && isLocalDotted && isDomain ? domain.toLowerCase() : undefined;
}

const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
