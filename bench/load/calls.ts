import { scriptCall, type CallEvent, type CallScript, type PhoneLine, type Scenario } from '../../src/sandbox/index.js';

/** Calls that go on at the same time, so that neighbouring events belong to different ones, as in life. */
const concurrentCalls = 100;

let played = 0;

/** Whole calls, one scenario after the other, each unlike any other of this run. */
export function scriptCalls(scenarios: readonly Scenario[], line: PhoneLine, atLeastEvents: number): CallScript[] {
  const scripts: CallScript[] = [];
  for (let events = 0; events < atLeastEvents;) {
    const scenario = scenarios[scripts.length % scenarios.length];
    if (!scenario) throw new Error('Give at least one scenario.');
    played += 1;
    const script = scriptCall(scenario, { line, seed: `bench ${process.pid} ${played}` });
    scripts.push(script);
    events += script.events.length;
  }
  return scripts;
}

/** The events of the calls as they would arrive: in order within a call, a hundred calls at a time. */
export function interleave(calls: readonly (readonly CallEvent[])[]): CallEvent[] {
  const waiting = calls.map((events) => events.values());
  const running = waiting.splice(0, concurrentCalls);
  const events: CallEvent[] = [];
  for (let turn = 0; running.length > 0; turn += 1) {
    const place = turn % running.length;
    const { value, done } = running[place]?.next() ?? { done: true };
    if (value) events.push(value);
    if (done) running.splice(place, 1, ...waiting.splice(0, 1));
  }
  return events;
}
