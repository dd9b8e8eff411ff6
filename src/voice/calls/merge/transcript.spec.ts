import { liveSegment, readTranscriptText, wholeTranscript } from './transcript.js';

const said = (role: 'ASSISTANT' | 'CALLER', text: string) => ({ role, text, at: null, secondsFromStart: null });

describe('a transcript in one text', () => {
  it('is taken apart by who speaks', () => {
    const text = 'AI: Bonjour.\nUser: Une table ?\npour quatre\n\nAI: \nassistant: Bien sûr.\n';
    expect(readTranscriptText(text)).toEqual([
      said('ASSISTANT', 'Bonjour.'),
      said('CALLER', 'Une table ? pour quatre'),
      said('ASSISTANT', 'Bien sûr.'),
    ]);
  });

  it('is empty without speakers', () => {
    expect(readTranscriptText('Bonjour\nAu revoir')).toEqual([]);
  });
});

describe('the key of a segment', () => {
  const utterance = { ...said('CALLER', 'Bonjour'), at: 1 };

  it('is the same for the same utterance, and another for another', () => {
    expect(liveSegment(utterance).key).toBe(liveSegment({ ...utterance }).key);
    const others = [{ ...utterance, at: 2 }, { ...utterance, text: 'Bonsoir' }, said('ASSISTANT', 'Bonjour')];
    expect(new Set([utterance, ...others].map((other) => liveSegment(other).key)).size).toBe(4);
  });

  it('stays when a history grows', () => {
    const [short, long] = [[said('CALLER', 'a')], [said('CALLER', 'a'), said('ASSISTANT', 'b')]];
    const [one, other] = [wholeTranscript('conversation', short), wholeTranscript('conversation', long)];
    expect(other.segments[0]?.key).toBe(one.segments[0]?.key);
    expect(other.digest).not.toBe(one.digest);
    expect(wholeTranscript('report', short).digest).not.toBe(one.digest);
  });
});
