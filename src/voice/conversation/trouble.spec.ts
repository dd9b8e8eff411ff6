import { frenchAssistant, turnOf } from './testing/turns.js';
import { answerAfterTransfer, answerToTrouble } from './trouble.js';

const greeted = [turnOf(0)];
const broken = [...greeted, turnOf(1, { fault: 'model' })];
const transferable = { ...frenchAssistant, transferNumber: '+33159000009' };

describe('answerToTrouble', () => {
  it('apologises and asks again, in words for what went wrong', () => {
    expect(answerToTrouble('model', frenchAssistant, greeted)).toMatchObject({
      said: expect.stringMatching(/souci technique.*message/) as string,
      next: { kind: 'listen' },
      fault: 'model',
    });
    expect(answerToTrouble('slow', frenchAssistant, greeted).said).toMatch(/trop de temps.*message/);
  });

  it('takes a message without the model when that fails again', () => {
    expect(answerToTrouble('slow', frenchAssistant, broken).next).toEqual({ kind: 'listen', expects: 'message' });
  });

  it('puts the caller through instead where there is somebody', () => {
    expect(answerToTrouble('model', transferable, broken).next).toMatchObject({ kind: 'transfer', to: '+33159000009' });
  });

  it('speaks the language that the call is in', () => {
    const inGerman = [turnOf(0, { language: 'de-DE' })];
    expect(answerToTrouble('model', frenchAssistant, inGerman)).toMatchObject({
      language: 'de-DE',
      said: expect.stringContaining('Entschuldigung') as string,
    });
  });
});

describe('answerAfterTransfer', () => {
  const before = [...greeted, turnOf(1, { next: { kind: 'transfer', to: '+33159000009', summary: null } })];

  it('ends the call after a talk with a person', () => {
    expect(answerAfterTransfer('completed', transferable, before).next).toEqual({
      kind: 'hangup',
      reason: 'transferred',
    });
  });

  it.each(['no-answer', 'busy', 'failed', 'canceled'])('offers to take a message when the status is %s', (status) => {
    expect(answerAfterTransfer(status, transferable, before)).toMatchObject({
      said: expect.stringContaining('laisser un message') as string,
      next: { kind: 'listen', transfer: status },
    });
  });

  it('takes it without the model where that was why', () => {
    const afterFaults = [...before.slice(0, 1), turnOf(1, { fault: 'model' }), turnOf(2, { fault: 'model' })];
    expect(answerAfterTransfer('busy', transferable, afterFaults).next).toMatchObject({ expects: 'message' });
  });
});
