const SEND_PATH = /\/services\/email-v1\/api\/send\/?$/;

/**
 * Whether a request goes to TOPdesk's mail service. TOPdesk has no mail step: a mail is a request.
 *
 * Source: TOPdesk's API description "Custom Action Support", email-v1.
 *
 * @param request also with FreeMarker code in the address, as a step has it
 */
export function isMailRequest({ method, url }: { readonly method: string; readonly url: string }): boolean {
  return method === "POST" && SEND_PATH.test(url.trim().split(/[?#](?![^{]*\})/, 1)[0] ?? "");
}
