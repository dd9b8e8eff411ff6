import { z } from 'zod';
import { Secret } from '../../kernel/config/index.js';
import type { Locale } from '../../kernel/errors/index.js';
import { jsonReply, type HttpClient } from '../../kernel/http/index.js';
import { SandboxRequestRefused } from '../sandbox.errors.js';
import type { Operation } from './documents.js';

const reply = jsonReply(
  z.object({
    data: z.unknown().optional(),
    errors: z
      .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
      .optional(),
  }),
);

export interface GraphqlOptions {
  http: HttpClient;
  baseUrl: string;
  locale: Locale;
}

/** The public API as clients see it, before signing in and after. */
export class GraphqlSession {
  constructor(
    private readonly options: GraphqlOptions,
    private readonly accessToken?: Secret,
  ) {}

  signedIn(accessToken: string): GraphqlSession {
    return new GraphqlSession(this.options, new Secret(accessToken));
  }

  /** @throws SandboxRequestRefused with the code of the first error. */
  async run<T>({ name, document, data }: Operation<T>, variables: Record<string, unknown> = {}): Promise<T> {
    const { http, baseUrl, locale } = this.options;
    const { body } = await http.request(
      { name: 'agent-builder', baseUrl, hostFrom: 'operator' },
      {
        method: 'POST',
        path: '/graphql',
        headers: { authorization: this.bearer(), 'accept-language': locale },
        body: { json: { query: document, variables } },
        reply,
      },
    );
    const [error] = body.errors ?? [];
    if (error) throw new SandboxRequestRefused(name, error.extensions?.code ?? 'UNKNOWN', error.message);
    return data.parse(body.data);
  }

  private bearer(): Secret | undefined {
    return this.accessToken && new Secret(`Bearer ${this.accessToken.reveal()}`);
  }
}
