import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../../src/text/personal-data.ts';
import { cpuSeconds } from '../cpu-time.ts';

const found = (text: string): readonly string[] =>
  findPersonalData(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('findPersonalData', () => {
  it.each([
    ['Write to amina.k@ngo-network.org.', 'e-mail: amina.k@ngo-network.org'],
    ['Write to amina.k\\@ngo-network.org.', 'e-mail: amina.k\\@ngo-network.org'],
    ['[mail](mailto:info@unit.ke)', 'e-mail: info@unit.ke'],
    ['https://x.org/?to=info@unit.ke', 'e-mail: info@unit.ke'],
    ['amina (at) ngo [dot] org', 'e-mail: amina (at) ngo [dot] org'],
    ['Скажите: анна@почта.рф', 'e-mail: анна@почта.рф'],
    ['Call +254 700 123 456 any time', 'phone: +254 700 123 456'],
    ['Ring +1 (669) 254-5252.', 'phone: +1 (669) 254-5252'],
    ['Phone: (202) 555-0123', 'phone: (202) 555-0123'],
    ['WhatsApp number 0700 123 456', 'phone: 0700 123 456'],
    ['Tél. : 01 42 34 56 78', 'phone: 01 42 34 56 78'],
    ['هاتف: 0551234567', 'phone: 0551234567'],
    ['电话：13800138000', 'phone: 13800138000'],
    ['She was born on 12 March 2010.', 'birth-date: 12 March 2010'],
    ['DOB: 2010-03-12', 'birth-date: 2010-03-12'],
    ['née le 12 mars 2010', 'birth-date: 12 mars 2010'],
    ['fecha de nacimiento: 12/03/2010', 'birth-date: 12/03/2010'],
    ['passport no. AB1234567', 'identity-number: AB1234567'],
    ['national ID number: 12345678-9', 'identity-number: 12345678-9'],
    ['Aisha, 9 years, said nobody listens', 'exact-age: 9 years'],
    ['Айгерим (9 лет) сказала, что школа далеко', 'exact-age: 9 лет'],
    ['قالت فاطمة محمد، ٩ سنوات، إن المدرسة بعيدة', 'exact-age: ٩ سنوات'],
  ])('finds it in %j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    'More than +10 000 000 children, +250% since 2019',
    'Write to guidance-note@example.org or a@child.example',
    'git@github.com:org/repo, logo@2x.png, react@18.2.0, @handle, a @ b',
    'In Syria, 9 years, many said; Образование (9 лет) бесплатно; قال المدير، منذ ٩ سنوات، إن',
    'The telephone survey of 2022-10-12 reached 450 children',
    'Children born in 2010; born free and equal in dignity',
    'Passport applications 2019-2020; General comment No. 25',
    'Meeting ID 160 123 4567, ISBN 978-92-1-101434-5, A/RES/44/25',
    '',
  ])('leaves %j alone', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('reports in order and without overlaps', () => {
    expect(found('tel +254 700 123 456, a@b.ke, tel 0700 123 456')).toEqual([
      'phone: +254 700 123 456',
      'e-mail: a@b.ke',
      'phone: 0700 123 456',
    ]);
  });

  it.each([
    ['letters', 'a'.repeat(300_000)],
    ['at signs', '@'.repeat(100_000)],
    ['addresses', 'a.b@'.repeat(75_000)],
    ['digits', '1 '.repeat(150_000)],
    ['plus signs', '+1'.repeat(150_000)],
    ['cue words', 'tel '.repeat(75_000)],
    ['births', 'born on '.repeat(40_000)],
    ['brackets', 'a (at) '.repeat(40_000)],
  ])('needs time in line with length for %s', (_, text) => {
    const one = cpu(text.slice(0, text.length / 4));
    const four = cpu(text);
    expect(four).toBeLessThan(Math.max(12 * one, 1_000));
  });
});

/** CPU milliseconds of one search. */
function cpu(text: string): number {
  return cpuSeconds(() => findPersonalData(text)) * 1_000;
}

describe('what only looks like the name of an account', () => {
  it.each(['Nobody asks us. ^igvq2k', 'They met igor_2012 there.', 'The snapshot_12 was taken.'])(
    'is none in "%s"',
    (text) => {
      expect(findPersonalData(text)).toEqual([]);
    },
  );

  it.each(['Write to me, ig: maria_2010', 'insta maria_2010', '微信maria_2010'])('is one in "%s"', (text) => {
    expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['handle']);
  });
});
