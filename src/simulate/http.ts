/** A request as an action sends it, with every text rendered. */
export interface HttpRequest {
  readonly method: string;
  /** The whole address, with protocol and host. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty when there is none. */
  readonly body: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Something that sends a request and brings the answer: a network, a simulated TOPdesk, a recorder. */
export type Transport = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpAnswer>;
