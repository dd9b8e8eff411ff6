import { changedSettings, numberSettingNames, readNumberSettings, settingsForm } from './number-settings.js';

const fields = {
  voice_url: 'https://one.example/voice',
  voice_method: 'GET',
  voice_caller_id_lookup: false,
  voice_application_sid: null,
  sms_url: '',
  trunk_sid: 'TK1',
};

describe('the settings of a number', () => {
  it('are read by the names that they are written with', () => {
    expect(readNumberSettings(fields)).toMatchObject({
      VoiceUrl: 'https://one.example/voice',
      VoiceMethod: 'GET',
      VoiceCallerIdLookup: 'false',
      VoiceApplicationSid: '',
      TrunkSid: 'TK1',
      StatusCallbackMethod: '',
    });
    expect(Object.keys(readNumberSettings({}))).toEqual([...numberSettingNames]);
  });

  it('are written whole: what was empty is emptied, and no method is empty', () => {
    const form = settingsForm(readNumberSettings(fields));
    expect(form).toMatchObject({ VoiceUrl: fields.voice_url, SmsUrl: '', VoiceApplicationSid: '', StatusCallback: '' });
    expect(Object.keys(form).filter((name) => /Method|Mode$/.test(name))).toEqual(['VoiceMethod']);
  });

  it('are compared by value', () => {
    const [before, after] = [readNumberSettings(fields), readNumberSettings({ ...fields, voice_url: null })];
    expect(changedSettings(before, before)).toEqual([]);
    expect(changedSettings(before, after)).toEqual(['VoiceUrl']);
  });
});
