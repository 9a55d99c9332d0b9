import type { Properties } from 'hast';
import type { Data } from 'mdast';
import { directionOf } from '../../text/language.ts';
import type { AnyNode } from '../tree.ts';
import type { HtmlContext } from './context.ts';

/**
 * Gives the attributes every block has: its id, its language where it differs, its role and change as classes.
 * @param node the block
 * @param classes further classes
 */
export function blockProperties(node: AnyNode, context: HtmlContext, ...classes: string[]): Properties {
  const { data } = node;
  const all = [...classes, ...roleClass(data), ...changeClasses(data)];
  const id = context.anchors.idOf(node);
  const { change } = data ?? {};
  return {
    ...(id !== undefined && { id }),
    ...languageProperties(data?.language, context),
    ...(all.length > 0 && { className: all }),
    ...(change !== undefined && { dataChange: change.change }),
    ...(data?.role === 'change' && filterProperties(data.attributes ?? {})),
  };
}

/** By what the entries of a change log are chosen on a screen. */
function filterProperties({ kind, severity, flags, inputs, seen }: Readonly<Record<string, string>>): Properties {
  return { dataKind: kind, dataSeverity: severity, dataFlags: flags, dataInputs: inputs, dataSeen: seen };
}

function roleClass(data: Data | undefined): string[] {
  return data?.role !== undefined && /^[a-z][a-z-]*$/u.test(data.role) ? [`role-${data.role}`] : [];
}

function changeClasses(data: Data | undefined): string[] {
  return data?.change === undefined ? [] : ['changed', `changed-${data.change.kind}`];
}

function languageProperties(language: string | undefined, { meta }: HtmlContext): Properties {
  if (language === undefined || language === meta.language) return {};
  return { lang: language, dir: directionOf(language) };
}
