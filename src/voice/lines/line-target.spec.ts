import { targetOf } from './line-target.js';

const assistant = { route: 'VAPI', active: true, vapiAssistantId: 'a', deletedAt: null } as const;

describe('targetOf', () => {
  it.each([
    ['nobody', null, { to: 'NOWHERE' }],
    ['one at Vapi', assistant, { to: 'VAPI', assistantId: 'a' }],
    ['one that is not there yet', { ...assistant, vapiAssistantId: null }, { to: 'WAITING' }],
    ['one that rests', { ...assistant, active: false }, { to: 'NOWHERE' }],
    ['one that is deleted', { ...assistant, route: 'TWILIO', deletedAt: new Date(0) } as const, { to: 'NOWHERE' }],
    ['one that this server speaks for', { ...assistant, route: 'TWILIO' } as const, { to: 'TWILIO' }],
    ['one that rests here', { ...assistant, route: 'TWILIO', active: false } as const, { to: 'TWILIO' }],
  ])('leads the line of %s', (_who, whose, target) => {
    expect(targetOf(whose)).toEqual(target);
  });
});
