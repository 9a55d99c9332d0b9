/** A font file that travels with the program. */
export interface Face {
  /** Name among the shipped files: `fonts/<file>`. */
  readonly file: string;
  readonly family: string;
  /** Package it is copied from when the program is built, and its path there. */
  readonly from: { readonly package: string; readonly path: string };
}

function google(name: string, family: string, style: string): Face {
  const stem = family.replaceAll(' ', '');
  return {
    file: `${stem}_${style}.ttf`,
    family,
    from: { package: `@expo-google-fonts/${name}`, path: `${style}/${stem}_${style}.ttf` },
  };
}

/** Faces used for Latin, Cyrillic and Greek: text, and headings. */
export const LATIN_FACES: readonly Face[] = [
  google('noto-serif', 'Noto Serif', '400Regular'),
  google('noto-serif', 'Noto Serif', '400Regular_Italic'),
  google('noto-serif', 'Noto Serif', '700Bold'),
  google('noto-serif', 'Noto Serif', '700Bold_Italic'),
  google('noto-sans', 'Noto Sans', '400Regular'),
  google('noto-sans', 'Noto Sans', '700Bold'),
];

/** Faces used where Arabic script occurs. */
export const ARABIC_FACES: readonly Face[] = [
  google('noto-naskh-arabic', 'Noto Naskh Arabic', '400Regular'),
  google('noto-naskh-arabic', 'Noto Naskh Arabic', '700Bold'),
];

/** Faces of the optional peer package `@embedpdf/fonts-sc`; shipped under `fonts-sc/` where it is installed. */
export const CHINESE_FACES = {
  package: '@embedpdf/fonts-sc',
  family: 'Noto Sans S Chinese',
  files: ['fonts-sc/NotoSansHans-Regular.otf', 'fonts-sc/NotoSansHans-Bold.otf'],
} as const;

/** The monospaced face that the native compiler has in itself. */
export const MONO_FAMILY = 'DejaVu Sans Mono';

/** All faces to copy when the program is built, with the licence of each package beside them. */
export const SHIPPED_FACES: readonly Face[] = [...LATIN_FACES, ...ARABIC_FACES];

/** Name of the licence file in each package of faces; the build copies it. @public */
export const FACE_LICENCE = 'LICENSE_FONT';
