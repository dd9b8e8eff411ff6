import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { readTwiml, TwimlFault } from './twiml-document.js';
import { readXml, XmlFault } from './xml-reader.js';

describe('the reader of XML', () => {
  it('reads elements, attributes, texts, references, comments and character data', () => {
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>
      <!-- before --><a x='1 &amp; 2' y="&#x27;">b &lt; &#233;<c/><![CDATA[<d> & ]]><!-- - --></a> `;
    expect(readXml(text)).toEqual({
      name: 'a',
      attributes: { x: '1 & 2', y: "'" },
      children: ['b < é', { name: 'c', attributes: {}, children: [] }, '<d> & '],
    });
  });

  it.each([
    ['', 'no element'],
    [' <?xml version="1.0"?><a/>', 'no name'],
    ['<a>', 'is missing'],
    ['<a></b>', 'not closed'],
    ['<a/><b/>', 'after the root'],
    ['<a>b & c</a>', 'bare &'],
    ['<a>&nbsp;</a>', '&nbsp;'],
    ['<a>&#1;</a>', '&#1;'],
    ['<a>\u0001</a>', 'U+0001'],
    ['<a x=1/>', 'quoted'],
    ['<a x="1" x="2"/>', 'twice'],
    ['<a x="1"y="2"/>', 'no space'],
    ['<a x="<"/>', 'quoted'],
    ['<a>]]></a>', ']]>'],
    ['<a><!-- -- --></a>', 'no name'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'no name'],
    ['{"a": 1}', 'no element'],
  ])('refuses %j', (text, why) => {
    expect(() => readXml(text)).toThrow(XmlFault);
    expect(() => readXml(text)).toThrow(why);
  });

  it('reads in time what is deep, long or cut off', () => {
    for (const text of ['<a>'.repeat(2_000), `<a x="${'&amp;'.repeat(50_000)}`, '<!--'.repeat(20_000)])
      expect(() => readXml(text)).toThrow(XmlFault);
  });
});

describe('a document of TwiML', () => {
  it('is what Twilio’s own builder makes, without a warning', () => {
    const response = new VoiceResponse();
    const gather = response.gather({
      input: ['speech'],
      action: '/turn?n=1&x=2',
      actionOnEmptyResult: true,
      language: 'fr-FR',
    });
    gather.say({ voice: 'Polly.Lea-Neural', language: 'fr-FR' }, 'L’été & "l’hiver" <vite>');
    response.dial({ action: '/dialled', timeout: 20 }).number({ url: '/whisper' }, '+33123456789');
    response.redirect({ method: 'POST' }, '/turn?n=2&wait=1');
    response.hangup();
    const { verbs, warnings } = readTwiml(response.toString());
    expect(warnings).toEqual([]);
    expect(verbs.map(({ name }) => name)).toEqual(['Gather', 'Dial', 'Redirect', 'Hangup']);
    expect(verbs[0]?.children[0]?.text).toBe('L’été & "l’hiver" <vite>');
    expect([verbs[0]?.attributes.action, verbs[2]?.text]).toEqual(['/turn?n=1&x=2', '/turn?n=2&wait=1']);
  });

  it('has its unknown parts left out, each with a warning', () => {
    const text =
      '<Response>loose<Say voise="x">a <emphasis>b</emphasis></Say><Gather inputs="a"><Dial/></Gather><Sms/></Response>';
    const { verbs, warnings } = readTwiml(text);
    expect(verbs.map(({ name, text: said }) => [name, said])).toEqual([
      ['Say', 'a b'],
      ['Gather', ''],
    ]);
    expect(warnings).toHaveLength(5);
  });

  it('is nothing else', () => {
    expect(() => readTwiml('<response/>')).toThrow(TwimlFault);
    expect(() => readTwiml('ok')).toThrow(TwimlFault);
  });
});
