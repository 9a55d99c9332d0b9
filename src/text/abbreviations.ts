/** Abbreviations that a full stop ends without ending the sentence, by language; in lower case, without the last stop. */
export const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  all: 'no nos art arts para paras cf vol p pp ed eds ch sec ibid op cit al dr prof st fig tab doc rev add corr res vs approx v a.m p.m i.e e.g u.n u.s'.split(
    ' ',
  ),
  en: 'mr mrs ms sr jr inc ltd co corp dept est govt etc esp incl jan feb mar apr jun jul aug sept oct nov dec subpara subsec hon gen col gov rep sen viz resp'.split(
    ' ',
  ),
  fr: 'm mm mme mlle al chap ex env etc éd fasc janv févr avr juil sept oct nov déc p.ex c.-à-d n° réf tél av bd'.split(
    ' ',
  ),
  es: 'sr sra srta ud uds pág págs núm núms cap etc ej p.ej art párr párrs ee.uu dto fdo vid'.split(' '),
  pt: 'sr sra pág págs núm cap etc ex p.ex art'.split(' '),
  de: 'z.b u.a d.h bzw usw abs nr s vgl ggf ca evtl inkl str'.split(' '),
  ru: 'т.е т.д т.п др г гг с стр ст п пп см рис табл им тыс млн млрд ср'.split(' '),
  it: 'sig sigg dott pag pagg cap ecc es art'.split(' '),
};
