import type { Branding } from "../customers/customer.js";

/** What has no colour of its own looks like this: dark enough beside white for a line that must be seen. */
const DEFAULT_ACCENT = "#3b5b7e";

/** The values that every text may use, whatever the action. What a customer did not set is empty. */
export function brandingValues(branding: Branding): Readonly<Record<keyof Branding, string>> {
  const { organisation = "", logoUrl = "", accentColor = DEFAULT_ACCENT, signature = "" } = branding;
  return { organisation, logoUrl, accentColor, signature };
}
