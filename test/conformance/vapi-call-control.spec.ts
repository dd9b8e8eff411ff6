import { specFile } from '../support/specs.js';
import { describeWhere } from '../support/where.js';
import { vapiMessageCheck } from '../../src/sandbox/testing/vapi-schemas.js';
import type { ControlCommand } from '../../src/voice/control/control-command.js';
import { testCall } from '../../src/voice/control/test-calls/test-call.js';
import { vapiCommand } from '../../src/voice/control/vapi/vapi-command.js';

const description = specFile('vapi.json');
const transfer = { kind: 'transfer', to: '+33198765432', language: 'fr-FR' } as const;

describeWhere(description !== null)('what Vapi is sent', () => {
  const check = vapiMessageCheck(description ?? '');
  const commands: [string, ControlCommand, string][] = [
    ['Say', { kind: 'say', text: 'Bonjour.' }, 'twilio'],
    ['Control', { kind: 'mute', muted: true }, 'twilio'],
    ['Control', { kind: 'mute', muted: false }, 'twilio'],
    ['Transfer', transfer, 'twilio'],
    ['Transfer', transfer, 'vonage'],
    ['EndCall', { kind: 'end' }, 'twilio'],
  ];

  it.each(commands)('is described there: %s %j over %s', (name, command, provider) => {
    expect(check(`ClientInboundMessage${name}`, vapiCommand(command, provider))).toEqual([]);
  });

  it('is a call as it is described there', () => {
    const assistant = {
      active: true,
      route: 'VAPI',
      syncState: 'SYNCED',
      vapiAssistantId: 'a',
      vapiPhoneNumberId: 'n',
      phoneNumber: '+33123456789',
    } as const;
    expect(check('CreateCallDTO', testCall(assistant, '+33612345678'))).toEqual([]);
  });
});
