import { NumberNotDialled } from './control.errors.js';
import { assertDialled } from './dialled-number.js';

describe('numbers that this server dials', () => {
  it.each(['+33612345678', '+33123456789', '+33800123456', '+442071234567', '+15005550006', '+4915112345678'])(
    'are ordinary ones: %s',
    (number) => {
      expect(() => assertDialled(number, 'number')).not.toThrow();
    },
  );

  it.each(['+33899123456', '+33820123456', '+449098765432', '+19005551234', '+881612345678', '+979123456789'])(
    'are none that bill the caller: %s',
    (number) => {
      expect(() => assertDialled(number, 'to')).toThrow(NumberNotDialled);
    },
  );
});
