import { Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { systemContext } from '../../kernel/context/index.js';
import { NativeTool, type NativeToolContract, type NativeToolUse } from './native-tool.js';
import { NativeTools } from './native-tools.js';

const ctx = systemContext({ actor: 'test' });
const use: NativeToolUse = {
  callId: 'ours',
  callKey: 'theirs',
  assistantId: null,
  contactId: null,
  toolCallId: 'call_1',
  name: 'google.calendar.event.create',
  arguments: {},
  result: '{}',
  error: null,
  at: new Date(0),
  sandbox: false,
};

function handlerOf(type: string, told: NativeToolUse[] = []): Type<NativeToolContract> {
  @NativeTool(type)
  class Handler implements NativeToolContract {
    record(_: unknown, one: NativeToolUse): Promise<void> {
      told.push(one);
      return Promise.resolve();
    }
  }
  return Handler;
}

async function boot(...handlers: Type[]): Promise<NativeTools> {
  @Module({ imports: [DiscoveryModule], providers: [NativeTools, ...handlers] })
  class NativeToolsModule {}
  const module = await Test.createTestingModule({ imports: [NativeToolsModule] }).compile();
  await module.init();
  return module.get(NativeTools);
}

describe('what reacts to native tools', () => {
  it('is told of the uses of its own tool, in their order', async () => {
    const told: NativeToolUse[] = [];
    const tools = await boot(handlerOf(use.name, told), handlerOf('sms'));
    const second = { ...use, toolCallId: 'call_2' };
    await tools.tell(ctx, [use, { ...use, name: 'endCall' }, second]);
    expect(told).toEqual([use, second]);
  });

  it('fails what it is part of when it fails', async () => {
    @NativeTool('sms')
    class FailingHandler implements NativeToolContract {
      record(): Promise<void> {
        return Promise.reject(new Error('No room.'));
      }
    }
    const tools = await boot(FailingHandler);
    await expect(tools.tell(ctx, [{ ...use, name: 'sms' }])).rejects.toThrow('No room.');
  });

  it.each([
    ['two for one tool', ['sms', 'sms'], 'Two classes react to the native tool "sms".'],
    ['one for a tool that Vapi does not have', ['google.calendar'], 'Vapi has no tool of type "google.calendar".'],
  ])('does not boot with %s', async (_, types, fault) => {
    await expect(boot(...types.map((type) => handlerOf(type)))).rejects.toThrow(fault);
  });

  it('does not boot without a method for it', async () => {
    @NativeTool('sms')
    class IdleHandler {}
    await expect(boot(IdleHandler)).rejects.toThrow('needs a method record(tx, use)');
  });
});
