interface Parameters {
  type: 'object';
  properties: Readonly<Record<string, { type: string; description: string }>>;
  required: readonly string[];
}

/** A tool as it stands in the assistant, and comes back with each of its calls. */
export interface ToolDefinition {
  type: 'function';
  async: boolean;
  function: { name: string; description: string; parameters: Parameters };
  messages: readonly { type: string; content: string }[];
}

const text = (description: string) => ({ type: 'string', description });

const definitions: readonly ToolDefinition[] = [
  {
    type: 'function',
    async: false,
    function: {
      name: 'leave_message',
      description: 'Note a message for the team, who will call back.',
      parameters: {
        type: 'object',
        properties: {
          name: text('Name of the caller.'),
          callback: text('Number to call back, in E.164.'),
          text: text('The message, complete.'),
        },
        required: ['text'],
      },
    },
    messages: [{ type: 'request-start', content: 'Un instant, je le note.' }],
  },
  {
    type: 'function',
    async: false,
    function: {
      name: 'transfer_to_human',
      description: 'Put the caller through to a person.',
      parameters: { type: 'object', properties: { reason: text('Why the caller wants a person.') }, required: [] },
    },
    messages: [{ type: 'request-start', content: 'Un instant, je vous passe quelqu’un.' }],
  },
];

/** The definition of a tool; a bare one for a name that the assistant should not know. */
export function definitionOf(name: string): ToolDefinition {
  return (
    definitions.find((definition) => definition.function.name === name) ?? {
      type: 'function',
      async: false,
      function: { name, description: name, parameters: { type: 'object', properties: {}, required: [] } },
      messages: [],
    }
  );
}
