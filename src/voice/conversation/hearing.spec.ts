import { answerToNoise, faultsInARow } from './hearing.js';
import { frenchAssistant, turnOf } from './testing/turns.js';

const silence = { words: null, confidence: null };
const mumbling = { words: 'hé lo aille', confidence: 0.2 };
const silent = (turn: number) => turnOf(turn, { heard: null, fault: 'silence' });
const unclear = (turn: number, language = 'fr-FR') => turnOf(turn, { fault: 'unclear', language });
const greeted = [turnOf(0, { heard: null })];

describe('answerToNoise', () => {
  it('leaves words to the model, however sure the recogniser does not say it is', () => {
    expect(answerToNoise({ words: 'Bonjour', confidence: 0.9 }, frenchAssistant, greeted)).toBeNull();
    expect(answerToNoise({ words: 'Bonjour', confidence: 0 }, frenchAssistant, greeted)).toBeNull();
    expect(answerToNoise({ words: 'Bonjour', confidence: null }, frenchAssistant, greeted)).toBeNull();
  });

  it('asks twice into a silence, then says goodbye', () => {
    const first = answerToNoise(silence, frenchAssistant, greeted);
    const second = answerToNoise(silence, frenchAssistant, [...greeted, silent(1)]);
    const third = answerToNoise(silence, frenchAssistant, [...greeted, silent(1), silent(2)]);
    expect(first).toMatchObject({ said: expect.stringContaining('toujours là') as string, next: { kind: 'listen' } });
    expect(second).toMatchObject({ said: expect.stringContaining('plus fort') as string, next: { kind: 'listen' } });
    expect(third).toMatchObject({ next: { kind: 'hangup', reason: 'silence' } });
  });

  it('begins anew once the caller has spoken', () => {
    const before = [...greeted, silent(1), silent(2), turnOf(3)];
    expect(answerToNoise(silence, frenchAssistant, before)?.next.kind).toBe('listen');
  });

  it('asks to repeat what was hardly understood, and says which language it speaks', () => {
    const answer = answerToNoise(mumbling, frenchAssistant, greeted);
    expect(answer).toMatchObject({
      language: 'fr-FR',
      fault: 'unclear',
      said: expect.stringContaining('en français') as string,
    });
  });

  it('gives the model what there is when the caller mumbles on', () => {
    expect(answerToNoise(mumbling, frenchAssistant, [...greeted, unclear(1)])).toBeNull();
  });

  it('tries the other languages of the assistant, in which it then listens', () => {
    const assistant = { ...frenchAssistant, otherLanguages: ['en-GB'] };
    const answer = answerToNoise(mumbling, assistant, [...greeted, unclear(1)]);
    expect(answer).toMatchObject({ language: 'en-GB', said: expect.stringContaining('in English') as string });
    expect(answerToNoise(mumbling, assistant, [...greeted, unclear(1), unclear(2, 'en-GB')])).toBeNull();
  });

  it('takes a message however it was understood, and waits for one through a silence', () => {
    const asked = [turnOf(0, { next: { kind: 'listen', expects: 'message' } })];
    expect(answerToNoise(mumbling, frenchAssistant, asked)).toBeNull();
    expect(answerToNoise(silence, frenchAssistant, asked)?.next).toEqual({ kind: 'listen', expects: 'message' });
  });
});

describe('faultsInARow', () => {
  it('counts back from the last turn', () => {
    expect(faultsInARow([], ['silence'])).toBe(0);
    expect(faultsInARow([silent(0), turnOf(1)], ['silence'])).toBe(0);
    expect(faultsInARow([silent(0), turnOf(1), silent(2), silent(3)], ['silence'])).toBe(2);
    expect(faultsInARow([silent(0), silent(1)], ['silence'])).toBe(2);
  });
});
