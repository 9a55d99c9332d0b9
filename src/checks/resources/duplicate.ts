import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Resource } from '../../model/resource.ts';
import { isSameResource, plainDoi, plainTitle } from '../../text/same-resource.ts';
import { sayAt } from '../say.ts';

/** Resources that are mapped twice. */
export const duplicate: Check = {
  id: 'resources/duplicate',
  about: 'No resource is mapped twice under two ids.',
  why: 'A resource cited under two ids stands in the bibliography twice, and counts double in the mapping.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'resources/library.yaml',
    failing:
      '- { id: crc, title: Convention on the Rights of the Child, DOI: 10.1/abc }\n- { id: convention, title: The convention, DOI: "https://doi.org/10.1/ABC" }\n',
    passing: '- { id: crc, title: Convention on the Rights of the Child, DOI: 10.1/abc }\n',
  },
  run: ({ text }: CheckContext) => {
    const known = new Map<string, Resource[]>();
    return (text?.resources ?? []).flatMap((resource): Finding[] => {
      const keys = [plainDoi(resource.DOI), plainTitle(resource.title)].filter(
        (key) => key !== undefined && key !== '',
      );
      const alike = keys.flatMap((key) => known.get(String(key)) ?? []);
      for (const key of keys) known.set(String(key), [...(known.get(String(key)) ?? []), resource]);
      const first = alike.find((one) => one.id !== resource.id && isSameResource(one, resource));
      if (first === undefined) return [];
      const message = `The resource "${resource.id}" is the same as "${first.id}".`;
      const hint = `Delete one of the two, and cite [@${first.id}] in its place.`;
      return [sayAt(duplicate, 'resources/', { words: `id: ${resource.id}` }, { message, hint })];
    });
  },
};
