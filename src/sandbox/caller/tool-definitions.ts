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

const eventTypeId = text('Which kind of appointment: its id, or its name. Leave out when there is only one kind.');
const ownAppointment = text(
  'Which appointment: its reference from appointment_read, or its day in the caller’s words. Leave out when there is only one.',
);

const calendar: readonly ToolDefinition[] = [
  {
    type: 'function',
    async: false,
    function: {
      name: 'availability_read',
      description: 'Tells which times are free for an appointment. Use it before booking.',
      parameters: {
        type: 'object',
        properties: { eventTypeId, date: text('The day, with the time if the caller wants a certain one.') },
        required: [],
      },
    },
    messages: [{ type: 'request-start', content: 'Un instant, je regarde.' }],
  },
  {
    type: 'function',
    async: false,
    function: {
      name: 'appointment_create',
      description: 'Books an appointment for the caller.',
      parameters: {
        type: 'object',
        properties: {
          eventTypeId,
          start: text('Day and time in the caller’s own words.'),
          attendeeName: text('Name of the person who comes.'),
          attendeeEmail: text('E-mail address, if the caller gives one; as it is spoken.'),
          partySize: text('How many people come, where the appointment asks for it.'),
          notes: text('Wishes and remarks of the caller.'),
        },
        required: [],
      },
    },
    messages: [{ type: 'request-start', content: 'Un instant, je réserve.' }],
  },
  {
    type: 'function',
    async: false,
    function: {
      name: 'appointment_read',
      description: 'Tells the caller’s own appointments.',
      parameters: {
        type: 'object',
        properties: {
          startDate: text('The day, or the first day. Leave out for all that are to come.'),
          endDate: text('The last day, if the caller names one.'),
        },
        required: [],
      },
    },
    messages: [{ type: 'request-start', content: 'Un instant, je consulte l’agenda.' }],
  },
  {
    type: 'function',
    async: false,
    function: {
      name: 'appointment_update',
      description: 'Moves one of the caller’s own appointments to another time, or changes its notes.',
      parameters: {
        type: 'object',
        properties: {
          appointmentId: ownAppointment,
          start: text('The new day and time. Leave out to change the notes only.'),
          notes: text('Wishes and remarks of the caller; they replace the old ones.'),
        },
        required: [],
      },
    },
    messages: [{ type: 'request-start', content: 'Un instant, je déplace le rendez-vous.' }],
  },
  {
    type: 'function',
    async: false,
    function: {
      name: 'appointment_cancel',
      description: 'Cancels one of the caller’s own appointments.',
      parameters: {
        type: 'object',
        properties: { appointmentId: ownAppointment, reason: text('Why, if the caller says so.') },
        required: [],
      },
    },
    messages: [{ type: 'request-start', content: 'Un instant, je l’annule.' }],
  },
];

const definitions: readonly ToolDefinition[] = [
  ...calendar,
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
