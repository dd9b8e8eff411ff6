import { z } from 'zod';
import { startKernelNode, type KernelNode } from '../../../test/support/kernel-node.js';
import { backends, type TestBackend } from '../../../test/support/queue-backends.js';
import { until } from '../../../test/support/until.js';
import { uuidv7 } from '../context/index.js';
import { QueueModule } from '../queue/index.js';
import { defineTopic, EventsModule, LiveEvents, liveEvent, type LiveSignal } from './index.js';
import { itWhere } from '../../../test/support/where.js';

const calls = defineTopic('test.call', z.object({ callId: z.string() }));
const transcripts = defineTopic('test.transcript', z.object({ callId: z.string(), position: z.number() }));

/** Reads a stream in the background. */
function listen<T>(stream: AsyncIterableIterator<LiveSignal<T>>) {
  const signals: LiveSignal<T>[] = [];
  let hasEnded = false;
  void (async () => {
    for await (const signal of stream) signals.push(signal);
    hasEnded = true;
  })();
  return {
    signals,
    ids: () => signals.flatMap((signal) => (signal.resync ? [] : [signal.ids])),
    resyncs: () => signals.flatMap((signal) => (signal.resync ? [signal.reason] : [])),
    hasEnded: () => hasEnded,
    stop: async () => {
      await stream.return?.();
    },
  };
}

describe.each(backends)('Live events over $name', ({ isAvailable, canGoDown, open }) => {
  const given = itWhere(isAvailable);
  const givenOwnServer = itWhere(canGoDown);
  let backend: TestBackend;
  let worker: KernelNode;
  let api: KernelNode;
  let secondApi: KernelNode;

  const start = () => startKernelNode({ env: backend.env, imports: [QueueModule, EventsModule] });
  const liveOf = (node: KernelNode) => node.app.get(LiveEvents);
  const subscribed = async <T>(stream: AsyncIterableIterator<LiveSignal<T>>) => {
    const listener = listen(stream);
    await until(() => listener.signals[0]);
    return listener;
  };

  beforeAll(async () => {
    if (!isAvailable) return;
    backend = await open();
    [worker, api, secondApi] = await Promise.all([start(), start(), start()]);
  });

  afterAll(async () => {
    if (!isAvailable) return;
    await Promise.all([worker, api, secondApi].map((node) => node.close()));
    await backend.close();
  });

  given('reach every process, those of the workspace and the topic only', async () => {
    const [mine, other] = [uuidv7(), uuidv7()];
    const here = await subscribed(liveOf(api).subscribe(calls, mine));
    const there = await subscribed(liveOf(secondApi).subscribe(calls, mine));
    const elsewhere = await subscribed(liveOf(api).subscribe(calls, other));
    const otherTopic = await subscribed(liveOf(api).subscribe(transcripts, mine));

    await liveOf(worker).publish([liveEvent(calls, mine, { callId: 'a' }), liveEvent(calls, mine, { callId: 'b' })]);
    await liveOf(worker).publish([liveEvent(calls, other, { callId: 'c' })]);

    await until(() => here.ids().length === 2 && there.ids().length === 2 && elsewhere.ids().length === 1);
    expect(here.ids()).toEqual([{ callId: 'a' }, { callId: 'b' }]);
    expect(elsewhere.ids()).toEqual([{ callId: 'c' }]);
    expect(otherTopic.ids()).toEqual([]);
    await Promise.all([here, there, elsewhere, otherTopic].map(({ stop }) => stop()));
  });

  given('reach whoever watches all workspaces', async () => {
    const everything = await subscribed(liveOf(api).subscribeAcrossWorkspaces(transcripts));
    const callId = uuidv7();

    await liveOf(worker).publish([liveEvent(transcripts, uuidv7(), { callId, position: 1 })]);

    await until(() => everything.ids().some((ids) => ids.callId === callId));
    await everything.stop();
  });

  given('begin with a resync, after which nothing is missed', async () => {
    const workspaceId = uuidv7();

    const listener = await subscribed(liveOf(secondApi).subscribe(calls, workspaceId));
    await liveOf(worker).publish([liveEvent(calls, workspaceId, { callId: 'first' })]);

    await until(() => listener.ids().length === 1);
    expect(listener.signals[0]).toEqual({ resync: true, reason: 'subscribed' });
    await listener.stop();
  });

  given('travel in large batches, each told once', async () => {
    const workspaceId = uuidv7();
    const listener = await subscribed(liveOf(api).subscribe(transcripts, workspaceId));
    const events = Array.from({ length: 500 }, (_, position) =>
      liveEvent(transcripts, workspaceId, { callId: 'long', position }),
    );

    await liveOf(worker).publish([...events, ...events]);

    await until(() => listener.ids().length === 500);
    expect(listener.ids().map(({ position }) => position)).toEqual(
      Array.from({ length: 500 }, (_, position) => position),
    );
    await listener.stop();
  });

  given('end at once when the subscriber leaves, even while it waits', async () => {
    const listener = await subscribed(liveOf(api).subscribe(calls, uuidv7()));

    await listener.stop();

    await until(() => listener.hasEnded());
  });

  given('are asked for anew after a lost connection, and flow again', async () => {
    const workspaceId = uuidv7();
    const listener = await subscribed(liveOf(api).subscribe(calls, workspaceId));

    await backend.cutConnections();

    await until(() => listener.resyncs().includes('reconnected'));
    await until(async () => {
      await liveOf(worker).publish([liveEvent(calls, workspaceId, { callId: 'again' })]);
      return listener.ids().length > 0;
    });
    await listener.stop();
  });

  givenOwnServer('that could not be told become a resync once they can, and telling them fails nobody', async () => {
    const workspaceId = uuidv7();
    const listener = await subscribed(liveOf(api).subscribe(calls, workspaceId));
    await liveOf(worker).publish([liveEvent(calls, workspaceId, { callId: 'before' })]);
    await until(() => listener.ids().length === 1);

    await backend.goDown();
    await liveOf(worker).publish([liveEvent(calls, workspaceId, { callId: 'lost' })]);
    await backend.comeBack();

    await until(() => listener.resyncs().includes('reconnected') && listener.resyncs().includes('requested'));
    expect(worker.lines.some(({ event }) => event === 'live.publish_failed')).toBe(true);
    await listener.stop();
  });

  given('end when the process does', async () => {
    const leaving = await start();
    const listener = await subscribed(liveOf(leaving).subscribe(calls, uuidv7()));

    await leaving.close();

    await until(() => listener.hasEnded());
    const late = listen(liveOf(leaving).subscribe(calls, uuidv7()));
    await until(() => late.hasEnded());
  });
});
