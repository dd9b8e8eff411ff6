import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { RequestContext } from '../../kernel/context/index.js';
import { vapiNativeTools } from '../assistants/catalogue/vapi-native-tools.js';
import { nativeToolKey, type NativeToolContract, type NativeToolUse } from './native-tool.js';

/** Who reacts to the tools that Vapi runs by itself, found at boot; two for one tool, or one for no tool, fail it. */
@Injectable()
export class NativeTools implements OnModuleInit {
  readonly #handlers = new Map<string, NativeToolContract>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const { metatype } = wrapper;
      const instance: unknown = wrapper.instance;
      const type = metatype ? this.reflector.get<string | undefined>(nativeToolKey, metatype) : undefined;
      if (type !== undefined) this.register(type, instance);
    }
  }

  /** One after the other: they share a transaction. */
  async tell(tx: RequestContext, uses: readonly NativeToolUse[]): Promise<void> {
    for (const use of uses) await this.#handlers.get(use.name)?.record(tx, use);
  }

  private register(type: string, handler: unknown): void {
    if (!isHandler(handler))
      throw new Error(`What reacts to the native tool "${type}" needs a method record(tx, use).`);
    if (!vapiNativeTools.some(({ key }) => key === type)) throw new Error(`Vapi has no tool of type "${type}".`);
    const known = this.#handlers.get(type);
    if (known && known !== handler) throw new Error(`Two classes react to the native tool "${type}".`);
    this.#handlers.set(type, handler);
  }
}

function isHandler(handler: unknown): handler is NativeToolContract {
  return typeof handler === 'object' && handler !== null && 'record' in handler && typeof handler.record === 'function';
}
