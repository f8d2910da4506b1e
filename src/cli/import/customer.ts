import type { ExitCode, Terminal } from "../terminal.js";
export interface CustomerRequest { readonly file: string; readonly action: string; readonly customer: string; readonly customers: string | undefined; readonly force: boolean }
export async function importCustomer(_request: CustomerRequest, _terminal: Terminal): Promise<ExitCode> { return Promise.resolve(2); }
