import { vapiNativeTools } from '../../../assistants/catalogue/vapi-native-tools.js';
import type { AssistantTool } from '../../../assistants/voice-assistant.entity.js';
import { toolMessages } from './tool-messages.js';

const silent = { sayOnStart: null, sayOnDone: null, sayOnFailure: null };
const own: AssistantTool = { key: 'appointment_create', kind: 'OURS', ...silent };
const native: AssistantTool = { key: 'google.calendar.event.create', kind: 'VAPI_NATIVE', ...silent };
const written = { sayOnStart: 'Deux secondes.', sayOnDone: 'C’est fait.', sayOnFailure: 'C’est raté.' };

describe('what is said around a tool', () => {
  it('of ours is a start and a thanks for waiting; its results and errors are spoken by themselves', () => {
    expect(toolMessages(own, 'fr-FR')).toEqual([
      { type: 'request-start', content: 'Un instant, s’il vous plaît.' },
      { type: 'request-response-delayed', content: 'Merci de patienter, j’y suis presque.', timingMilliseconds: 4000 },
    ]);
  });

  it('of Google’s begins, hints to the model what may be confirmed, and apologises', () => {
    expect(toolMessages(native, 'en-GB')).toEqual([
      { type: 'request-start', content: 'One moment, I am putting it in the calendar.' },
      {
        type: 'request-complete',
        role: 'system',
        content: expect.stringMatching(/^Only when the result shows/) as string,
      },
      { type: 'request-failed', role: 'assistant', content: expect.stringMatching(/could not be booked/) as string },
    ]);
    expect(toolMessages({ ...native, key: 'google.calendar.availability.check' }, 'fr')[0]?.content).toMatch(/agenda/);
  });

  it.each([own, native])('of $key is what its owner has written', (tool) => {
    expect(
      toolMessages({ ...tool, ...written }, 'fr-FR').filter(({ type }) => type !== 'request-response-delayed'),
    ).toEqual([
      { type: 'request-start', content: 'Deux secondes.' },
      { type: 'request-complete', role: 'assistant', content: 'C’est fait.' },
      { type: 'request-failed', role: 'assistant', content: 'C’est raté.' },
    ]);
  });

  it.each([own, native, { ...native, key: 'endCall' }])(
    'of $key is never Vapi’s own filler, and nothing foreign',
    (tool) => {
      expect(toolMessages(tool, 'de-DE')).toEqual([{ type: 'request-start', content: '' }]);
    },
  );

  it('is no longer than Vapi takes, in both languages, for every tool', () => {
    for (const language of ['fr-FR', 'en-US']) {
      for (const { key } of vapiNativeTools) {
        const contents = toolMessages({ ...native, key }, language).map(({ content }) => content);
        expect(contents.filter((content) => content.length > 500)).toEqual([]);
      }
    }
  });
});
