import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { z } from 'zod';
import { OwnTools, type OwnTool } from '../assistants/own-tools.js';
import { voiceToolKey, type VoiceToolContract, type VoiceToolDefinition } from './voice-tool.js';

/** A tool and how it is declared. */
export interface RegisteredTool {
  definition: VoiceToolDefinition;
  tool: VoiceToolContract<unknown, unknown>;
}

/** As Vapi allows them. */
const toolName = /^[A-Za-z0-9_-]{1,64}$/;

/** All tools, found at boot; a malformed or doubled name fails it. */
@Injectable()
export class ToolRegistry extends OwnTools implements OnModuleInit {
  readonly #tools = new Map<string, RegisteredTool>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {
    super();
  }

  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const { metatype } = wrapper;
      const instance: unknown = wrapper.instance;
      const definition = metatype
        ? this.reflector.get<VoiceToolDefinition | undefined>(voiceToolKey, metatype)
        : undefined;
      if (definition) this.register(definition, instance);
    }
  }

  find(name: string): RegisteredTool | undefined {
    return this.#tools.get(name);
  }

  list(): OwnTool[] {
    return [...this.#tools.values()].map(({ definition: { name, label } }) => ({ key: name, label }));
  }

  private register(definition: VoiceToolDefinition, tool: unknown): void {
    const { name } = definition;
    if (!isVoiceTool(tool)) throw new Error(`The voice tool "${name}" needs a method run(ctx, input, invocation).`);
    if (!toolName.test(name)) throw new Error(`"${name}" is no name for a voice tool: letters, digits, _ and - only.`);
    const known = this.#tools.get(name);
    if (known && known.tool !== tool) throw new Error(`Two voice tools are called "${name}".`);
    this.#tools.set(name, { definition, tool });
  }
}

function isVoiceTool(tool: unknown): tool is VoiceToolContract<unknown, unknown> {
  return typeof tool === 'object' && tool !== null && 'run' in tool && typeof tool.run === 'function';
}

/** The JSON schema of a tool's arguments, as a model gets it. */
export function parametersOf({ input }: Pick<VoiceToolDefinition, 'input'>): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { target: 'draft-7', io: 'input' });
  return schema;
}
