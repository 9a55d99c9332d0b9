import { describe, expect, test } from 'vitest';
import { compare } from './documents.ts';

const LOUD: ReadonlySet<string> = new Set(
  'modal-strength negation number date amount percentage defined-term actor deadline link-target citation'.split(' '),
);

/** The loud flags of two texts of one paragraph. */
function loud(from: string, to: string, language: string): string[] {
  const { changes } = compare(from, to, language);
  return changes.flatMap(({ flags }) => flags).filter((flag) => LOUD.has(flag));
}

describe('is told', () => {
  test.each([
    ['negation', 'en', 'All boats pay the fee.', 'All boats, with the exception of rescue craft, pay the fee.'],
    ['negation', 'en', 'All boats pay the fee.', 'All boats, save for rescue craft, pay the fee.'],
    [
      'date',
      'en',
      'The census took place on 2021-03-04 nationwide.',
      'The census took place on 2021-03-05 nationwide.',
    ],
    ['modal-strength', 'fr', 'Le comité devrait-il saisir le tribunal ?', 'Le comité doit-il saisir le tribunal ?'],
    ['negation', 'fr', 'Le droit s’applique aux camions.', 'Le droit s’applique aux camions, à l’exception des bus.'],
    ['amount', 'fr', 'Les aides atteignent 2 millions d’euros.', 'Les aides atteignent 3 millions d’euros.'],
    [
      'deadline',
      'fr',
      'Les filets sont remplacés dans les trois mois.',
      'Les filets sont remplacés dans les six mois.',
    ],
    [
      'deadline',
      'fr',
      'Les mâts sont éclairés au plus tard le 1 juin 2027.',
      'Les mâts sont éclairés au plus tard le 1 juillet 2027.',
    ],
    ['negation', 'es', 'El peaje se aplica a todos.', 'El peaje se aplica a todos, con excepción de los autobuses.'],
    ['amount', 'es', 'La ayuda llega a 2 millones de dólares.', 'La ayuda llega a 3 millones de dólares.'],
    ['date', 'ar', 'وقعت الوثيقة في ٤ أيار/مايو ٢٠٢١ في روما.', 'وقعت الوثيقة في ٤ حزيران/يونيه ٢٠٢١ في روما.'],
    ['number', 'zh', '渔业委员会由三名专家组成。', '渔业委员会由五名专家组成。'],
    ['percentage', 'zh', '约百分之十二的渔获被丢弃。', '约百分之十五的渔获被丢弃。'],
    ['deadline', 'zh', '看守人应在30天内提交表格。', '看守人应在60天内提交表格。'],
    ['modal-strength', 'zh', '灯塔管理员应记录天气情况。', '灯塔管理员须记录天气情况。'],
    ['negation', 'zh', '数据应提供给保险公司。', '数据不应提供给保险公司。'],
    ['number', 'ja', '委員会は三名の専門家で構成する。', '委員会は五名の専門家で構成する。'],
    ['amount', 'ja', '投棄には500円の罰金を科す。', '投棄には800円の罰金を科す。'],
    ['percentage', 'ja', '漁獲の約12パーセントが捨てられる。', '漁獲の約15パーセントが捨てられる。'],
    ['actor', 'en', 'The CSP SHALL keep the evidence.', 'The RP SHALL keep the evidence.'],
    ['actor', 'en', 'At this level the CSP SHALL keep it.', 'At this level the RP SHALL keep it.'],
    ['actor', 'ja', '船主は残骸の撤去費を支払わなければならない。', '保険者は残骸の撤去費を支払わなければならない。'],
    ['actor', 'hi', 'जहाज़ मालिकों को मलबा हटाने का खर्च देना चाहिए।', 'बीमाकर्ताओं को मलबा हटाने का खर्च देना चाहिए।'],
    ['amount', 'th', 'การทิ้งขยะมีโทษปรับ 500 บาท', 'การทิ้งขยะมีโทษปรับ 800 บาท'],
    ['percentage', 'th', 'ปิดแนวปะการังร้อยละ 30 ตลอดปี', 'ปิดแนวปะการังร้อยละ 40 ตลอดปี'],
    ['number', 'hi', 'समिति में पाँच विशेषज्ञ बैठते हैं।', 'समिति में सात विशेषज्ञ बैठते हैं।'],
    ['amount', 'hi', 'कचरा फेंकने पर 500 रुपये का जुर्माना है।', 'कचरा फेंकने पर 800 रुपये का जुर्माना है।'],
    ['deadline', 'hi', 'रक्षक 30 दिनों के भीतर प्रपत्र जमा करते हैं।', 'रक्षक 60 दिनों के भीतर प्रपत्र जमा करते हैं।'],
  ])('%s in %s: %s', (flag, language, from, to) => {
    expect(loud(from, to, language)).toContain(flag);
  });
});

describe('is not told of what only looks like it', () => {
  test.each([
    ['en', 'Written by the board and its clerk.', 'Written by the board, E. May and its clerk.'],
    ['en', 'The festival in May draws tourists.', 'The festival in spring draws tourists.'],
    ['en', 'Pour the oil into a drum for storage.', 'Pour the oil into a can for storage.'],
    ['en', 'Marine might is measured in ships.', 'Marine power is measured in ships.'],
    ['en', 'Volunteers help the turtles on the beach.', 'Volunteers save the turtles on the beach.'],
    ['en', 'Salvage firms share costs with partners.', 'Salvage firms share costs with third parties.'],
    ['en', 'At IAL2 the CSP SHALL keep the evidence.', 'At IAL3 the CSP SHALL keep the evidence.'],
    ['en', 'CSPs at IAL2 SHALL keep the evidence.', 'CSPs at IAL3 SHALL keep the evidence.'],
    ['en', 'A CSP SHALL send a code.', 'The CSP SHALL send a code.'],
    ['ja', '災害時は、各市は予算を公表しなければならない。', '緊急時は、各市は予算を公表しなければならない。'],
    ['hi', 'नगरपालिकाओं को वार्षिक बजट प्रकाशित करना चाहिए।', 'नगरपालिकाओं को मासिक बजट प्रकाशित करना चाहिए।'],
    ['fr', 'Le premier pas vers la mer est franchi.', 'Le premier geste vers la mer est franchi.'],
    ['zh', '红色油漆保护船体。', '红色油漆在非洲保护船体。'],
    ['zh', '港口投资建设。', '港口投资能力建设和能源供应。'],
    ['zh', '鲸鱼栖息地需要关注。', '鲸鱼栖息地未来需要持续关注。'],
    ['zh', '渔船采取新技术。', '渔船应用新技术。'],
    ['zh', '海洋经济发展。', '海洋经济可持续发展。'],
    ['ja', '赤い塗料が船体を守る。', '赤い塗料が少なくとも船体を守る。'],
    ['ja', '灯台が島を照らす。', '灯台が危険をなくし島を照らす。'],
    ['th', 'สีแดงปกป้องตัวเรือจากเกลือ', 'สีแดงปกป้องตัวเรือโดยเฉพาะจากเกลือ'],
    ['th', 'เด็กบนเกาะมีหนังสือ', 'เด็กบนเกาะต้องการหนังสือ'],
    ['th', 'กองเรือเพิ่มการฝึก', 'กองเรือเพิ่มความสามารถและการฝึก'],
    ['hi', 'लाल रंग पतवार को नमक से बचाता है।', 'लाल रंग पतवार को अतिरिक्त नमक से बचाता है।'],
  ])('in %s: %s', (language, from, to) => {
    expect(loud(from, to, language)).toEqual([]);
  });

  test.each([
    ['ru', 'Муниципалитетам следует публиковать бюджет.', 'Муниципалитеты должны публиковать бюджет.'],
    ['ar', 'ينبغي للبلديات أن تنشر ميزانيتها السنوية.', 'يجب على البلديات أن تنشر ميزانيتها السنوية.'],
    ['ja', '各市は年間予算を公表すべきである。', '各市は年間予算を公表しなければならない。'],
  ])('a stronger verb in %s is no other actor and no negation', (language, from, to) => {
    expect(loud(from, to, language)).toEqual(['modal-strength']);
  });
});

test('Japanese words keep the sign of their long vowels', () => {
  const [change] = compare('漁港のデータを使う。', '漁港のサービスを使う。', 'ja').changes;
  expect(change?.words.filter(({ kind }) => kind !== 'kept').map(({ text }) => text)).toEqual(['データ', 'サービス']);
});
