import { languages } from '../../../assistants/catalogue/languages.js';
import { phoneVoice } from './phone-voices.js';
import { Twiml } from './twiml.js';

let twiml: Twiml;

beforeAll(async () => {
  twiml = await Twiml.load();
});

const start = '<?xml version="1.0" encoding="UTF-8"?><Response>';

describe('Twiml', () => {
  it('speaks while it listens, so that the caller may interrupt', () => {
    expect(twiml.listen({ text: 'Bonjour', language: 'fr-FR' }, 'https://x.fr/process?turn=1')).toBe(
      `${start}<Gather input="speech" language="fr-FR" speechModel="phone_call" speechTimeout="2" timeout="6" ` +
        'profanityFilter="false" bargeIn="true" actionOnEmptyResult="true" action="https://x.fr/process?turn=1" method="POST">' +
        '<Say voice="Polly.Lea-Neural" language="fr-FR">Bonjour</Say></Gather></Response>',
    );
  });

  it('lets Twilio find the end of a sentence where no model is named', () => {
    const document = twiml.listen({ text: 'Hallo', language: 'de-DE' }, 'https://x.fr/process');
    expect(document).toContain('speechTimeout="auto"');
    expect(document).not.toContain('speechModel');
  });

  it('escapes what is said and where it leads', () => {
    const document = twiml.wait({ text: 'A & B <c> "d" \u0007', language: 'en-GB' }, 'https://x.fr/p?turn=1&wait=1');
    expect(document).toBe(
      `${start}<Say voice="Polly.Amy-Neural" language="en-GB">A &amp; B &lt;c&gt; "d"</Say>` +
        '<Redirect method="POST">https://x.fr/p?turn=1&amp;wait=1</Redirect></Response>',
    );
  });

  it('calls a colleague, who hears first what it is about', () => {
    const leg = { to: '+33159000009', from: '+33159000001', action: 'https://x.fr/a', whisper: 'https://x.fr/w' };
    expect(twiml.dial({ text: 'Ne quittez pas.', language: 'fr-FR' }, leg)).toContain(
      '<Dial action="https://x.fr/a" method="POST" timeout="25" callerId="+33159000001">' +
        '<Number url="https://x.fr/w" method="POST">+33159000009</Number></Dial></Response>',
    );
  });

  it('says nothing where there is nothing to say', () => {
    expect(twiml.hangUp({ text: ' ', language: 'fr-FR' })).toBe(`${start}<Hangup/></Response>`);
  });
});

describe('phoneVoice', () => {
  it.each(languages.map(({ tag }) => tag))('has a neural voice for %s', (tag) => {
    const { voice, speaks, understands } = phoneVoice(tag);
    const base = tag === 'zh-CN' ? 'cmn' : (tag.split('-')[0] ?? '');
    expect(voice).toMatch(/^Polly\..*-Neural$/);
    expect([speaks.split('-')[0], understands.split('-')[0]]).toEqual([base, base]);
  });

  it('speaks the language with the voice of another region, and English where there is none', () => {
    expect(phoneVoice('fr-CH')).toMatchObject({ speaks: 'fr-FR', understands: 'fr-FR' });
    expect(phoneVoice('cy')).toMatchObject({ speaks: 'en-GB' });
    expect(phoneVoice('constructor')).toMatchObject({ speaks: 'en-GB' });
  });
});
