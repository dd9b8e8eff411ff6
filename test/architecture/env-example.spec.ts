import { readFileSync } from 'node:fs';
import '../../src/main-modules.js';
import { declaredSlices, exampleEnvironment } from '../../src/kernel/config/index.js';

describe('.env.example', () => {
  it('lists what the code declares: run `npm run env:example` after a change', () => {
    expect(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')).toBe(exampleEnvironment());
  });
});

describe('settings', () => {
  it('have one declaration each', () => {
    const names = declaredSlices().flatMap(({ settings }) => Object.values(settings).map(({ name }) => name));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('mark as secret whatever sounds like one', () => {
    const open = declaredSlices()
      .flatMap(({ settings }) => Object.values(settings))
      .filter(
        ({ name, secret }) =>
          /SECRET|PASSWORD|TOKEN|API_KEY|_KEYS$|DATABASE_URL|REDIS_URL|SMTP_URL/.test(name) && !secret,
      );
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});
