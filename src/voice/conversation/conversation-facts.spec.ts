import { projectCall, readTransfers } from '../calls/merge/project-call.js';
import { factsOfTurns } from './conversation-facts.js';
import { turnOf } from './testing/turns.js';

const greeting = turnOf(0, { heard: null, said: 'Bonjour, je suis une intelligence artificielle.' });
const transfer = turnOf(1, { next: { kind: 'transfer', to: '+33159000009', summary: 'Une plainte.' } });

describe('factsOfTurns', () => {
  it('tells who said what, in order, and that a machine was named', () => {
    const { live, evidence } = factsOfTurns('CA1', [greeting, turnOf(1)]);
    expect(live.map(({ role, text, secondsFromStart }) => [role, text, secondsFromStart])).toEqual([
      ['ASSISTANT', 'Bonjour, je suis une intelligence artificielle.', 1.001],
      ['CALLER', 'Bonjour', 10],
      ['ASSISTANT', 'Bonsoir.', 11.001],
    ]);
    expect(projectCall(evidence)).toMatchObject({ status: 'IN_PROGRESS', disclosed: Number(greeting.finishedAt) + 1 });
  });

  it('leaves out a turn that is not answered yet', () => {
    expect(factsOfTurns('CA1', [greeting, turnOf(1, { done: false, finishedAt: null })]).live).toHaveLength(1);
  });

  it.each([
    ['completed', turnOf(2, { said: '', next: { kind: 'hangup', reason: 'transferred' } }), 'TRANSFERRED'],
    ['no-answer', turnOf(2, { next: { kind: 'listen', transfer: 'no-answer' } }), null],
  ])('tells of a transfer that ended %s', (status, after, outcome) => {
    const { evidence } = factsOfTurns('CA1', [greeting, transfer, after]);
    expect(readTransfers(evidence)).toMatchObject([{ destination: '+33159000009', status, summary: 'Une plainte.' }]);
    expect(projectCall(evidence).outcome).toBe(outcome);
  });

  it('takes a caller who never spoke for one who gave up', () => {
    const goodbye = turnOf(1, { heard: null, next: { kind: 'hangup', reason: 'silence' }, fault: 'silence' });
    expect(projectCall(factsOfTurns('CA1', [greeting, goodbye]).evidence)).toMatchObject({
      status: 'COMPLETED',
      outcome: 'ABANDONED',
      endedReason: 'silence-timed-out',
    });
  });
});
