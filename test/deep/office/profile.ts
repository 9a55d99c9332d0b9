/** A LibreOffice with a profile of its own and macros in it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const LIBRARY = 'xmlns:library="http://openoffice.org/2000/library" xmlns:script="http://openoffice.org/2000/script"';

/** What macros say of a file that they open or save. */
const PROP = `
Function Prop(n As String, v As Variant)
  Dim p As New com.sun.star.beans.PropertyValue
  p.Name = n
  p.Value = v
  Prop = p
End Function
`;

/** A folder to work in, and the program. */
export interface Profile {
  readonly folder: string;
  readonly soffice: (args: readonly string[]) => void;
  readonly close: () => void;
}

/**
 * Makes a profile; undefined where Writer is not installed.
 *
 * @param module Name of the module of macros.
 * @param macros Its text, in Basic; `Prop(name, value)` is there for it.
 */
export function openProfile(module: string, macros: string): Profile | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'penholder-writer-'));
  writeProfile(join(folder, 'profile'));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    writeFileSync(join(folder, 'a.txt'), 'a\n');
    soffice(folder, ['--convert-to', 'docx', '--outdir', folder, join(folder, 'a.txt')]);
    writeMacros(join(folder, 'profile'), module, macros + PROP);
    if (existsSync(join(folder, 'a.docx'))) return { folder, soffice: (args) => soffice(folder, args), close };
  } catch {
    // Not there, or without Writer.
  }
  close();
  return undefined;
}

function soffice(folder: string, args: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--norestore', ...args], { stdio: 'ignore', timeout: 400_000 });
}

/** The macros, in a profile that LibreOffice has made. */
function writeMacros(profile: string, module: string, macros: string): void {
  const basic = join(profile, 'user', 'basic', 'Standard');
  mkdirSync(basic, { recursive: true });
  const escaped = macros.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const elements = `<library:element library:name="${module}"/>`;
  const library = `<library:library ${LIBRARY} library:name="Standard" library:readonly="false" library:passwordprotected="false">${elements}</library:library>`;
  writeFileSync(join(basic, 'script.xlb'), `${XML}\n${library}`);
  const script = `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="${module}" script:language="StarBasic">${escaped}</script:module>`;
  writeFileSync(join(basic, `${module}.xba`), `${XML}\n${script}`);
}

/** A profile that knows a name for the author of changes, and runs macros. */
function writeProfile(profile: string): void {
  mkdirSync(join(profile, 'user'), { recursive: true });
  const item = (path: string, name: string, value: string) =>
    `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
  const user = '/org.openoffice.UserProfile/Data';
  const settings = [
    item(user, 'givenname', 'Jane'),
    item(user, 'sn', 'Doe'),
    item('/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '0'),
  ].join('');
  writeFileSync(
    join(profile, 'user', 'registrymodifications.xcu'),
    `${XML}\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${settings}</oor:items>`,
  );
}
