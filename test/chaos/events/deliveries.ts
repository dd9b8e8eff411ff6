import { SeededDraw } from '../../../src/sandbox/index.js';
import type { ChaosCall, ChaosEvent } from './chaos-call.js';

/** One time that an event is sent, until it is acknowledged. */
export interface Delivery {
  event: ChaosEvent;
  /** Milliseconds after the start of the run. */
  atMs: number;
  /** Which API process is asked first. */
  firstApi: number;
}

export interface DeliveryOptions {
  seed: number;
  /** Deliveries a second. */
  rate: number;
}

const repeated = 0.1;
/** Callers wait for tools; when they are slow, they are asked again more often than anything else. */
const toolsAreRepeated = 4;
/** Seconds in which a call's events come, in any order. */
const spanSeconds = 4;
/** Seconds after which an event is repeated, unless it is at once. */
const laterSeconds = 8;

/** All events shuffled within their calls, a tenth of them twice, at a steady rate. */
export function planDeliveries(calls: readonly ChaosCall[], { seed, rate }: DeliveryOptions): Delivery[] {
  const draw = new SeededDraw(`chaos ${seed} deliveries`);
  const events = calls.flatMap((call) => call.events);
  const seconds = (events.length * (1 + repeated)) / rate;
  const starts = calls.map((_, index) => draw.between(`start ${index}`, 0, Math.max(0, seconds - spanSeconds)));
  const first = calls.flatMap((call, callIndex) =>
    call.events.map((event, index) => ({
      event,
      at: (starts[callIndex] ?? 0) + draw.between(`time ${callIndex} ${index}`, 0, spanSeconds),
    })),
  );
  const again = chooseRepeated(first, draw).map(({ event, at }, index) => ({
    event,
    at: draw.between(`at once ${index}`, 0, 1) < 1 / 3 ? at : at + draw.between(`later ${index}`, 0, laterSeconds),
  }));
  return [...first, ...again]
    .sort((a, b) => a.at - b.at)
    .map(({ event }, index) => ({ event, atMs: (index / rate) * 1000, firstApi: index % 2 }));
}

function chooseRepeated<Sent extends { event: ChaosEvent }>(sent: readonly Sent[], draw: SeededDraw): Sent[] {
  const ranked = sent.map((one, index) => {
    const chance = draw.between(`repeated ${index}`, 0, 1);
    return { one, rank: one.event.told.toolRequest ? chance / toolsAreRepeated : chance };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.round(sent.length * repeated))
    .map(({ one }) => one);
}
