import { describe, expect, it } from 'vitest';
import { dialectOf } from '../../../../models/study/records/dialect.ts';
import { encodingOf, isBinary } from '../../../../models/study/records/encoding.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part,
    ),
  );

describe('the encoding of a file', () => {
  it.each([
    ['plain letters', bytes('day;wait'), 'utf-8'],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], 'jour'), 'utf-8'],
    ['UTF-8, cut within a letter', bytes('d', [0xc3, 0xa9], 'but', [0xc3]), 'utf-8'],
    ['Windows-1252', bytes('d', [0xe9], 'but'), 'windows-1252'],
    ['UTF-16 with its mark, one way', bytes([0xff, 0xfe, 0x64, 0]), 'utf-16le'],
    ['and the other', bytes([0xfe, 0xff, 0, 0x64]), 'utf-16be'],
    ['UTF-16 without mark', bytes([0x64, 0, 0x61, 0, 0x79, 0]), 'utf-16le'],
    ['and the other way', bytes([0, 0x64, 0, 0x61, 0, 0x79]), 'utf-16be'],
    ['nothing', bytes(), 'utf-8'],
  ])('%s', (_, sample, encoding) => expect(encodingOf(sample)).toBe(encoding));
});

describe('what is no text', () => {
  const noise = Array.from({ length: 400 }, (_, i) => (i * 97) % 256);
  it.each([
    ['a picture, a program', bytes(noise), true],
    ['text', bytes('jour;attente\r\n1;2\t3\f'), false],
    ['text in two bytes a letter', bytes([0x64, 0, 0x61, 0, 0x79, 0]), false],
    ['text with one stray sign', bytes('jour;attente\n'.repeat(20), [0x1a]), false],
  ])('%s', (_, sample, binary) => expect(isBinary(sample)).toBe(binary));
});

describe('the separator of a file', () => {
  it.each([
    ['commas', 'day,wait\n1,20\n2,30\n3,1', ','],
    [
      'semicolons beside decimal commas',
      'Jour;Attente;Durée\n1;20,5;3,5\n2;30,5;1,5\n3;1,5;2,5\n',
      ';',
    ],
    ['tabs', 'day\twait\n1\t2,5\n2\t3,5\n', '\t'],
    ['below titles', 'Report, of the week\nAll queues\n\nday;wait;who\n1;2;a\n2;3;b\n', ';'],
    ['commas within quotation marks', 'day;who\n1;"a, b, c"\n2;"d, e, f"\n3;"g, h, i"\n', ';'],
    ['one line', 'a;b;c', ';'],
    ['one column', 'a\nb\nc', ','],
  ])('%s', (_, text, separator) =>
    expect(dialectOf(text)).toEqual({ separator, hasSeparatorLine: false }),
  );

  it('is the one that a first line says', () => {
    expect(dialectOf('\uFEFFsep=;\r\na,b;c,d\r\n')).toEqual({
      separator: ';',
      hasSeparatorLine: true,
    });
    expect(dialectOf('"sep=\t"\na,b\tc')).toEqual({ separator: '\t', hasSeparatorLine: true });
  });
});
