import { Big } from 'big.js';
import fc from 'fast-check';
import { makeBill, type BillLine } from './bill.js';
import { exchangeRate, parseEuroRates, type EuroRates } from './exchange-rates.js';
import { priceBill } from './price-bill.js';

const line = (amount: string, quantity: string | null = null): BillLine => ({
  source: 'voice',
  quantity,
  unit: null,
  amount,
});
const rates = parseEuroRates('USD=1.08,GBP=0.86') as EuroRates;

describe('a bill', () => {
  it('has a line for what its lines leave open, or count too much', () => {
    expect(makeBill('USD', [line('0.1'), line('0.2')], new Big('0.35')).lines.at(-1)).toMatchObject({
      source: 'other',
      amount: '0.05',
    });
    expect(makeBill('USD', [line('0.1')], new Big('0.04')).lines.at(-1)).toMatchObject({
      source: 'other',
      amount: '-0.06',
    });
    expect(makeBill('USD', [line('0.1'), line('0.2')], new Big('0.3')).lines).toHaveLength(2);
  });

  it('has the same digest for the same content only', () => {
    expect(makeBill('USD', [line('0.1')]).digest).toBe(makeBill('USD', [line('0.1')]).digest);
    expect(makeBill('USD', [line('0.1')]).digest).not.toBe(makeBill('USD', [line('0.2')]).digest);
  });
});

describe('a bill in another currency', () => {
  it('keeps what was charged, with the rate that was taken', () => {
    expect(priceBill(makeBill('USD', [line('0.054', '3')]), 'EUR', rates)).toEqual({
      total: '0.05',
      currency: 'EUR',
      originalCurrency: 'USD',
      rate: '0.9259259259',
      lines: [
        { source: 'voice', quantity: '3', unit: null, unitPrice: '0.018', originalAmount: '0.054', amount: '0.05' },
      ],
    });
  });

  it('stays in its own where no rate is known', () => {
    expect(priceBill(makeBill('USD', [line('0.054')]), 'XOF', rates)).toMatchObject({
      currency: 'USD',
      total: '0.054',
      rate: '1',
    });
  });

  it('sums to its total, exactly', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 }).map((value) => new Big(value).div(1_000_000).toFixed());
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        const { total, lines } = priceBill(
          makeBill(
            'USD',
            amounts.map((each) => line(each)),
          ),
          'GBP',
          rates,
        );
        expect(lines.reduce((sum, each) => sum.plus(each.amount), new Big(0)).toFixed()).toBe(total);
      }),
    );
  });
});

describe('exchange rates', () => {
  it.each(['USD', 'USD=', 'usd=1', 'USD=0', 'USD=1,08', 'USD=1;GBP=2', ''])('are not read from %p', (text) => {
    expect(parseEuroRates(text)).toBeUndefined();
  });

  it('cross over the euro', () => {
    expect(exchangeRate(rates, 'GBP', 'USD')?.toFixed()).toBe('1.2558139535');
    expect(exchangeRate(rates, 'CHF', 'CHF')?.toFixed()).toBe('1');
    expect(exchangeRate(rates, 'CHF', 'EUR')).toBeUndefined();
  });
});
