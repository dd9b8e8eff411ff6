import 'reflect-metadata';
import { z } from 'zod';
import { vapiMessageCheck } from '../../src/sandbox/testing/vapi-schemas.js';
import { vapiNativeTools } from '../../src/voice/assistants/catalogue/vapi-native-tools.js';
import { toolBodies } from '../../src/voice/providers/vapi/provisioning/tool-body.js';
import { LeaveMessageTool } from '../../src/voice/tools/leave-message.tool.js';
import { TransferToHumanTool } from '../../src/voice/tools/transfer-to-human.tool.js';
import { voiceToolKey, type VoiceToolDefinition } from '../../src/voice/tools/voice-tool.js';
import { specFile } from '../support/specs.js';
import { describeWhere } from '../support/where.js';

const description = specFile('vapi.json');

/** The schemas of what `POST /tool` takes, by type. */
const schemas: Readonly<Record<string, string>> = {
  function: 'CreateFunctionToolDTO',
  endCall: 'CreateEndCallToolDTO',
  transferCall: 'CreateTransferCallToolDTO',
  dtmf: 'CreateDtmfToolDTO',
  voicemail: 'CreateVoicemailToolDTO',
  sms: 'CreateSmsToolDTO',
  'google.calendar.availability.check': 'CreateGoogleCalendarCheckAvailabilityToolDTO',
  'google.calendar.event.create': 'CreateGoogleCalendarCreateEventToolDTO',
  'google.sheets.row.append': 'CreateGoogleSheetsRowAppendToolDTO',
  'slack.message.send': 'CreateSlackSendMessageToolDTO',
  'gohighlevel.calendar.availability.check': 'CreateGoHighLevelCalendarAvailabilityToolDTO',
  'gohighlevel.calendar.event.create': 'CreateGoHighLevelCalendarEventCreateToolDTO',
  'gohighlevel.contact.get': 'CreateGoHighLevelContactGetToolDTO',
  'gohighlevel.contact.create': 'CreateGoHighLevelContactCreateToolDTO',
};

const wide = z.object({
  date: z.iso.date(),
  email: z.email().optional(),
  guests: z.int().min(1).max(20).default(2),
  tags: z.array(z.enum(['a', 'b'])).nullish(),
  either: z.union([z.string(), z.number()]),
  place: z.object({ city: z.string().describe('Where.') }),
  anything: z.record(z.string(), z.unknown()),
});

const definitions: VoiceToolDefinition[] = [
  ...[LeaveMessageTool, TransferToHumanTool].map(
    (tool) => Reflect.getMetadata(voiceToolKey, tool) as VoiceToolDefinition,
  ),
  { name: 'wide', label: { en: 'Wide', fr: 'Large' }, description: 'Takes all kinds of arguments.', input: wide },
];
const silent = { sayOnStart: null, sayOnDone: null, sayOnFailure: null };
const talking = { sayOnStart: 'x'.repeat(500), sayOnDone: 'y'.repeat(500), sayOnFailure: 'z'.repeat(500) };
const server = { url: 'https://api.example.test/hook', credentialId: 'c1', headers: { 'X-Vapi-Secret': 'secret' } };

describeWhere(description !== null)('the tools of an assistant, by the description of Vapi', () => {
  const check = vapiMessageCheck(description ?? '');
  const tools = [
    ...definitions.map(({ name: key }) => ({ key, kind: 'OURS' as const })),
    ...vapiNativeTools.map(({ key }) => ({ key, kind: 'VAPI_NATIVE' as const })),
  ];
  const definitionOf = (wanted: string) => definitions.find(({ name }) => name === wanted);

  it.each(
    ['fr-FR', 'en-GB', 'de-DE'].flatMap((language) => [
      { language, said: 'nothing', sentences: silent },
      { language, said: 'everything', sentences: talking },
    ]),
  )('are right in $language where their owner has written $said', ({ language, sentences }) => {
    const wanted = tools.map((tool) => ({ ...tool, ...sentences }));
    const bodies = toolBodies(wanted, { language, server, definitionOf });
    expect([...bodies.keys()]).toEqual(tools.map(({ key }) => key));
    for (const [key, body] of bodies) expect([key, check(schemas[body.type] ?? body.type, body)]).toEqual([key, []]);
  });

  it('would be refused with what Vapi does not know', () => {
    const body = toolBodies([{ key: 'wide', kind: 'OURS', ...silent }], { language: 'fr', server, definitionOf });
    const parameters = { type: 'object', properties: { note: { type: 'string', maxLength: 9 } } };
    expect(check('CreateFunctionToolDTO', { type: 'function', function: { name: 'x', parameters } })).not.toEqual([]);
    expect(check('CreateFunctionToolDTO', { ...body.get('wide'), name: 'wide' })).not.toEqual([]);
    expect(check('CreateFunctionToolDTO', { ...body.get('wide'), messages: [{ type: 'request-done' }] })).not.toEqual(
      [],
    );
  });
});
