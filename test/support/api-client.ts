/** An error as a client gets it, GraphQL and REST alike. */
export interface Refusal {
  code: string;
  reason: string;
  message: string;
  retryAfterMs?: number;
  fields?: { path: string; message: string }[];
}

interface GraphqlBody {
  data?: unknown;
  errors?: { message: string; extensions: Omit<Refusal, 'message'> }[];
}

/** A client of the API as frontends are: it knows the address and its headers, nothing else. */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same client with more headers. */
  with(headers: Record<string, string>): ApiClient {
    return new ApiClient(this.url, { ...this.headers, ...headers });
  }

  /** The same client at another process of the same deployment. */
  on(url: string): ApiClient {
    return new ApiClient(url, this.headers);
  }

  bearer(token: string): ApiClient {
    return this.with({ authorization: `Bearer ${token}` });
  }

  /** The data of an operation that has to succeed. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.post(query, variables);
    if (errors) throw new Error(`The operation failed: ${JSON.stringify(errors)}`);
    return data as Data;
  }

  /** The first error of an operation that has to fail. */
  async refusal(query: string, variables: object = {}): Promise<Refusal> {
    const { data, errors } = await this.post(query, variables);
    const [error] = errors ?? [];
    if (!error) throw new Error(`The operation succeeded: ${JSON.stringify(data)}`);
    return { ...error.extensions, message: error.message };
  }

  async post(query: string, variables: object = {}): Promise<GraphqlBody> {
    const reply = await this.request('POST', '/graphql', { query, variables });
    return (await reply.json()) as GraphqlBody;
  }

  request(method: string, path: string, body?: unknown): Promise<Response> {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    return fetch(this.url + path, {
      method,
      headers: { ...json, ...this.headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}
