import { TranscriptFollower } from './transcript-follower.js';

const transcript = (...keys: string[]) =>
  keys.map((key, position) => ({
    key,
    position,
    role: 'CALLER' as const,
    text: key,
    at: null,
    secondsFromStart: null,
  }));
const told = (follower: TranscriptFollower, ...keys: string[]) =>
  follower.follow(transcript(...keys)).map(({ key }) => key);

describe('who follows a transcript', () => {
  it('gets what is there, then what is new', () => {
    const follower = new TranscriptFollower(-1);
    expect(told(follower, 'a', 'b')).toEqual(['a', 'b']);
    expect(told(follower, 'a', 'b')).toEqual([]);
    expect(told(follower, 'a', 'b', 'c')).toEqual(['c']);
  });

  it('resumes after the last position', () => {
    const follower = new TranscriptFollower(1);
    expect(told(follower)).toEqual([]);
    expect(told(follower, 'a', 'b', 'c')).toEqual(['c']);
  });

  it('gets an utterance that comes late, and nothing twice', () => {
    const follower = new TranscriptFollower(-1);
    told(follower, 'a', 'c');
    expect(told(follower, 'a', 'b', 'c')).toEqual(['b']);
  });

  it('goes on after the last position when the final transcript replaces the live one', () => {
    const follower = new TranscriptFollower(-1);
    told(follower, 'a', 'b');
    expect(told(follower, 'A', 'B', 'C')).toEqual(['C']);
    expect(told(follower, 'A', 'B', 'C', 'D')).toEqual(['D']);
  });
});
