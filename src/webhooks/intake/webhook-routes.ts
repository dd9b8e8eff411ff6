import { Injectable } from '@nestjs/common';
import { Config, runtimeConfig } from '../../kernel/config/index.js';
import {
  RawRoutes,
  type RawAnswer,
  type RawHttpRequest,
  type RawRoute,
  type RawRoutesSource,
} from '../../kernel/web/index.js';
import type { WebhookSourceContract } from '../webhook-source.js';
import { WebhookSourceRegistry } from '../webhook-source.registry.js';
import { Intake } from './intake.service.js';

/**
 * The routes of all sources, on Node's own server. Their access rule is the source's proof; the segment after a route, if
 * there is one, is the endpoint's id.
 */
@RawRoutes()
@Injectable()
export class WebhookRoutes implements RawRoutesSource {
  readonly #publicUrl: string;

  constructor(
    private readonly sources: WebhookSourceRegistry,
    private readonly intake: Intake,
    config: Config,
  ) {
    const { publicUrl, port } = config.get(runtimeConfig);
    this.#publicUrl = publicUrl ?? `http://localhost:${port}`;
  }

  rawRoutes(): RawRoute[] {
    return this.sources.all().flatMap((source) =>
      source.routes.map((path) => ({
        path,
        bodyLimit: source.bodyLimit,
        answer: (request) => this.answer(source, request),
      })),
    );
  }

  private async answer(source: WebhookSourceContract, request: RawHttpRequest): Promise<RawAnswer> {
    const { method, headers, body: raw } = request;
    const content = await this.intake.accept({
      source,
      endpointId: request.parameter,
      requestId: request.id,
      request: {
        method,
        url: this.#publicUrl + request.url,
        raw,
        header: (name) => {
          const value = headers[name.toLowerCase()];
          return Array.isArray(value) ? value[0] : value;
        },
      },
    });
    return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(content) };
  }
}
