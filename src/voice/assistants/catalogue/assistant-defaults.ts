/** What an assistant has when its owner chose nothing. */
export const assistantDefaults = {
  language: 'fr-FR',
  route: 'VAPI',
  active: true,
  personality: 'PROFESSIONAL',
  recordingEnabled: true,
  modelProvider: 'openai',
  model: 'gpt-4.1',
  voiceProvider: '11labs',
  transcriberProvider: 'deepgram',
  transcriberModel: 'nova-3',
  tools: ['transfer_to_human', 'leave_message'],
} as const;
