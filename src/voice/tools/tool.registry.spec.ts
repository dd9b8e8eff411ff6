import { Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import { parametersOf, ToolRegistry } from './tool.registry.js';
import { VoiceTool, type VoiceToolContract } from './voice-tool.js';

const label = { en: 'Opening hours', fr: 'Horaires' };
const input = z.object({
  day: z.enum(['today', 'tomorrow']).describe('Which day.'),
  note: z.string().max(9).optional(),
});

function toolNamed(name: string): Type<VoiceToolContract<unknown>> {
  @VoiceTool({ name, label, description: 'Tells when the shop is open.', input })
  class OpeningHoursTool implements VoiceToolContract<unknown> {
    run(): Promise<string> {
      return Promise.resolve('From 9 to 6.');
    }
  }
  return OpeningHoursTool;
}

async function boot(...tools: Type[]): Promise<ToolRegistry> {
  @Module({ imports: [DiscoveryModule], providers: [ToolRegistry, ...tools] })
  class ToolsModule {}
  const module = await Test.createTestingModule({ imports: [ToolsModule] }).compile();
  await module.init();
  return module.get(ToolRegistry);
}

describe('the registry of voice tools', () => {
  it('finds every tool by its name, and lists them for owners', async () => {
    const registry = await boot(toolNamed('opening_hours'), toolNamed('opening_hours_2'));
    expect(registry.list()).toEqual([
      { key: 'opening_hours', label },
      { key: 'opening_hours_2', label },
    ]);
    expect(registry.find('opening_hours')?.definition.label).toBe(label);
    expect(registry.find('toString')).toBeUndefined();
  });

  it.each([
    ['two of one name', ['a', 'a'], 'Two voice tools are called "a".'],
    ['a name that Vapi would refuse', ['opening hours'], '"opening hours" is no name for a voice tool'],
    ['a name that is too long', ['x'.repeat(65)], 'is no name for a voice tool'],
  ])('does not boot with %s', async (_, names, fault) => {
    await expect(boot(...names.map(toolNamed))).rejects.toThrow(fault);
  });

  it('does not boot with a tool that cannot run', async () => {
    @VoiceTool({ name: 'idle', label, description: '', input })
    class IdleTool {}
    await expect(boot(IdleTool)).rejects.toThrow('The voice tool "idle" needs a method run');
  });
});

describe('the arguments of a tool, as a model sees them', () => {
  it('are a JSON schema with the descriptions', () => {
    expect(parametersOf({ input })).toEqual({
      type: 'object',
      properties: {
        day: { type: 'string', enum: ['today', 'tomorrow'], description: 'Which day.' },
        note: { type: 'string', maxLength: 9 },
      },
      required: ['day'],
    });
  });
});
