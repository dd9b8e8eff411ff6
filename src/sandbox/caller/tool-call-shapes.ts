import type { ToolRequest } from './moment.js';

/** The members of a `tool-calls` message that name the tool and its arguments. */
export function toolCallMembers(request: ToolRequest, definition: object): Record<string, unknown> {
  const call = toolCall(request);
  const withDefinition = { ...definition, toolCall: call };
  return {
    ...(request.shape === 'argument-object' && { toolCalls: [call] }),
    toolCallList: [call],
    toolWithToolCallList: [withDefinition],
  };
}

/** One tool call in the shape that the scenario asks for. */
export function toolCall({ id, name, arguments: args, shape }: ToolRequest): Record<string, unknown> {
  switch (shape) {
    case 'argument-text':
      return { id, type: 'function', function: { name, arguments: JSON.stringify(args) } };
    case 'argument-object':
      return { id, type: 'function', function: { name, arguments: args } };
    case 'flat-arguments':
      return { id, name, arguments: args };
    case 'flat-parameters':
      return { id, name, parameters: args };
  }
}
