interface Words {
  readonly message: string;
  readonly hint: string | undefined;
}

const CURLY_QUOTES = new Set(["“", "”", "„", "‘", "’", "‚", "«", "»"]);

/** What is said about a character that starts no token. */
export function meaninglessCharacter(character: string): Words {
  const message = `The character ${JSON.stringify(character)} has no meaning here.`;
  return { message, hint: CURLY_QUOTES.has(character) ? 'Write straight quotes: "...".' : undefined };
}

/** What is said about an escape in a string literal, by the character behind its backslash. */
export function meaninglessEscape(character: string): Words {
  const message =
    character === "x" ? '"\\x" needs hexadecimal digits.' : `"\\${character}" is no escape of FreeMarker.`;
  return { message, hint: 'Write "\\\\" for a backslash, or a raw string: r"...".' };
}
