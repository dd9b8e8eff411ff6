import type { IncomingMessage } from 'node:http';
import { gate } from '../../../../test/support/gate.js';
import { ContextFactory } from '../../auth/index.js';
import { SocketSession } from './socket-session.js';

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

describe('the session of a WebSocket', () => {
  it('keeps nothing of a socket that broke while its proof was asked for', async () => {
    const { promise: asked, open: answer } = gate();
    const authenticate = async () => {
      await asked;
      const actor = { id: 'user', kind: 'user' as const, role: 'OWNER' as const, permissions: [] };
      const expiresAt = new Date(Date.now() + 900_000);
      return { actor, workspaceId: 'workspace', access: 'tenant' as const, locale: 'fr' as const, expiresAt };
    };
    const upgrade = { headers: {}, socket: {} } as IncomingMessage;
    const session = new SocketSession(
      new ContextFactory({ authenticate, userOfCookie: () => Promise.resolve(null) }),
      upgrade,
      () => undefined,
    );
    const before = timers();
    const opening = session.open({});
    session.end();
    answer();
    expect([await opening, timers() - before]).toEqual([true, 0]);
    session.end();
  });
});
