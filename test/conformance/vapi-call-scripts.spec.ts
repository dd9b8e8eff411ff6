import { describedAs } from '../../src/sandbox/testing/described-as.js';
import { vapiMessageCheck } from '../../src/sandbox/testing/vapi-schemas.js';
import { callScripts } from '../../src/voice/providers/vapi/testing/call-scripts.js';
import { specFile } from '../support/specs.js';
import { describeWhere } from '../support/where.js';

const description = specFile('vapi.json');
/** Types that Vapi does not describe. */
const undescribed = new Set(['a-type-of-tomorrow', 'assistant.started']);
/** Of the messages that the sandbox does not send. */
const schemas: Readonly<Record<string, string>> = {
  'assistant-request': 'ServerMessageAssistantRequest',
  'transfer-destination-request': 'ServerMessageTransferDestinationRequest',
};

describeWhere(description !== null)('the scripted calls of the merge, by the description of Vapi', () => {
  const check = vapiMessageCheck(description ?? '');

  // Names of old, and a report that lacks what the description asks for.
  const scripts = Object.entries(callScripts).filter(([name]) => !['legacyNames', 'missingAnalysis'].includes(name));

  it.each(scripts)('%s', (_, script) => {
    const bodies = script('0198c000-0000-7000-8000-000000000001').filter(
      ({ message }) => !undescribed.has(String(message.type)),
    );
    const faults = bodies.flatMap((body) => {
      const { schema, message } = describedAs(body as never);
      return check(schemas[String(body.message.type)] ?? schema, JSON.parse(JSON.stringify(message))).map(
        (fault) => `${String(message.type)} ${fault}`,
      );
    });
    expect([...new Set(faults)]).toEqual([]);
  });
});
