import { parseEuroRates } from '../calls/costs/exchange-rates.js';
import { sumCosts } from './sum-costs.js';

const rates = parseEuroRates('EUR=1,USD=1.25') ?? new Map();

describe('the sum of costs', () => {
  it('is exact in one currency', () => {
    expect(sumCosts({ EUR: '0.30000000000000004' }, 'EUR', rates)).toEqual({
      amount: '0.30000000000000004',
      currency: 'EUR',
    });
    expect(sumCosts({}, 'EUR', rates)).toEqual({ amount: '0', currency: 'EUR' });
  });

  it('changes what is in another currency', () => {
    expect(sumCosts({ EUR: '1.1', USD: '2.5' }, 'EUR', rates)).toEqual({ amount: '3.1', currency: 'EUR' });
  });

  it('stays in a currency in which it can be told, when the wanted one has no rate', () => {
    expect(sumCosts({ USD: '2.5' }, 'JPY', rates)).toEqual({ amount: '2.5', currency: 'USD' });
    expect(sumCosts({ USD: '2.5', EUR: '1' }, 'JPY', rates)).toEqual({ amount: '3.75', currency: 'USD' });
  });

  it('leaves out what cannot be added to the rest', () => {
    expect(sumCosts({ EUR: '1', JPY: '100' }, 'EUR', rates)).toEqual({ amount: '1', currency: 'EUR' });
  });
});
