/** Pages of sections as reviewers change them. */
import { changeIn } from './copy-looks.ts';
import { type PropertyCall, propertyChange, thingChanged } from './merge-properties.ts';
import { changeWords } from './properties.ts';
import { everyElement, type XmlElement } from './xml-places.ts';

/** Sections are told by their order: copies that have another number of them change none. */
export function changeSections(call: PropertyCall, root: XmlElement): void {
  const sections = (element: XmlElement): XmlElement[] =>
    [...everyElement(element)].filter(({ name }) => name === 'sectPr').filter(isOfText(element));
  const [here, there] = [sections(root), sections(call.part.root)];
  there.forEach((section, at) => {
    const own = here[at];
    if (own !== undefined && here.length === there.length) {
      propertyChange({ kind: 'sectPr', here: own, there: section }, 0, call);
      return;
    }
    const found = changeIn(section, 'sectPr', call.part.transplant);
    if (found !== undefined)
      call.tell(found.author ?? call.writer.name, `changes ${thingChanged('sectPr')}: ${changeWords(found.change)}`, 0);
  });
}

/** Sections as they were stand inside the mark of their change. */
function isOfText(root: XmlElement): (section: XmlElement) => boolean {
  const old = new Set<XmlElement>();
  for (const one of everyElement(root)) {
    if (one.name !== 'sectPrChange') continue;
    for (const inner of everyElement(one)) old.add(inner);
  }
  return (section) => !old.has(section);
}
