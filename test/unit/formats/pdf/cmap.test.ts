import { describe, expect, it } from 'vitest';
import { coverageOf, familyOf } from '../../../../src/formats/pdf/cmap.ts';
import { ARABIC_FACES, SHIPPED_FACES } from '../../../../src/formats/pdf/faces.ts';
import { testAssets } from './shipped.ts';

const { shipped } = testAssets();

describe('the fonts that are shipped', () => {
  it.each(SHIPPED_FACES)('$file is a font of $family', async ({ file, family }) => {
    const bytes = await shipped(`fonts/${file}`);
    expect(familyOf(bytes ?? new Uint8Array())).toBe(family);
  });
});

describe('coverageOf', () => {
  it('knows what a font has and has not', async () => {
    const covers = coverageOf((await shipped('fonts/NotoSerif_400Regular.ttf')) ?? new Uint8Array());
    expect(['é', 'Ж', 'ω', '–'].map((character) => covers(character.codePointAt(0) ?? 0))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['漢', 'ع', '😀'].map((character) => covers(character.codePointAt(0) ?? 0))).toEqual([false, false, false]);
  });

  it('knows Arabic', async () => {
    const bytes = await shipped(`fonts/${ARABIC_FACES[0]?.file ?? ''}`);
    expect(coverageOf(bytes ?? new Uint8Array())(0x0639)).toBe(true);
  });

  it.each([[new Uint8Array()], [new Uint8Array(200)], [new TextEncoder().encode('wOF2 not a font'.repeat(40))]])(
    'covers nothing where there is no font',
    (bytes) => {
      expect(coverageOf(bytes)(0x41)).toBe(false);
      expect(familyOf(bytes)).toBeUndefined();
    },
  );
});
