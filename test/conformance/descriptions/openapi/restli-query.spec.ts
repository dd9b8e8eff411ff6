import type { WireField } from '../schemas/wire-fields.js';
import { restliEntries } from './restli-query.js';

const field = (name: string): WireField => ({
  name,
  schema: {},
  required: false,
  separator: null,
  json: false,
  several: false,
});

describe('a query of Rest.li 2.0', () => {
  const fields = ['q', 'ids', 'times.kind', 'times.range.start', 'times.range.end', 'owner'].map(field);

  it('has objects under the names of their members', () => {
    const entries = restliEntries(
      [
        ['q', 'x'],
        ['times', '(range:(start:1,end:2),kind:DAY)'],
      ],
      fields,
    );
    expect(entries).toEqual([
      ['q', 'x'],
      ['times.range.start', '1'],
      ['times.range.end', '2'],
      ['times.kind', 'DAY'],
    ]);
  });

  it('keeps what is described under its own name, or not at all', () => {
    const entries = [
      ['ids', 'List(1,2)'],
      ['owner', '(organization:urn%3Ali)'],
      ['tiems', '(kind:DAY)'],
    ] as const;
    expect(restliEntries(entries, fields)).toEqual(entries);
  });
});
