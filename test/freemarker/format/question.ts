/** What is asked of FreeMarker: one question for each input. */
export type Question =
  | { readonly ask: "print number"; readonly format: string; readonly locale: string }
  | { readonly ask: "read number" }
  | {
      readonly ask: "print date";
      readonly kind: Kind;
      readonly format: string;
      readonly locale: string;
      readonly zone: string;
    }
  | {
      readonly ask: "built-in";
      readonly kind: Kind;
      readonly builtIn: string;
      readonly argument: string;
      readonly zone: string;
    }
  | {
      readonly ask: "read date";
      readonly kind: Kind;
      readonly format: string;
      readonly locale: string;
      readonly zone: string;
    };
export type Kind = "date" | "time" | "datetime";
export type Case = Question & { readonly inputs: readonly string[] };

export const LOCALES = ["en_US", "en_GB", "nl_NL", "nl_BE", "de_DE", "de_AT", "de_CH", "fr_FR", "fr_BE"];
export const ALSO = [
  "en",
  "nl",
  "de",
  "fr",
  "en_IE",
  "en_CA",
  "en_AU",
  "en_NZ",
  "de_LI",
  "de_LU",
  "de_BE",
  "fr_CH",
  "fr_LU",
  "fr_CA",
];
export const ELSEWHERE = [
  "da_DK",
  "es_ES",
  "it_IT",
  "pt_PT",
  "pt_BR",
  "pl_PL",
  "cs_CZ",
  "hu_HU",
  "nb_NO",
  "ro_RO",
  "ja_JP",
  "zh_CN",
  "bg_BG",
];
