import { Injectable } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import { systemContext, type RequestContext } from '../context/index.js';
import { AppError } from '../errors/index.js';
import { AppLogger } from '../observability/index.js';
import { defineEvent, OnEvent } from './event-definition.js';
import { Events } from './events.js';

const callEnded = defineEvent('test.call-ended', z.object({ callId: z.string() }));
const callStarted = defineEvent('test.call-started', z.object({ callId: z.string() }));

@Injectable()
class FollowUp {
  readonly seen: string[] = [];
  fault: Error | undefined;

  @OnEvent(callEnded)
  async note(ctx: RequestContext, { callId }: { callId: string }): Promise<void> {
    this.seen.push(`${ctx.workspaceId} ${callId}`);
    await Promise.resolve();
    if (this.fault) throw this.fault;
  }
}

@Injectable()
class Bookkeeping {
  readonly seen: string[] = [];
  fault: Error | undefined;

  @OnEvent(callEnded)
  async book(_ctx: RequestContext, { callId }: { callId: string }): Promise<void> {
    await Promise.resolve();
    this.seen.push(callId);
    if (this.fault) throw this.fault;
  }
}

async function start() {
  const log = new AppLogger({ level: 'silent' });
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    providers: [Events, FollowUp, Bookkeeping, { provide: AppLogger, useValue: log }],
  }).compile();
  await module.init();
  return { events: module.get(Events), followUp: module.get(FollowUp), bookkeeping: module.get(Bookkeeping) };
}

describe('Events', () => {
  const ctx = systemContext({ actor: 'test', workspaceId: 'w' });
  const gone = new AppError('not_found', 'TEST.GONE', { en: 'Gone.', fr: 'Absent.' });

  it('calls every handler of the event, and of no other', async () => {
    const { events, followUp, bookkeeping } = await start();

    await events.publish(ctx, callEnded, { callId: 'a' });
    await events.publish(ctx, callStarted, { callId: 'b' });

    expect(followUp.seen).toEqual(['w a']);
    expect(bookkeeping.seen).toEqual(['a']);
  });

  it('lets a failing handler keep nobody from its turn, and tells the publisher', async () => {
    const { events, followUp, bookkeeping } = await start();
    followUp.fault = gone;

    await expect(events.publish(ctx, callEnded, { callId: 'a' })).rejects.toBe(gone);

    expect(bookkeeping.seen).toEqual(['a']);
  });

  it('tells the publisher of the failure that another attempt may cure', async () => {
    const { events, followUp, bookkeeping } = await start();
    followUp.fault = gone;
    bookkeeping.fault = new Error('passing trouble');

    await expect(events.publish(ctx, callEnded, { callId: 'a' })).rejects.toThrow('passing trouble');
  });

  it('refuses to publish inside a transaction, which could still roll back', async () => {
    const { events, followUp } = await start();

    await expect(events.publish({ ...ctx, tx: { id: Symbol('open') } }, callEnded, { callId: 'a' })).rejects.toThrow(
      /after the commit/,
    );

    expect(followUp.seen).toEqual([]);
  });

  it('refuses facts that the event does not declare', async () => {
    const { events } = await start();

    await expect(events.publish(ctx, callEnded, JSON.parse('{"callId":1}') as { callId: string })).rejects.toThrow();
  });
});
