import { readMessage, toMessages } from './live-message.js';

const event = (ids: unknown) => ({ topic: 'test.call', workspaceId: 'w', ids });

describe('Messages of live events', () => {
  it('carry the events they were made of', () => {
    const events = [event({ callId: 'é' }), event({ callId: 'b', position: 2 })];

    const [message = '', ...rest] = toMessages(events);

    expect(rest).toEqual([]);
    expect(readMessage(message)).toEqual({ events });
  });

  it('stay below what PostgreSQL accepts, in as few as will do', () => {
    const events = Array.from({ length: 1_000 }, (_, index) =>
      event({ callId: `é-${index}`, padding: '€'.repeat(30) }),
    );

    const messages = toMessages(events);

    expect(Math.max(...messages.map((message) => Buffer.byteLength(message)))).toBeLessThan(8_000);
    expect(messages.length).toBeLessThanOrEqual(25);
    expect(messages.flatMap((message) => (readMessage(message) as { events: unknown[] }).events)).toEqual(events);
  });

  it('tell the same thing once', () => {
    const [message = ''] = toMessages([event({ callId: 'a' }), event({ callId: 'a' })]);

    expect(readMessage(message)).toEqual({ events: [event({ callId: 'a' })] });
  });

  it('ask everybody to read anew when an event is too large to tell', () => {
    expect(toMessages([event('x'.repeat(9_000))]).map(readMessage)).toEqual([{ resync: true }]);
  });

  it.each(['', 'null', '{}', '{"events":[["a"]]}', '{"events"'])('that make no sense are told apart: %j', (text) => {
    expect(readMessage(text)).toBeNull();
  });
});
