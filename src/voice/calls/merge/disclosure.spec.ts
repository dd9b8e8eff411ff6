import { disclosesMachine } from './disclosure.js';

describe('whether an utterance says that a machine speaks', () => {
  it.each([
    'Bonjour, je suis l’assistante virtuelle du restaurant.',
    'Je suis une intelligence artificielle, je peux prendre votre réservation.',
    'Vous parlez avec une IA.',
    'Hi, this is the AI assistant of Le Gourmet.',
    'I’m an AI, how can I help?',
    'You are talking to a chatbot.',
    'Hola, soy el asistente virtual.',
    'Guten Tag, hier ist die virtuelle Assistentin.',
  ])('yes: %s', (text) => {
    expect(disclosesMachine(text)).toBe(true);
  });

  it.each([
    'Bonjour, Le Gourmet, je vous écoute.',
    'J’ai bien noté votre demande.',
    'Non, je ne suis pas une intelligence artificielle.',
    'I am not an AI.',
    'The assistant manager will call you back.',
    'Il est 20 h, j’ai une table près de la fenêtre.',
  ])('no: %s', (text) => {
    expect(disclosesMachine(text)).toBe(false);
  });
});
