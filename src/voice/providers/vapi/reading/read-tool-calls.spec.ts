import { ledgerId, readToolCalls } from './read-tool-calls.js';
import { readVapiMessage, type VapiMessage } from './vapi-message.js';

const message = (members: object) =>
  readVapiMessage({ message: { type: 'tool-calls', ...members } }, new Date(0)) as VapiMessage;
const args = { text: 'Bonjour' };
const call = { id: 'call_1', name: 'leave_message', arguments: args };

describe('the tool calls of a message', () => {
  it.each([
    [
      'as Vapi describes them',
      {
        toolCallList: [
          { id: 'call_1', type: 'function', function: { name: 'leave_message', arguments: JSON.stringify(args) } },
        ],
      },
    ],
    [
      'as Vapi sends them',
      { toolCalls: [{ id: 'call_1', type: 'function', function: { name: 'leave_message', arguments: args } }] },
    ],
    [
      'with the tool',
      {
        toolWithToolCallList: [
          {
            type: 'function',
            function: { name: 'x' },
            toolCall: { id: 'call_1', function: { name: 'leave_message', arguments: args } },
          },
        ],
      },
    ],
    ['flat, with arguments', { toolCallList: [{ id: 'call_1', name: 'leave_message', arguments: args }] }],
    ['flat, with parameters', { toolCallList: [{ id: 'call_1', name: 'leave_message', parameters: args }] }],
    [
      'with parameters in the function',
      { toolCallList: [{ id: 'call_1', function: { name: 'leave_message', parameters: args } }] },
    ],
  ])('are read %s', (_, members) => {
    expect(readToolCalls(message(members))).toEqual([call]);
  });

  it('keep their order and ids', () => {
    const list = ['call_b', 'call_a', 'ç\u00e9'].map((id) => ({ id, name: 'x' }));
    expect(readToolCalls(message({ toolCallList: list })).map(({ id }) => id)).toEqual(['call_b', 'call_a', 'çé']);
  });

  it('are empty without any', () => {
    expect(readToolCalls(message({ toolCallList: [{}, { id: 7 }, 'x'] }))).toEqual([]);
  });

  it('of the older form are the same one when they ask the same at the same moment', () => {
    const asked = (timestamp: number, parameters: unknown) =>
      readToolCalls(message({ type: 'function-call', timestamp, functionCall: { name: 'leave_message', parameters } }));
    expect(asked(1, JSON.stringify(args))).toEqual([
      { ...call, id: expect.stringMatching(/^function-call:/) as string },
    ]);
    expect(asked(1, args)).toEqual(asked(1, args));
    expect(asked(1, args)).not.toEqual(asked(2, args));
  });

  it('have arguments that the database can hold', () => {
    expect(
      readToolCalls(
        message({ toolCallList: [{ id: 'c', name: 'x', arguments: { 'a\0': ['b\0', { c: '\ud800' }] } }] }),
      )[0]?.arguments,
    ).toEqual({
      a: ['b', { c: '' }],
    });
    expect(
      readToolCalls(message({ toolCallList: [{ id: 'c', name: 'x', arguments: 'not json\0' }] }))[0]?.arguments,
    ).toBe('not json');
  });

  it('have ids that an index can hold', () => {
    expect(ledgerId('x'.repeat(10_000)).length).toBeLessThan(200);
    expect(ledgerId('a\0b')).toBe('ab');
  });
});
