/** Secrets of every shape. All of them are made up for these tests; none opens anything. */
export const MADE_UP = {
  password: "Made-Up-Geheim1",
  applicationPassword: "aaaaa-bbbbb-ccccc-ddddd-eeeee",
  token: "made0up0token0made0up0token0",
  webToken: `eyJ${"madeUp".repeat(3)}.eyJ${"madeUp".repeat(3)}.${"madeUp".repeat(3)}`,
} as const;

/** The made-up password with its user, as Basic login sends it. */
export const encoded = Buffer.from(`admin:${MADE_UP.password}`).toString("base64");
