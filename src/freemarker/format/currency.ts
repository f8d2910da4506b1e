// As Java 17.0.15 gives them: Currency.getSymbol(locale), CLDR 39. A currency not named here is written as its code.
const SYMBOLS: Readonly<Record<string, string>> = {
  en: "EUR=€ USD=$ GBP=£ JPY=¥ CAD=CA$ AUD=A$",
  en_US: "EUR=€ USD=$ GBP=£ JPY=¥ CAD=CA$ AUD=A$",
  en_GB: "EUR=€ USD=US$ GBP=£ JPY=JP¥ CAD=CA$ AUD=A$",
  en_IE: "EUR=€ USD=US$ GBP=£ JPY=JP¥ CAD=CA$ AUD=A$",
  en_CA: "EUR=€ USD=US$ GBP=£ JPY=JP¥ CAD=$ AUD=A$",
  en_NZ: "EUR=€ USD=US$ GBP=£ JPY=JP¥ CAD=CA$ AUD=A$",
  en_AU: "AUD=$",
  nl: "EUR=€ USD=US$ GBP=£ JPY=JP¥ CAD=C$ AUD=AU$",
  de: "EUR=€ USD=$ GBP=£ JPY=¥ CAD=CA$ AUD=AU$",
  de_CH: "USD=$ GBP=£ JPY=¥ CAD=CA$ AUD=AU$",
  de_LI: "USD=$ GBP=£ JPY=¥ CAD=CA$ AUD=AU$",
  fr: "EUR=€ USD=$US GBP=£GB CAD=$CA AUD=$AU",
  fr_CA: "EUR=€ USD=$\u00a0US GBP=£ JPY=¥ CAD=$\u00a0CA AUD=$\u00a0AU",
};

const KNOWN_CURRENCIES = "EUR USD GBP CHF JPY DKK SEK NOK PLN CZK CAD AUD".split(" ");
const KNOWN_LOCALES = /^(?:nl|nl_NL|nl_BE|de|de_DE|de_AT|de_LU|de_BE|fr|fr_FR|fr_BE|fr_CH|fr_LU)$/;

/** How a currency is written in a locale; undefined when that is not known. */
export function currencySymbol(code: string, locale: string): string | undefined {
  const [language = ""] = locale.split("_");
  const symbols = SYMBOLS[locale] ?? (KNOWN_LOCALES.test(locale) ? SYMBOLS[language] : undefined);
  if (symbols === undefined || !KNOWN_CURRENCIES.includes(code)) return undefined;
  return new Map(symbols.split(" ").map((entry) => [entry.slice(0, 3), entry.slice(4)])).get(code) ?? code;
}
