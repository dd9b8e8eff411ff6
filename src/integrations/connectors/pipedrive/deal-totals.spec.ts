import { openDealsIn, periodsIn, summaryReply, timelineReply } from './deal-totals.js';

describe('totals of deals', () => {
  it('reads the list of periods that the service sends, with its empty lists for empty maps', () => {
    const none = { count: 0, values: [], open_count: 0, open_values: [], weighted_open_values: [], won_values: [] };
    const some = {
      open_count: 1,
      open_values: { EUR: 10 },
      weighted_open_values: { EUR: 5 },
      won_count: 0,
      won_values: [],
    };
    const reply = timelineReply.parse({
      data: [
        { period_start: '2026-11-01 00:00:00', period_end: '2026-11-30 23:59:59', deals: [], totals: none },
        { period_start: '2026-12-01 00:00:00', period_end: '2026-12-31 23:59:59', deals: [], totals: some },
      ],
    });
    const empty = { openCount: 0, open: [], weightedOpen: [], wonCount: 0, won: [] };
    expect(periodsIn(reply)).toEqual([
      { ...empty, start: '2026-11-01 00:00:00', end: '2026-11-30 23:59:59' },
      {
        ...empty,
        start: '2026-12-01 00:00:00',
        end: '2026-12-31 23:59:59',
        openCount: 1,
        open: [{ currency: 'EUR', value: 10 }],
        weightedOpen: [{ currency: 'EUR', value: 5 }],
      },
    ]);
  });

  it('has no amounts for a pipeline without deals', () => {
    const reply = summaryReply.parse({ data: { total_count: 0, values_total: [], weighted_values_total: [] } });
    expect(openDealsIn(reply)).toEqual({
      count: 0,
      values: [],
      weightedValues: [],
      inDefaultCurrency: null,
      weightedInDefaultCurrency: null,
    });
  });
});
