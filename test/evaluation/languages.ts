import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Piece } from './pieces.ts';
import { type Random, randomFrom } from './random.ts';
import type { Source } from './sources.ts';

/** A text in some language. */
export interface LanguageSource extends Source {
  /** BCP 47. */
  readonly language: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

function plain(html: string): string {
  const text = html.replace(/<[^>]*>/gu, '').replace(/&(#?\w+);/gu, (whole, name) => ENTITIES[name] ?? whole);
  return text.replace(/\s+/gu, ' ').trim();
}

const KINDS: Readonly<Record<string, Pick<Piece, 'kind' | 'depth' | 'ordered'>>> = {
  h1: { kind: 'heading', depth: 1, ordered: false },
  h2: { kind: 'heading', depth: 2, ordered: false },
  p: { kind: 'paragraph', depth: 0, ordered: false },
  li: { kind: 'item', depth: 0, ordered: true },
};

function piecesOfHtml(html: string): Piece[] {
  const found = [...html.matchAll(/<(h1|h2|p|li)>(.*?)<\/\1>/gsu)];
  return found.flatMap(([, tag = '', inner = ''], key) => {
    const kind = KINDS[tag];
    const text = plain(inner);
    return kind && text !== '' ? [{ ...kind, key, text, head: false, origins: [], moved: false }] : [];
  });
}

/** The Universal Declaration in the languages that `PENHOLDER_TEST_DATA` has; none where it is not set. */
function declarations(): LanguageSource[] {
  const folder = join(process.env.PENHOLDER_TEST_DATA ?? '', 'i18n');
  if ((process.env.PENHOLDER_TEST_DATA ?? '') === '' || !existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /^udhr-.*\.html$/u.test(file));
  return files.sort().map((file) => {
    const html = readFileSync(join(folder, file), 'utf8');
    const language = /<html[^>]*\blang="([^"]+)"/u.exec(html)?.[1] ?? 'en';
    return { name: `declaration in ${language}`, language, pieces: piecesOfHtml(html) };
  });
}

/** What sentences are put together from: each list gives one part, in this order. */
interface Phrases {
  readonly language: string;
  readonly parts: readonly (readonly string[])[];
  readonly glue: '' | ' ';
  readonly end: string;
}

const PHRASES: readonly Phrases[] = [
  {
    language: 'ja',
    glue: '',
    end: '。',
    parts: [
      '締約国は|事務局は|各機関は|学校は|地方自治体は|保護者は|子どもの代表は|専門家は|調査団は|市民社会は'.split('|'),
      '毎年の会合において|必要に応じて|すべての地域で|緊急時にも|予算の範囲内で|十分な説明の後に|遅滞なく|秘密を守りながら'.split(
        '|',
      ),
      '子どもの意見を|保健医療の記録を|教育の機会を|安全な相談窓口を|障害のある子どもの参加を|差別の事例を|政策の影響評価を|独立した監視の結果を|研修の計画を|避難所の環境を'.split(
        '|',
      ),
      '尊重しなければならない|公表する|改善すべきである|記録し保存する|見直すことができる|優先的に検討する|関係者と共有する|毎回確認する'.split(
        '|',
      ),
    ],
  },
  {
    language: 'th',
    glue: '',
    end: ' ',
    parts: [
      'รัฐภาคี|สำนักเลขาธิการ|โรงเรียน|หน่วยงานท้องถิ่น|ผู้ปกครอง|ตัวแทนเด็ก|ผู้เชี่ยวชาญ|ภาคประชาสังคม|คณะกรรมการ'.split('|'),
      'ต้องเคารพ|ควรปรับปรุง|อาจทบทวน|ต้องเผยแพร่|ควรบันทึก|พึงคุ้มครอง|ต้องติดตาม|ควรแบ่งปัน'.split('|'),
      'ความคิดเห็นของเด็ก|โอกาสทางการศึกษา|ข้อมูลสุขภาพ|การมีส่วนร่วมของเด็กพิการ|ผลการประเมินนโยบาย|แผนการฝึกอบรม|สภาพแวดล้อมที่ปลอดภัย|กลไกการร้องเรียน'.split(
        '|',
      ),
      'ในทุกภูมิภาค|ภายในงบประมาณที่กำหนด|โดยไม่ชักช้า|ในภาวะฉุกเฉิน|หลังจากปรึกษาหารือแล้ว|อย่างเป็นความลับ|ทุกปี'.split('|'),
    ],
  },
  {
    language: 'hi',
    glue: ' ',
    end: '।',
    parts: [
      'राज्य पक्षों को|सचिवालय को|विद्यालयों को|स्थानीय निकायों को|अभिभावकों को|बाल प्रतिनिधियों को|विशेषज्ञों को|नागरिक समाज को'.split(
        '|',
      ),
      'हर वर्ष|आपातकाल में भी|बजट के भीतर|बिना विलंब के|परामर्श के बाद|सभी क्षेत्रों में|गोपनीयता रखते हुए'.split('|'),
      'बच्चों के विचारों का|शिक्षा के अवसरों का|स्वास्थ्य के अभिलेखों का|दिव्यांग बच्चों की भागीदारी का|नीति के प्रभाव का|प्रशिक्षण की योजना का|सुरक्षित वातावरण का|शिकायत तंत्र का'.split(
        '|',
      ),
      'सम्मान करना चाहिए|मूल्यांकन करना होगा|प्रकाशन करना है|सुधार करना चाहिए|समीक्षा कर सकते हैं|संरक्षण करना होगा'.split('|'),
    ],
  },
];

function sentence(random: Random, { parts, glue, end }: Phrases): string {
  return `${parts.map((list) => random.pick(list) ?? '').join(glue)}${end}`;
}

function madeUp(phrases: Phrases, count: number): Piece[] {
  const random = randomFrom(count);
  return Array.from({ length: count }, (_, key): Piece => {
    const heading = key % 7 === 0;
    const item = !heading && random.chance(0.25);
    const lines = heading || item ? 1 : 2 + random.below(4);
    const text = Array.from({ length: lines }, () => sentence(random, phrases)).join(phrases.glue);
    const kind = heading ? 'heading' : item ? 'item' : 'paragraph';
    const shown = heading ? text.slice(0, -1) : text.trim();
    return { key, kind, text: shown, depth: heading ? 2 : 0, ordered: false, head: false, origins: [], moved: false };
  });
}

const MADE_UP = 90;

/** Texts in other languages and scripts: the Universal Declaration, and made-up ones. */
export function languageSources(): LanguageSource[] {
  const own = PHRASES.map((phrases) => ({
    name: `made up in ${phrases.language}`,
    language: phrases.language,
    pieces: madeUp(phrases, MADE_UP),
  }));
  return [...declarations(), ...own];
}
