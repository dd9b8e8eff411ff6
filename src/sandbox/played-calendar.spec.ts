import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../kernel/config/index.js';
import { openPlayedCalendar, subscribeServer } from './played-calendar.js';
import { SandboxFileDamaged } from './sandbox.errors.js';

describe('the played calendar of the demonstration', () => {
  let dataDir: string;

  beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'played-calendar-'))));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const open = () => openPlayedCalendar({ dataDir, apiKey: 'cal_test' });
  const secret = new Secret('the secret between the two');

  it('keeps what was booked over a restart', async () => {
    const first = await open();
    const [from, to] = [1, 3].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
    const slots = await fetch(`${first.url}/v2/slots?eventTypeId=101&start=${from}&end=${to}`, {
      headers: { 'cal-api-version': '2024-09-04' },
    });
    const { data } = (await slots.json()) as { data: Record<string, { start: string }[]> };
    const start = Object.values(data)[0]?.[0]?.start ?? '';
    const page = { eventTypeId: 101, name: 'Dupont', phoneNumber: '+33612345678', answers: { partySize: 4 } };
    const booking = await first.people.book({ ...page, start });
    await first.close();

    const second = await open();
    expect(second.bookings.list()).toEqual([booking]);
    await second.close();
  });

  it('tells the server of all changes, at the address that it has now', async () => {
    const calendar = await open();
    subscribeServer(calendar, 'http://127.0.0.1:3000', secret);
    subscribeServer(calendar, 'http://127.0.0.1:4000', secret);
    calendar.subscriptions.add({ subscriberUrl: 'https://elsewhere.example/hook', triggers: [], active: true });

    const [known, other] = calendar.subscriptions.list();
    expect(known).toMatchObject({
      subscriberUrl: 'http://127.0.0.1:4000/api/cal/webhook',
      active: true,
      secret: secret.reveal(),
      triggers: expect.arrayContaining(['BOOKING_CREATED', 'MEETING_ENDED']) as string[],
    });
    subscribeServer(calendar, 'http://127.0.0.1:5000', secret);
    expect(calendar.subscriptions.list()).toEqual([other, expect.objectContaining({ secret: secret.reveal() })]);
    await calendar.close();
  });

  it('says what to do about a damaged file', async () => {
    writeFileSync(join(dataDir, 'sandbox-calcom.json'), '{');

    await expect(open()).rejects.toThrow(SandboxFileDamaged);
  });
});
