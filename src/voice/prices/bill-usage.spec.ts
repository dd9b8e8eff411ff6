import { parseEuroRates, type EuroRates } from '../calls/costs/exchange-rates.js';
import { priceBill } from '../calls/costs/price-bill.js';
import { billUsage } from './bill-usage.js';
import type { Price } from './price.js';
import type { Usage } from './price-usage.js';

const rates = parseEuroRates('EUR=1,USD=1.25,GBP=0.8') as EuroRates;
const at = new Date('2026-09-01T10:00:00Z');
const earlier = new Date('2026-01-01T00:00:00Z');

function price(item: string, unit: Price['unit'], amount: string): Price {
  return { item, unit, price: amount, currency: 'EUR', validFrom: earlier, shared: true };
}

function lines(usages: readonly Usage[], prices: readonly Price[], began = at) {
  return billUsage(usages, prices, { at: began, rates }).bill?.lines ?? [];
}

const inbound = price('twilio.voice.inbound', 'minute', '0.01');
const amountOf = (usage: Usage, prices: readonly Price[], began = at) => lines([usage], prices, began)[0]?.amount;

describe('five minutes on the phone', () => {
  const prices = [
    price('twilio.voice.inbound', 'minute', '0.004'),
    price('twilio.gather.speech', '15 seconds', '0.0005'),
    price('model.gpt-4.1.input', '1M tokens', '3'),
    price('model.gpt-4.1.output', '1M tokens', '14'),
    price('speech.elevenlabs.eleven_multilingual_v2', '1k characters', '0.01'),
  ];
  const turns = Array.from({ length: 20 }, (): Usage[] => [
    { item: 'twilio.gather.speech', quantity: 9.5 },
    { item: 'model.gpt-4.1.input', quantity: 600 },
    { item: 'model.gpt-4.1.output', quantity: 50 },
    { item: 'speech.elevenlabs.eleven_multilingual_v2', quantity: 100 },
  ]);
  const usage = [{ item: 'twilio.voice.inbound', quantity: 300 }, ...turns.flat()];

  it('cost 0.02 + 0.01 + 0.05 + 0.02 = 0.10 EUR', () => {
    const { bill, unpriced } = billUsage(usage, prices, { at, rates });
    expect(unpriced).toEqual([]);
    expect(bill).toMatchObject({
      currency: 'EUR',
      total: '0.1',
      lines: [
        { source: 'transport', quantity: '5', unit: 'minute', amount: '0.02', estimated: true },
        { source: 'transcriber', quantity: '20', unit: '15 seconds', amount: '0.01', estimated: true },
        { source: 'model', quantity: '12000', unit: 'token', amount: '0.036', estimated: true },
        { source: 'model', quantity: '1000', unit: 'token', amount: '0.014', estimated: true },
        { source: 'voice', quantity: '2000', unit: 'character', amount: '0.02', estimated: true },
      ],
    });
    expect(bill && priceBill(bill, 'EUR', rates)).toMatchObject({ total: '0.1', currency: 'EUR', rate: '1' });
  });
});

describe('what is charged by what has begun', () => {
  it.each([
    [1, '0.01'],
    [60, '0.01'],
    [60.5, '0.02'],
    [78, '0.02'],
  ])('makes %d s of a leg %s', (quantity, amount) => {
    expect(amountOf({ item: 'twilio.voice.inbound', quantity }, [inbound])).toBe(amount);
  });

  it('is rounded up for each leg by itself', () => {
    const leg = { item: 'twilio.voice.inbound', quantity: 61 };
    expect(lines([leg, leg], [inbound])).toMatchObject([{ quantity: '4', amount: '0.04' }]);
  });

  it('costs nothing where nothing was used', () => {
    expect(billUsage([{ item: 'twilio.voice.inbound', quantity: 0 }], [], { at, rates })).toEqual({
      bill: null,
      unpriced: [],
    });
  });
});

describe('the price that counts', () => {
  const call = { item: 'twilio.voice.inbound', quantity: 60 };
  const changed = { ...inbound, price: '0.03', validFrom: at };

  it('is the one at the beginning of the call', () => {
    const before = new Date(at.getTime() - 1);
    expect(amountOf(call, [changed, inbound])).toBe('0.03');
    expect(amountOf(call, [changed, inbound], before)).toBe('0.01');
    expect(amountOf(call, [inbound], new Date(earlier.getTime() - 1))).toBeUndefined();
  });

  it('is the workspace’s own before a later one of the deployment', () => {
    const own = { ...inbound, price: '0.02', shared: false };
    expect(amountOf(call, [changed, own, inbound])).toBe('0.02');
  });

  it('is that of the closest item', () => {
    const french = price('twilio.voice.inbound.fr', 'minute', '0.05');
    expect(amountOf({ ...call, item: 'twilio.voice.inbound.fr' }, [inbound, french])).toBe('0.05');
    expect(amountOf({ ...call, item: 'twilio.voice.inbound.us' }, [inbound, french])).toBe('0.01');
    expect(amountOf({ ...call, item: 'twilio.voice.outbound' }, [inbound, french])).toBeUndefined();
  });

  it.each([
    'model.gpt-4.1-2025-04-14.input',
    'model.gpt-4.1-20250414.input',
    'model.gpt-4.1.cached-input',
    'model.gpt-4.1-2025-04-14.cached-input',
  ])('is the model’s for %s where that has none', (item) => {
    const known = price('model.gpt-4.1.input', '1M tokens', '2');
    expect(amountOf({ item, quantity: 500_000 }, [known])).toBe('1');
    expect(amountOf({ item, quantity: 500_000 }, [known, price(item, '1M tokens', '1')])).toBe('0.5');
  });

  it('is what the vendor charged, once that is known', () => {
    const charged = { amount: '0.0123', currency: 'USD' };
    expect(lines([{ ...call, charged }], [inbound])).toEqual([
      { source: 'transport', quantity: '1', unit: 'minute', amount: '0.0123' },
    ]);
  });
});

describe('what has no price', () => {
  it('is named, and the rest is billed', () => {
    const usages = ['model.unheard-of.input', 'nothing.that.is.sold', 'twilio.voice.inbound'];
    const result = billUsage(
      usages.map((item) => ({ item, quantity: 60 })),
      [inbound],
      { at, rates },
    );
    expect(result).toMatchObject({ bill: { total: '0.01' }, unpriced: usages.slice(0, 2) });
  });

  it('is also what is priced in something else than it is used in', () => {
    const odd = price('twilio.voice.inbound', '1M tokens', '1');
    expect(billUsage([{ item: odd.item, quantity: 60 }], [odd], { at, rates }).unpriced).toEqual([odd.item]);
  });
});

describe('prices in several currencies', () => {
  const usages = [
    { item: 'twilio.voice.inbound', quantity: 60 },
    { item: 'model.m.input', quantity: 1_000_000 },
  ];
  const dollars = { ...price('model.m.input', '1M tokens', '2.5'), currency: 'USD' };

  it('keep what each was charged in, and sum exactly in the workspace’s', () => {
    const { bill } = billUsage(usages, [inbound, dollars], { at, rates });
    expect(bill).toMatchObject({ currency: 'EUR', total: '2.01' });
    expect(bill && priceBill(bill, 'GBP', rates)).toMatchObject({
      currency: 'GBP',
      total: '1.608',
      lines: [
        { originalAmount: '0.01', amount: '0.008' },
        { originalAmount: '2.5', amount: '1.6', own: { currency: 'USD', rate: '0.64' } },
      ],
    });
  });

  it('stay in their own where all share one without a rate', () => {
    const francs = { ...inbound, currency: 'XOF', price: '7' };
    const { bill } = billUsage(usages.slice(0, 1), [francs], { at, rates });
    expect(bill && priceBill(bill, 'EUR', rates)).toMatchObject({ currency: 'XOF', total: '7' });
    expect(billUsage(usages, [francs, dollars], { at, rates })).toMatchObject({
      bill: { currency: 'EUR', total: '2' },
      unpriced: ['twilio.voice.inbound'],
    });
  });
});
