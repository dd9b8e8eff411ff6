import { Injectable } from '@nestjs/common';
import { Config } from '../../kernel/config/index.js';
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
import { publicAddress, toRawRequest } from './to-raw-request.js';

/**
 * The routes of all sources, on Node's own server. Their access rule is the source's proof; the segment after a route, if
 * there is one, is the endpoint's id.
 */
@RawRoutes()
@Injectable()
export class WebhookRoutes implements RawRoutesSource {
  readonly #address: string;

  constructor(
    private readonly sources: WebhookSourceRegistry,
    private readonly intake: Intake,
    config: Config,
  ) {
    this.#address = publicAddress(config);
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
    const content = await this.intake.accept({
      source,
      endpointId: request.parameter,
      requestId: request.id,
      request: toRawRequest(this.#address, request),
    });
    const { contentType, write } = source.dialect ?? json;
    return { contentType, body: write(content) };
  }
}

const json = {
  contentType: 'application/json; charset=utf-8',
  write: (content: unknown): string => JSON.stringify(content),
};
