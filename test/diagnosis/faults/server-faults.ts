import type { DoorManner } from '../public-door.js';
import type { Fault } from '../fault.js';

const door = (what: string, key: string, manner: DoorManner): Fault => ({
  ...{ what, hop: key.startsWith('server') ? 'server' : 'database', finds: { [key]: 'FAIL' } },
  inject: (stage) => {
    stage.door.manner = manner;
  },
  ...(key.startsWith('server') && { blinds: true as const }),
});

/** Over for long enough that it should be on record; it began after the assistant was made all the same. */
const over = () => new Date(Date.now() - 10 * 60_000);

export const serverFaults: readonly Fault[] = [
  door('the endpoint is not found', 'server.endpoint', { kind: 'answers', status: 404 }),
  door('something else answers at the endpoint', 'server.endpoint', { kind: 'answers', status: 200 }),
  door('the proxy finds no server', 'server.endpoint', { kind: 'answers', status: 502 }),
  door('nobody answers at the endpoint', 'server.endpoint', { kind: 'hangs up' }),
  door('a proxy takes the secret out', 'database.probe', { kind: 'drops header', name: 'x-vapi-secret' }),
  {
    what: 'a call at Vapi has not arrived',
    hop: 'database',
    inject: (stage) => {
      const endedAt = over().toISOString();
      stage.vapi.add('call', { assistantId: stage.assistant().id, status: 'ended', endedAt });
    },
    finds: { 'database.missing-calls': 'WARN' },
  },
  {
    what: 'a call at Twilio has not arrived',
    hop: 'database',
    inject: ({ account, number }) => {
      const [start_time, end_time] = [new Date().toUTCString(), over().toUTCString()];
      account.addCall({ from: '+33199900002', to: number, status: 'completed', start_time, end_time });
    },
    finds: { 'database.missing-calls': 'WARN' },
  },
  door('messages are taken and lost', 'database.probe', { kind: 'swallows', name: 'x-vapi-secret' }),
];
