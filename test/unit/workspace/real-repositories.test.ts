import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProcess } from '../../../src/workspace/load-process.ts';
import { planAdopt } from '../../../src/workspace/plan-adopt.ts';
import { readStage } from '../../../src/workspace/read-stage.ts';
import { git, temporaryFolder, worldOn } from '../io/temporary.ts';

const DATA = process.env.PENHOLDER_TEST_DATA;

/** Real repositories of policy texts, and where their text is today. */
const REPOSITORIES: Readonly<Record<string, readonly string[]>> = {
  'nist-sp800-63a': [
    ...['cover', 'sec1_2_introduction', 'sec3_definitions', 'sec4_ial', 'sec5_proofing', 'sec6_dc', 'sec7_security'],
    ...['sec8_privacy', 'sec9_usability', 'sec10_references', 'errata'],
  ].map((name) => `${name}.md`),
  'standard-for-public-code': ['foreword.md', 'readers-guide.md', 'glossary.md', 'criteria'],
  'us-public-trust-cp': ['certificate-policy.md'],
  'whitehouse-source-code-policy': ['pages'],
};

function clone(name: string): string {
  const root = join(temporaryFolder(), name);
  execFileSync('git', ['clone', '-q', join(DATA ?? '', 'policy', name, 'stages.bundle'), root]);
  return root;
}

describe.skipIf(DATA === undefined || !existsSync(join(DATA, 'policy')))(
  'real repositories (set PENHOLDER_TEST_DATA to run these)',
  () => {
    it.each(Object.entries(REPOSITORIES))('%s is adopted, and every stage is read', async (name, text) => {
      const root = clone(name);
      const tags = git(root, 'tag', '--sort=creatordate').split('\n').filter(Boolean);
      const world = worldOn(root);
      const stages = tags.map((tag, index) => ({ id: `s${index + 1}`, tag }));
      const adopted = await planAdopt(world, { text, stages, language: 'en' });
      expect(adopted.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      if (adopted.plan === undefined) throw new Error('no plan');
      await world.apply(adopted.plan);
      expect(
        git(root, 'status', '--porcelain')
          .split('\n')
          .filter(Boolean)
          .every((line) => line.startsWith('??')),
      ).toBe(true);
      const { process: declared, findings } = await loadProcess(world);
      expect(findings).toEqual([]);
      if (declared === undefined) throw new Error('no process');
      for (const { id, tag } of stages) {
        const { text: read, findings: problems } = await readStage(world, declared, id);
        expect(problems, tag).toEqual([]);
        expect(read?.sections.length, tag).toBeGreaterThan(0);
        expect(
          read?.findings.filter(({ severity }) => severity === 'error'),
          tag,
        ).toEqual([]);
        expect(read?.commit, tag).toBe(git(root, 'rev-parse', `${tag}^{commit}`).trim());
      }
      expect((await readStage(world, declared, 'working')).text?.dirty).toBe(true);
    });
  },
);
