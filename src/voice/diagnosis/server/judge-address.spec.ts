import { judgeAddress } from './judge-address.js';

it.each([
  ['http://localhost:3000'],
  ['http://127.0.0.1:3000'],
  ['https://192.168.1.4'],
  ['https://[::1]:3000'],
  ['https://agents.internal'],
])('knows that no platform reaches %s, unless the platform is played', (url) => {
  expect(judgeAddress(url, false)).toMatchObject({ status: 'FAIL', observed: url });
  expect(judgeAddress(url, true)).toMatchObject({ status: 'PASS' });
});

it('prefers https', () => {
  expect(judgeAddress('http://agents.example.com', false)).toMatchObject({ status: 'WARN' });
  expect(judgeAddress('https://agents.example.com', false)).toMatchObject({ status: 'PASS' });
});
