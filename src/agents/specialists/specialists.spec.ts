import { readdirSync } from 'node:fs';
import { agentKeys } from '../agent-keys.js';
import { longestInstructions } from '../agent-input.js';
import { houseRules } from './house-rules.js';
import { specialists } from './specialists.js';

const locales = ['en', 'fr'] as const;

describe('the catalogue of specialists', () => {
  it('has the seven, in the order of their keys', () => {
    expect(specialists.map(({ key }) => key)).toEqual([...agentKeys]);
    expect(agentKeys).toEqual(['soshie', 'cassie', 'seomi', 'dexter', 'buddy', 'emmie', 'penn']);
  });

  it('has one file for each, which is named after its key', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.agent.ts'));
    expect(files.sort()).toEqual(agentKeys.map((key) => `${key}.agent.ts`).sort());
  });

  describe.each(specialists.map((specialist) => [specialist.key, specialist] as const))('%s', (key, specialist) => {
    it('is called after its key', () => {
      expect(specialist.name.toLowerCase()).toBe(key);
    });

    it.each(locales)('says who it is and what it does in %s', (locale) => {
      expect(specialist.role[locale].length).toBeGreaterThan(2);
      expect(specialist.description[locale].length).toBeGreaterThan(40);
    });

    it('says something else in each language', () => {
      expect(specialist.description.en).not.toBe(specialist.description.fr);
      expect(specialist.instructions.en).not.toBe(specialist.instructions.fr);
      const lines = locales.map((locale) => specialist.instructions[locale].split('\n').length);
      expect(lines[0]).toBe(lines[1]);
    });

    it.each(locales)('is told its trade and the rules of the house in %s', (locale) => {
      const text = specialist.instructions[locale];
      const trade = text.replace(houseRules[locale], '');
      expect(text.endsWith(houseRules[locale])).toBe(true);
      expect(trade.trim().split('\n').length).toBeGreaterThanOrEqual(8);
      expect(text).not.toContain('undefined');
    });

    it.each(locales)('is told in %s no name, which a workspace may change', (locale) => {
      expect(specialist.instructions[locale]).not.toContain(specialist.name);
    });

    it.each(locales)('is told what a workspace may copy and change in %s', (locale) => {
      expect(specialist.instructions[locale].length).toBeLessThanOrEqual(longestInstructions);
    });
  });
});
