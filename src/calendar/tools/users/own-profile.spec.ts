import type { Caller } from '../caller.js';
import { meansSelf, type Meant } from './own-profile.js';

const contactId = '019ab000-0000-7000-8000-000000000001';
const jean: Caller = {
  contactId,
  number: '+33612345678',
  name: 'Jean Dupont-Moreau',
  emails: ['jean@example.org'],
  timeZone: null,
  known: null,
};

describe('a caller', () => {
  it.each<Meant>([
    {},
    { userId: 'me' },
    { userId: 'Moi-même' },
    { userId: contactId },
    { userId: `contact_${contactId}` },
    { userId: `CONTACT_${contactId.toUpperCase()}` },
    { userId: '+33 6 12 34 56 78' },
    { userId: '06 12 34 56 78' },
    { userId: '0033612345678' },
    { userId: 'jean@example.org' },
    { userId: 'DUPONT' },
    { userId: 'jean dupont moreau' },
    { email: 'Jean@example.org' },
    { userId: 'me', email: 'jean@example.org' },
  ])('is meant by %j', (meant) => {
    expect(meansSelf(meant, jean)).toBe(true);
  });

  it.each<Meant>([
    { userId: 'Marie' },
    { userId: 'Jean Martin' },
    { userId: 'Jeanne' },
    { userId: 'contact_019ab000-0000-7000-8000-000000000002' },
    { userId: '019ab000-0000-7000-8000-000000000002' },
    { userId: '+33612345679' },
    { userId: '345678' },
    { userId: '%' },
    { userId: "' OR true --" },
    { userId: 'marie@example.org' },
    { email: 'marie@example.org' },
    { email: 'jean@example.org.evil.example' },
    { email: 'no address at all' },
    { userId: 'me', email: 'marie@example.org' },
    { userId: 'Marie', email: 'jean@example.org' },
  ])('is not meant by %j', (meant) => {
    expect(meansSelf(meant, jean)).toBe(false);
  });

  it('without a name is not meant by one, unless it is what they say to be called', () => {
    const nameless = { ...jean, name: null };
    expect(meansSelf({ userId: 'Jean' }, nameless)).toBe(false);
    expect(meansSelf({ userId: 'Jean' }, nameless, 'Jean Dupont')).toBe(true);
  });

  it('who shows no number is meant by no id', () => {
    const anonymous = { ...jean, contactId: null, number: null, name: null, emails: [] };
    expect(meansSelf({ userId: 'me' }, anonymous)).toBe(false);
  });
});
