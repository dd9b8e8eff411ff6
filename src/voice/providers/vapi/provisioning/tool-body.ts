import type { AssistantTool, VoiceAssistant } from '../../../assistants/voice-assistant.entity.js';
import { parametersOf } from '../../../tools/tool.registry.js';
import type { VoiceToolDefinition } from '../../../tools/voice-tool.js';
import { toolMessages, type VapiToolMessage } from './tool-messages.js';
import { offeredTools, transferTool, type TransferToolBody } from './transfer-tool.js';
import { toVapiJsonSchema } from './vapi-json-schema.js';

/** Where Vapi asks for our tools, and how it proves itself. A tool's server inherits nothing of its assistant's. */
export interface VapiToolServer {
  url: string;
  /** Of a credential at Vapi. */
  credentialId?: string;
  headers?: Readonly<Record<string, string>>;
}

/** A tool as `POST /tool` takes it: https://docs.vapi.ai/api-reference/tools/create */
export type VapiToolBody =
  | TransferToolBody
  | { type: string; messages: VapiToolMessage[] }
  | {
      type: 'function';
      async: false;
      function: { name: string; description: string; parameters: object };
      server: VapiToolServer & { timeoutSeconds: number };
      messages: VapiToolMessage[];
    };

export interface ToolBodyOptions {
  language: VoiceAssistant['language'];
  server: VapiToolServer;
  /** E.164; where there is one, callers are put through by Vapi. */
  transferNumber?: string | null | undefined;
  definitionOf: (name: string) => VoiceToolDefinition | undefined;
}

/** Longer than a tool may take here, so that the caller hears our apology and not Vapi's. */
const timeoutSeconds = 20;

/** An assistant's tools as Vapi takes them, by their keys. One that this server no longer has is left out. */
export function toolBodies(tools: readonly AssistantTool[], options: ToolBodyOptions): Map<string, VapiToolBody> {
  const bodies = new Map<string, VapiToolBody>();
  const { language, transferNumber = null } = options;
  for (const tool of offeredTools(tools, transferNumber)) {
    const transfer = transferTool(tool, { language, transferNumber });
    const body = transfer ?? bodyOf(tool, options);
    if (body) bodies.set(tool.key, body);
  }
  return bodies;
}

function bodyOf(tool: AssistantTool, options: ToolBodyOptions): VapiToolBody | undefined {
  return tool.kind === 'OURS' ? ownBody(tool, options) : nativeBody(tool, options);
}

/** Which calendar, account or sheet it works on cannot be said here: owners choose that in Vapi's dashboard. */
function nativeBody(tool: AssistantTool, { language }: ToolBodyOptions): VapiToolBody {
  return { type: tool.key, messages: toolMessages(tool, language) };
}

function ownBody(tool: AssistantTool, { language, server, definitionOf }: ToolBodyOptions): VapiToolBody | undefined {
  const definition = definitionOf(tool.key);
  if (!definition) return undefined;
  const { name, description } = definition;
  return {
    type: 'function',
    async: false,
    function: { name, description, parameters: functionParameters(definition) },
    server: { ...server, timeoutSeconds },
    messages: toolMessages(tool, language),
  };
}

/** Vapi describes these three members only; a description of the whole is the function's. */
function functionParameters(definition: VoiceToolDefinition): object {
  const { properties = {}, required = [] } = toVapiJsonSchema(parametersOf(definition));
  return { type: 'object', properties, required };
}
