import { AppLogger } from './app-logger.js';
import { addLogFields, withLogFields } from './log-fields.js';
import { NestLog } from './nest-log.js';
import { Redactor } from './redactor.js';

function openLog(level: 'debug' | 'info' = 'info') {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  return { lines, log: new AppLogger({ level, destination, redactor: new Redactor(['hush-hush']) }) };
}

describe('AppLogger', () => {
  it('writes one JSON object per line, named by its event', () => {
    const { lines, log } = openLog();

    log.info('vapi.webhook.received', { type: 'status-update' });

    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
        pid: process.pid,
        event: 'vapi.webhook.received',
        type: 'status-update',
      },
    ]);
  });

  it('adds the ids of the request to every line inside it, across awaits, and to no line outside', async () => {
    const { lines, log } = openLog();

    await Promise.all(
      ['a', 'b'].map((requestId) =>
        withLogFields({ requestId, workspaceId: 'w' }, async () => {
          await Promise.resolve();
          addLogFields({ callId: `call-${requestId}` });
          log.info('one');
          await withLogFields({ traceId: 't' }, async () => {
            await Promise.resolve();
            log.info('two');
          });
        }),
      ),
    );
    log.info('outside');

    const of = (requestId: string) => lines.filter((line) => line.requestId === requestId);
    for (const id of ['a', 'b']) {
      expect(of(id)).toMatchObject([
        { event: 'one', workspaceId: 'w', callId: `call-${id}` },
        { event: 'two', workspaceId: 'w', callId: `call-${id}`, traceId: 't' },
      ]);
    }
    expect(lines.at(-1)).not.toHaveProperty('requestId');
  });

  it('masks secrets in its fields', () => {
    const { lines, log } = openLog();

    withLogFields({ from: 'hush-hush' }, () =>
      log.error('vapi_cal.error', { error: new Error('hush-hush'), password: 'x' }),
    );

    expect(JSON.stringify(lines)).not.toContain('hush-hush');
    expect(lines[0]).toMatchObject({ password: '[redacted]' });
  });

  it('says nothing below its level', () => {
    const { lines, log } = openLog();

    log.debug('detail');

    expect(lines).toEqual([]);
  });
});

describe('NestLog', () => {
  it('keeps the routes and modules that Nest lists at every start for the debug level', () => {
    const { lines, log } = openLog();
    const nest = new NestLog(log);

    nest.log('Mapped {/health, GET} route', 'RouterExplorer');
    nest.log('Something worth knowing', 'Somebody');

    expect(lines).toMatchObject([{ event: 'nest.log', message: 'Something worth knowing', context: 'Somebody' }]);
  });

  it('keeps the stack of an error apart from its context', () => {
    const { lines, log } = openLog();

    new NestLog(log).error('boom', 'Error: boom\n    at x', 'Somebody');

    expect(lines).toMatchObject([
      { level: 'error', message: 'boom', details: ['Error: boom\n    at x'], context: 'Somebody' },
    ]);
  });
});
