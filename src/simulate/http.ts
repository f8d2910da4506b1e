/** One HTTP request, ready to be sent. */
export interface HttpRequest {
  readonly method: string;
  /** The absolute address. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** "" when there is none. */
  readonly body: string;
}

/** What a server answers. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a request and waits for the answer. Rejects when there is none. */
export type Transport = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpAnswer>;
