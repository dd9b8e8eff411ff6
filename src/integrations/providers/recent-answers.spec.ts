import { RecentAnswers } from './recent-answers.js';

describe('recent answers', () => {
  let now = 0;
  let asked = 0;
  const ask = () => Promise.resolve((asked += 1));

  beforeEach(() => {
    [now, asked] = [0, 0];
  });

  it('hold until their time is over, each by its key', async () => {
    const recent = new RecentAnswers<number>(30_000, () => now);
    expect(await recent.of('one', ask)).toBe(1);
    now = 29_999;
    expect([await recent.of('one', ask), await recent.of('other', ask)]).toEqual([1, 2]);
    now = 30_000;
    expect([await recent.of('one', ask), await recent.of('other', ask)]).toEqual([3, 2]);
  });

  it('are asked for once by all who ask while they are on their way', async () => {
    const recent = new RecentAnswers<number>(30_000, () => now);
    expect(await Promise.all([recent.of('one', ask), recent.of('one', ask)])).toEqual([1, 1]);
  });
});
