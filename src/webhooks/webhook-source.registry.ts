import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { webhookSourceKey, type WebhookSourceContract } from './webhook-source.js';

/** All sources, found at boot; two of one name or one route fail it. */
@Injectable()
export class WebhookSourceRegistry implements OnModuleInit {
  readonly #sources = new Map<string, WebhookSourceContract>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || this.reflector.get<boolean | undefined>(webhookSourceKey, metatype) !== true) continue;
      if (!isWebhookSource(instance)) throw new Error(`@WebhookSource() ${metatype.name} lacks a name or routes.`);
      this.register(instance);
    }
  }

  all(): WebhookSourceContract[] {
    return [...this.#sources.values()];
  }

  find(name: string): WebhookSourceContract | undefined {
    return this.#sources.get(name);
  }

  private register(source: WebhookSourceContract): void {
    if (this.#sources.get(source.name) === source) return;
    if (this.#sources.has(source.name)) throw new Error(`Two webhook sources are called "${source.name}".`);
    const taken = new Set(this.all().flatMap(({ routes }) => routes));
    const clash = source.routes.find((route) => taken.has(route));
    if (clash !== undefined) throw new Error(`Two webhook sources listen on "${clash}".`);
    this.#sources.set(source.name, source);
  }
}

function isWebhookSource(value: unknown): value is WebhookSourceContract {
  return (
    typeof value === 'object' && value !== null && 'name' in value && 'routes' in value && Array.isArray(value.routes)
  );
}
