import { remembering } from "./memory.js";
import { invalid, success, type Outcome } from "./outcome.js";

/** How exactly a time is printed; milliseconds end in no zeros unless all three are asked for. */
export type Accuracy = "hours" | "minutes" | "seconds" | "milliseconds" | "three digits of milliseconds";

/** What a format like `iso_m_u` or `xs nz` asks for. */
export interface IsoFormat {
  readonly standard: "iso" | "xs";
  readonly accuracy: Accuracy;
  readonly showsOffset: boolean;
  readonly usesUtc: boolean;
}

interface Options {
  accuracy: Accuracy | undefined;
  showsOffset: boolean | undefined;
  usesUtc: boolean;
}

export function isIsoFormat(format: string): boolean {
  return format.startsWith("iso") || format.startsWith("xs");
}

/** Reads a format that starts with `iso` or `xs`. */
export const readIsoFormat = remembering((format: string): Outcome<IsoFormat> => {
  const standard = format.startsWith("xs") ? "xs" : "iso";
  const options: Options = { accuracy: undefined, showsOffset: undefined, usesUtc: false };
  let position: number = standard.length;
  while (position < format.length) {
    const separators = /^[_ ]+/.exec(format.slice(position))?.[0].length ?? 0;
    position += separators;
    if (position >= format.length) break;
    if (separators === 0)
      return invalid(
        `Missing space or "_" before "${format.charAt(position)}" (at char pos. ${position + 1}).`,
      );
    const option = /^(?:ms|fu|nz|fz|h|m|s|u)/.exec(format.slice(position))?.[0];
    if (option === undefined)
      return invalid(
        `Unexpected character, "${format.charAt(position)}". ` +
          `Expected the beginning of one of: h, m, s, ms, nz, fz, u (at char pos. ${position + 1}).`,
      );
    const wrong = setOption(options, option, standard);
    if (wrong !== undefined) return invalid(`${wrong} (at char pos. ${position + 1}).`);
    position += option.length;
  }
  const { accuracy = "milliseconds", showsOffset = true, usesUtc } = options;
  return success({ standard, accuracy, showsOffset, usesUtc });
});

/** Undefined when the option could be set, else what is wrong. */
function setOption(options: Options, option: string, standard: "iso" | "xs"): string | undefined {
  if (option === "u" || option === "fu") {
    if (options.usesUtc) return "The UTC usage option was already set earlier.";
    options.usesUtc = true;
  } else if (option === "nz" || option === "fz") {
    if (options.showsOffset !== undefined)
      return `"${option}" is unexpected as zone offset visibility was already specified earlier`;
    options.showsOffset = option === "fz";
  } else {
    // Milliseconds count as not set, as they are the default.
    if (options.accuracy !== undefined)
      return `"${option}" is unexpected as accuracy was already specified earlier`;
    if (standard === "xs" && (option === "h" || option === "m"))
      return "Less than seconds accuracy isn't allowed by the XML Schema format";
    options.accuracy = accuracyOf(option);
  }
  return undefined;
}

export function accuracyOf(option: string): Accuracy {
  switch (option) {
    case "h":
      return "hours";
    case "m":
      return "minutes";
    case "ms":
      return "three digits of milliseconds";
    default:
      return "seconds";
  }
}
