/** The signs that a locale writes numbers with, and its patterns for percentages and amounts of money. */
export interface NumberSigns {
  readonly decimal: string;
  readonly grouping: string;
  readonly minus: string;
  readonly percent: string;
  readonly perMille: string;
  readonly exponent: string;
  readonly infinity: string;
  readonly notANumber: string;
  readonly zero: string;
  readonly moneyDecimal: string;
  readonly moneyGrouping: string;
  readonly currencySymbol: string;
  readonly currencyCode: string;
}

export interface NumberLocale {
  readonly signs: NumberSigns;
  readonly percentPattern: string;
  /** Undefined where only numbers and percentages are known. */
  readonly currencyPattern: string | undefined;
}

// As Java 17.0.15 gives them: DecimalFormatSymbols, NumberFormat.getPercentInstance and getCurrencyInstance (CLDR 39).
// Decimal, grouping, percent pattern, currency pattern, decimal and grouping in money, currency, its code, exponent.
type Row = readonly [string, string, string, string, string, string, string, string, string];
const ROWS: Readonly<Record<string, Row>> = {
  en: [".", ",", "#,##0%", "¤#,##0.00", ".", ",", "¤", "XXX", "E"],
  en_US: [".", ",", "#,##0%", "¤#,##0.00", ".", ",", "$", "USD", "E"],
  en_GB: [".", ",", "#,##0%", "¤#,##0.00", ".", ",", "£", "GBP", "E"],
  en_IE: [".", ",", "#,##0%", "¤#,##0.00", ".", ",", "€", "EUR", "E"],
  en_CA: [".", ",", "#,##0%", "¤#,##0.00", ".", ",", "$", "CAD", "e"],
  en_AU: [".", ",", "#,##0%", "¤#,##0.00", ".", ",", "$", "AUD", "e"],
  en_NZ: [".", ",", "#,##0%", "¤#,##0.00", ".", ",", "$", "NZD", "E"],
  nl: [",", ".", "#,##0%", "¤\u00a0#,##0.00;¤\u00a0-#,##0.00", ",", ".", "¤", "XXX", "E"],
  nl_NL: [",", ".", "#,##0%", "¤\u00a0#,##0.00;¤\u00a0-#,##0.00", ",", ".", "€", "EUR", "E"],
  nl_BE: [",", ".", "#,##0%", "¤\u00a0#,##0.00;¤\u00a0-#,##0.00", ",", ".", "€", "EUR", "E"],
  de: [",", ".", "#,##0\u00a0%", "#,##0.00\u00a0¤", ",", ".", "¤", "XXX", "E"],
  de_DE: [",", ".", "#,##0\u00a0%", "#,##0.00\u00a0¤", ",", ".", "€", "EUR", "E"],
  de_AT: [",", "\u00a0", "#,##0\u00a0%", "¤\u00a0#,##0.00", ",", ".", "€", "EUR", "E"],
  de_CH: [".", "’", "#,##0%", "¤\u00a0#,##0.00;¤-#,##0.00", ".", "’", "CHF", "CHF", "E"],
  de_LU: [",", ".", "#,##0\u00a0%", "#,##0.00\u00a0¤", ",", ".", "€", "EUR", "E"],
  de_LI: [".", "’", "#,##0%", "¤\u00a0#,##0.00", ".", "’", "CHF", "CHF", "E"],
  de_BE: [",", ".", "#,##0\u00a0%", "#,##0.00\u00a0¤", ",", ".", "€", "EUR", "E"],
  fr: [",", "\u202f", "#,##0\u00a0%", "#,##0.00\u00a0¤", ",", "\u202f", "¤", "XXX", "E"],
  fr_FR: [",", "\u202f", "#,##0\u00a0%", "#,##0.00\u00a0¤", ",", "\u202f", "€", "EUR", "E"],
  fr_BE: [",", "\u202f", "#,##0\u00a0%", "#,##0.00\u00a0¤", ",", "\u202f", "€", "EUR", "E"],
  fr_CH: [",", "\u202f", "#,##0%", "#,##0.00\u00a0¤", ".", "\u202f", "CHF", "CHF", "E"],
  fr_LU: [",", ".", "#,##0\u00a0%", "#,##0.00\u00a0¤", ",", ".", "€", "EUR", "E"],
  fr_CA: [",", "\u00a0", "#,##0\u00a0%", "#,##0.00\u00a0¤", ",", "\u00a0", "$\u00a0CA", "CAD", "E"],
};

// Where Intl's signs are those of Java 17, although its CLDR is newer; in other locales something differs.
const SAME_IN_INTL = new Set(
  (
    "bg bg_BG cs cs_CZ cy_GB da da_DK en_BE en_DK en_FI en_HK en_IL en_MT en_NL en_SG en_ZA es es_ES " +
    "fr_GF fr_MC fr_MQ fr_RE fy_NL gl_ES hr hr_HR hu hu_HU id_ID is is_IS it it_IT ja_JP ko_KR lb_LU mk_MK ms_MY mt_MT " +
    "nb nb_NO nl_AW nl_BQ nl_CW nl_SR nl_SX nn_NO no_NO pl pl_PL pt pt_BR pt_PT ro ro_RO sq_AL sr sr_RS vi_VN zh zh_CN"
  ).split(" "),
);

const NO_CURRENCY = { currencySymbol: "¤", currencyCode: "XXX" };
const SIGNS_EVERYWHERE = {
  minus: "-",
  percent: "%",
  perMille: "‰",
  infinity: "∞",
  notANumber: "NaN",
  zero: "0",
};

/** How numbers are written in a locale like `nl_NL`; undefined when that is not known. */
export function numberLocaleOf(locale: string): NumberLocale | undefined {
  const row = ROWS[locale];
  if (row !== undefined) return fromRow(row);
  return SAME_IN_INTL.has(locale) ? fromIntl(locale.replace("_", "-")) : undefined;
}

function fromRow(row: Row): NumberLocale {
  const [decimal, grouping, percentPattern, currencyPattern, moneyDecimal, moneyGrouping] = row;
  const [, , , , , , currencySymbol, currencyCode, exponent] = row;
  const money = { moneyDecimal, moneyGrouping, currencySymbol, currencyCode };
  return {
    signs: { ...SIGNS_EVERYWHERE, decimal, grouping, exponent, ...money },
    percentPattern,
    currencyPattern,
  };
}

function fromIntl(tag: string): NumberLocale {
  const parts = new Intl.NumberFormat(tag).formatToParts(-1_234_567.5);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  const [decimal, grouping, minus] = ["decimal", "group", "minusSign"].map(sign);
  const signs = { ...SIGNS_EVERYWHERE, decimal: decimal ?? "", grouping: grouping ?? "", minus: minus ?? "" };
  const percentPattern = new Intl.NumberFormat(tag, { style: "percent" })
    .formatToParts(0.5)
    .map(({ type, value }) => (type === "integer" ? "#,##0" : value))
    .join("");
  const money = { moneyDecimal: signs.decimal, moneyGrouping: signs.grouping, ...NO_CURRENCY };
  return { signs: { ...signs, exponent: "E", ...money }, percentPattern, currencyPattern: undefined };
}
