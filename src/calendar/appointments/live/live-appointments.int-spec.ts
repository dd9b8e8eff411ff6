import { bookTable, withPlayedCalendar, type BookedAppointment } from '../../../../test/support/calendar-server.js';
import { signUp, type Person } from '../../../../test/support/people.js';
import { systemContext, type RequestContext } from '../../../kernel/context/index.js';
import type { LiveEvents, LiveSignal } from '../../../kernel/events/index.js';
import { splitGlobalId } from '../../../kernel/graphql/index.js';
import { AppointmentReader } from '../reading/appointment-reader.js';
import { LiveAppointments } from './live-appointments.js';

const played = withPlayedCalendar();

const contextOf = ({ workspaceId }: Person): RequestContext =>
  systemContext({ actor: 'test', workspaceId: splitGlobalId(workspaceId)?.id });

const began = { resync: true, reason: 'subscribed' };
const gap = { resync: true, reason: 'reconnected' };
const changed = ({ id }: BookedAppointment) => ({
  resync: false,
  ids: { appointmentId: splitGlobalId(id)?.id },
});

/** What a subscriber is told when these signals come. */
async function told(ctx: RequestContext, ...signals: unknown[]): Promise<string[]> {
  const waiting = signals as LiveSignal<never>[];
  const stream = (): AsyncIterableIterator<LiveSignal<never>, undefined> => ({
    next: () => {
      const [value] = waiting.splice(0, 1);
      return Promise.resolve(value ? { value, done: false } : { value: undefined, done: true });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  });
  const live = { subscribe: stream, subscribeAcrossWorkspaces: stream } as unknown as LiveEvents;
  const reader = played.server.app.get(AppointmentReader, { strict: false });
  const news: string[] = [];
  for await (const { appointmentUpdated } of new LiveAppointments(live, reader).changes(ctx)) {
    news.push(`${appointmentUpdated.id} ${appointmentUpdated.status}`);
  }
  return news;
}

describe('who watches appointments', () => {
  it('is told of what anybody changes, each state once', async () => {
    const person = await signUp(played.server.client);
    const stream = played.server.app.get(LiveAppointments, { strict: false }).changes(contextOf(person));
    const heard = new AbortController();
    const first = stream.next().finally(() => {
      heard.abort();
    });
    // What changes before the subscription stands is not told, so it goes on changing until it is.
    while (!heard.signal.aborted) await bookTable(person.client);
    expect((await first).value?.appointmentUpdated).toMatchObject({ status: 'ACCEPTED' });
    await stream.return?.();
  });

  it('is told each state of an appointment once, and what has changed during a gap', async () => {
    const person = await signUp(played.server.client);
    const appointment = await bookTable(person.client);
    const state = `${appointment.id} ACCEPTED`;
    expect(await told(contextOf(person), began, changed(appointment), changed(appointment), gap)).toEqual([state]);
    expect(await told(contextOf(person), began, gap)).toEqual([state]);
    expect(await told(contextOf(person), began)).toEqual([]);
  });

  it('sees nothing of another workspace; a platform ADMIN sees all', async () => {
    const [person, other] = [await signUp(played.server.client), await signUp(played.server.client)];
    const appointment = await bookTable(person.client);
    expect(await told(contextOf(other), began, changed(appointment))).toEqual([]);
    const admin = systemContext({ actor: 'test', access: 'admin' });
    expect(await told(admin, began, changed(appointment))).toEqual([`${appointment.id} ACCEPTED`]);
  });
});
