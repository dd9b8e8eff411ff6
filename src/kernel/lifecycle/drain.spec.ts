import { AppLogger } from '../observability/index.js';
import { Drain } from './drain.js';

function newDrain() {
  const lines: string[] = [];
  const log = new AppLogger({ destination: { write: (line) => void lines.push(line) } });
  return { drain: new Drain(log), lines };
}

describe('Drain', () => {
  it('runs its phases in order, each when the one before is over', async () => {
    const { drain } = newDrain();
    const order: string[] = [];
    const note = (what: string) => async () => {
      order.push(`${what} begins`);
      await Promise.resolve();
      order.push(`${what} ends`);
    };
    drain.during('connections', 'pool', note('pool'));
    drain.during('work', 'jobs', note('jobs'));
    drain.during('intake', 'relay', note('relay'));

    await drain.beforeApplicationShutdown();
    await drain.onApplicationShutdown();

    expect(order).toEqual(['relay begins', 'relay ends', 'jobs begins', 'jobs ends', 'pool begins', 'pool ends']);
  });

  it('tells from the first moment that it drains', async () => {
    const { drain } = newDrain();
    expect(drain.isDraining).toBe(false);

    const begun = drain.begin();

    expect(drain.isDraining).toBe(true);
    await begun;
  });

  it('drains once, however often it is told', async () => {
    const { drain } = newDrain();
    let times = 0;
    drain.during('intake', 'relay', () => void (times += 1));

    await Promise.all([drain.begin(), drain.begin(), drain.beforeApplicationShutdown()]);

    expect(times).toBe(1);
  });

  it('goes on when a task fails, and says which', async () => {
    const { drain, lines } = newDrain();
    let finished = false;
    drain.during('intake', 'broken', () => {
      throw new Error('boom');
    });
    drain.during('work', 'jobs', () => void (finished = true));

    await drain.begin();

    expect(finished).toBe(true);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { event: 'process.drain_incomplete', task: 'broken', error: { message: 'boom' } },
    ]);
  });

  it('goes on when a task takes too long', async () => {
    const { drain, lines } = newDrain();
    drain.during('intake', 'endless', () => new Promise(() => undefined));

    await drain.begin();

    expect(lines.join()).toContain('took longer than 1000 ms');
  });
});
