import { Injectable } from '@nestjs/common';
import type { AssistantTool } from '../../../assistants/voice-assistant.entity.js';
import { ToolRegistry } from '../../../tools/tool.registry.js';
import { toolBodies, type VapiToolBody, type VapiToolServer } from './tool-body.js';

/** What provisioning needs to know of an assistant's tools. */
export interface ToolOwner {
  tools: readonly AssistantTool[];
  /** BCP 47. */
  language: string;
  /** E.164; left out where callers are not to be put through by Vapi. */
  transferNumber?: string | null | undefined;
}

/** The tools of an assistant as they are created at Vapi. */
@Injectable()
export class VapiTools {
  constructor(private readonly registry: ToolRegistry) {}

  /** @returns the body of each tool by its key; a tool that this server no longer has is left out. */
  bodiesOf({ tools, ...owner }: ToolOwner, server: VapiToolServer): Map<string, VapiToolBody> {
    const definitionOf = (name: string) => this.registry.find(name)?.definition;
    return toolBodies(tools, { ...owner, server, definitionOf });
  }
}
