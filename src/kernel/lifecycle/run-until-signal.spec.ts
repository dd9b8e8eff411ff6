import { EventEmitter, once } from 'node:events';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppLogger, ObservabilityModule } from '../observability/index.js';
import { Drain } from './drain.js';
import { LifecycleModule } from './lifecycle.module.js';
import { runUntilSignal } from './run-until-signal.js';

@Module({})
class Root {}

async function start(options: { afterClose?: () => Promise<void> } = {}) {
  const events: string[] = [];
  const log = new AppLogger({
    destination: { write: (line) => void events.push((JSON.parse(line) as { event: string }).event) },
  });
  const root = { module: Root, imports: [ObservabilityModule.with(log), LifecycleModule] };
  const app = await NestFactory.createApplicationContext(root, { logger: false });
  const signals = new EventEmitter();
  const exits = new EventEmitter();
  runUntilSignal(app, { ...options, signals, exit: (code) => void exits.emit('exit', code) });
  const exited = once(exits, 'exit').then(([code]: unknown[]) => code);
  return { app, signals, events, exited };
}

describe('runUntilSignal', () => {
  it('drains, closes, stops what lies below, and exits with 0', async () => {
    const order: string[] = [];
    const { app, signals, exited } = await start({
      afterClose: async () => Promise.resolve(void order.push('database')),
    });
    app.get(Drain).during('intake', 'a', () => void order.push('intake'));
    app.get(Drain).during('connections', 'b', () => void order.push('connections'));

    signals.emit('SIGTERM');

    expect(await exited).toBe(0);
    expect(order).toEqual(['intake', 'connections', 'database']);
  });

  it('is not impressed by a second signal', async () => {
    const { signals, events, exited } = await start();

    signals.emit('SIGTERM');
    signals.emit('SIGINT');

    expect(await exited).toBe(0);
    expect(events).toEqual(['process.draining', 'process.signal_ignored', 'process.stopped']);
  });

  it('exits when what lies below does not stop', async () => {
    const { signals, events, exited } = await start({ afterClose: () => new Promise(() => undefined) });

    signals.emit('SIGTERM');

    expect(await exited).toBe(0);
    expect(events).toContain('process.close_incomplete');
  });

  it.each(['uncaughtException', 'unhandledRejection'])('logs an %s and exits with 1 without draining', async (kind) => {
    const order: string[] = [];
    const { app, signals, events, exited } = await start({
      afterClose: async () => Promise.resolve(void order.push('database')),
    });
    app.get(Drain).during('intake', 'a', () => void order.push('intake'));

    signals.emit(kind, new Error('boom'));
    signals.emit(kind, new Error('once more'));

    expect(await exited).toBe(1);
    expect(events).toEqual(['process.crashed', 'process.crashed']);
    expect(order).toEqual(['database']);
    await app.close();
  });
});
