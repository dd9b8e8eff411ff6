import { vapiMessageCheck } from '../../src/sandbox/testing/vapi-schemas.js';
import { SettingUp } from '../support/setting-up.js';
import { specFile } from '../support/specs.js';
import { describeWhere } from '../support/where.js';

const description = specFile('vapi.json');

/** The schema of a body, by what is written. Credentials have one, though no path of the description takes it. */
function schemaOf(method: string, path: string, type: string | undefined): string {
  if (path === '/credential') return 'CreateCustomCredentialDTO';
  if (path.startsWith('/assistant')) return 'UpdateAssistantDTO';
  const kind = method === 'POST' ? 'Create' : 'Update';
  if (type === 'google.calendar.event.create') return `${kind}GoogleCalendarCreateEventToolDTO`;
  if (type === 'google.calendar.availability.check') return `${kind}GoogleCalendarCheckAvailabilityToolDTO`;
  return `${kind}FunctionToolDTO`;
}

describeWhere(description !== null)('what provisioning writes at Vapi', () => {
  let setting: SettingUp;
  beforeAll(async () => {
    setting = await SettingUp.open();
  });
  afterAll(() => setting.close());

  it('is as the description of Vapi wants it', async () => {
    const check = vapiMessageCheck(description ?? '');
    const id = setting.addAssistant();
    await setting.run(`--assistant ${id} --native`);
    for (const tool of setting.vapi.list('tool')) setting.vapi.change('tool', tool.id, { messages: [], async: true });
    await setting.run(`--assistant ${id} --native`);

    const writes = setting.vapi.received.filter(({ method }) => method !== 'GET');
    expect(new Set(writes.map(({ method, path }) => `${method} ${path.split('/')[1] ?? ''}`))).toEqual(
      new Set(['POST credential', 'POST tool', 'PATCH tool', 'PATCH assistant']),
    );
    for (const { method, path, body } of writes) {
      const schema = schemaOf(method, path, (body as { type?: string }).type);
      expect([path, check(schema, body)]).toEqual([path, []]);
    }
  });
});
