import { multipart } from './multipart.js';

describe('multipart', () => {
  it('keeps a text together that holds the boundary', () => {
    const { content, contentType } = multipart([
      { name: 'file', text: 'a\r\n--part-of-the-form--\r\nb', fileName: 'k.md' },
    ]);
    const boundary = contentType.split('boundary=')[1] ?? '';
    const parts = new TextDecoder().decode(content).split(`--${boundary}`);
    expect(parts).toHaveLength(3);
    expect(parts[1]).toContain('--part-of-the-form--\r\nb');
  });
});
