import { remembering } from "./memory.js";

/** A locale's name as Java writes it, `nl_NL`, however a template has spelled it. */
export const localeName = remembering((locale: string): string => {
  const [language = "", country = "", ...rest] = locale.split(/[_, ]+/);
  return [language.toLowerCase(), country.toUpperCase(), ...rest].filter((part) => part !== "").join("_");
});
