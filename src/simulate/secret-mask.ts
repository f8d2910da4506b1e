import { escapedIn, spellingOf } from "./secret-spelling.js";

/** Shorter texts that come up on the way are found everywhere, and hiding them would leave nothing readable. */
const SHORTEST_LEARNED = 6;

/**
 * Hides secrets in texts, however they are written there: escaped for an address, for JSON or for HTML, or as a part of
 * Base64.
 *
 * @example new SecretMask(["geheim"], "•••").hide("password=geheim") // "password=•••"
 */
export class SecretMask {
  private readonly secrets = new Map<string, (text: string) => string>();

  /** @param replacement what stands in place of a secret */
  constructor(
    secrets: Iterable<string>,
    private readonly replacement: string,
  ) {
    for (const secret of secrets) this.add(secret);
  }

  /** Hides one more secret from now on, such as a token in an answer. */
  learn(secret: string): void {
    if (secret.length >= SHORTEST_LEARNED) this.add(secret);
  }

  hide(text: string): string {
    let hidden = text;
    for (const hideOne of this.secrets.values()) hidden = hideOne(hidden);
    return hidden;
  }

  private add(secret: string): void {
    if (secret === "" || this.secrets.has(secret)) return;
    const longestFirst = [...this.secrets, [secret, hiding(secret, this.replacement)] as const].sort(
      ([one], [other]) => other.length - one.length,
    );
    this.secrets.clear();
    for (const [known, hide] of longestFirst) this.secrets.set(known, hide);
  }
}

/** A secret of this length is hidden as it stands only: a pattern of every spelling would be slow. */
const LONGEST_SPELLED = 2000;

function hiding(secret: string, replacement: string): (text: string) => string {
  if (secret.length > LONGEST_SPELLED) return (text) => text.replaceAll(secret, replacement);
  const spelled = spellingOf(secret);
  const escaped = escapedIn(secret);
  const cores = base64Cores(secret);
  return (text) => {
    const left = cores.reduce((rest, core) => hideAround(rest, core, replacement), text);
    // The pattern of every spelling is slow, and hardly any text needs it.
    return left.replaceAll(escaped.test(left) ? spelled : secret, () => replacement);
  };
}

/** Shorter pieces of Base64 would be found in texts that have nothing to do with the secret. */
const SHORTEST_CORE = 5;

/** What is in every Base64 that holds a secret, whatever stands before and after it: one text for each offset. */
function base64Cores(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, "utf8");
  const cores = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    // Characters that also hold bits of what stands before or after are left out.
    return encoded.slice(Math.ceil((offset * 4) / 3), Math.floor(((offset + bytes.length) * 4) / 3));
  });
  const spellings = cores
    .filter((core) => core.length >= SHORTEST_CORE)
    .flatMap((core) => [
      core,
      core.replaceAll("+", "-").replaceAll("/", "_"),
      core.replaceAll("+", "%2B").replaceAll("/", "%2F"),
    ]);
  return [...new Set(spellings)];
}

const IN_BASE64 = /[A-Za-z0-9+/=_%-]/;

/** Replaces the whole Base64 around a part of it. */
function hideAround(text: string, core: string, replacement: string): string {
  if (!text.includes(core)) return text;
  let hidden = "";
  let from = 0;
  for (let found = text.indexOf(core); found >= 0; found = text.indexOf(core, from)) {
    let start = found;
    while (start > from && IN_BASE64.test(text.charAt(start - 1))) start -= 1;
    let end = found + core.length;
    while (end < text.length && IN_BASE64.test(text.charAt(end))) end += 1;
    hidden += text.slice(from, start) + replacement;
    from = end;
  }
  return hidden + text.slice(from);
}
