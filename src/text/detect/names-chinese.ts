import { type ReviewSpan, spansOfAll } from './review-span.ts';

/** The hundred most frequent family names, in both scripts. */
const FAMILY =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫阎雷龙龍史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯';
const DOUBLE = '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|令狐|皇甫|买买提|阿卜杜|古丽';
const HAN = String.raw`[\u4e00-\u9fff]`;
/** Signs that no given name has. */
const NO_GIVEN =
  '的了是在有和与與说說问問告诉訴去来來到从從对對为為不也都还還就会會要能可吗嗎呢吧啊年月日岁歲们們这這那哪个個位名同师師先女老校区區县縣市省村镇鎮国國人学學生医醫法权權利本部公司家族使用方面向等其他及被把让讓';
const GIVEN = String.raw`(?:(?![${NO_GIVEN}])${HAN}){1,2}`;
const FULL = String.raw`(?:${DOUBLE}|[${FAMILY}])${GIVEN}`;
const TITLES =
  '同学|同學|老师|老師|先生|女士|小姐|校长|校長|医生|醫生|主任|阿姨|叔叔|奶奶|爷爷|爺爺|小朋友|教授|博士|护士|警官|社工|书记|队长';
const AFTER = String.raw`(?:${TITLES}|说|說|告诉|告訴|表示|今年|现年|回答|认为|觉得|提到|写道|讲述|住在|来自|的(?:妈妈|媽媽|爸爸|父亲|母亲|哥哥|姐姐|弟弟|妹妹|家|故事)|[，,（(] ?(?:女|男|\d{1,2} ?[岁歲]|[一二三四五六七八九十]{1,3}岁))`;
const NO_SURNAME = String.raw`(?:她|他|我|你|孩子|父母|老师|学生|小孩|自己|大家|我们|他们)`;
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:名叫|叫做|我叫|她叫|他叫|叫|名字是|名字叫|姓名[:：是为]?|联系人[:：]?|记录人[:：]?|主持人[:：]?|受访者[:：]?|访谈对象[:：]?|女孩|男孩|同伴|朋友|妹妹|弟弟|姐姐|哥哥|表姐|表哥|女儿|儿子|邻居|同桌|老师|校长|医生|社工|班主任|志愿者) ?(?<datum>(?!${NO_SURNAME})${FULL}|阿(?![${NO_GIVEN}])${HAN}|小(?![${NO_GIVEN}孩时学])${HAN})(?=[${NO_GIVEN}，。、；：！？,.;:!?（）()\s“”]|${AFTER}|$)`,
    'gud',
  ),
  new RegExp(String.raw`(?<datum>${FULL}|阿(?![${NO_GIVEN}])${HAN}|小(?![${NO_GIVEN}孩时])${HAN})(?=${AFTER})`, 'gud'),
  new RegExp(String.raw`(?<datum>[${FAMILY}](?:${TITLES.replace('主任|', '')}))`, 'gud'),
  // Between signs of punctuation, as in lists of who took part.
  new RegExp(String.raw`(?<=[、：:（(“])(?<datum>[${FAMILY}]${GIVEN})(?=[、，,。）)”\s]|$)`, 'gud'),
  // Names of Uyghurs, Tibetans and foreigners are written with a dot between their parts.
  new RegExp(String.raw`(?<datum>${HAN}{2,6}[·・•]${HAN}{1,6}(?:[·・•]${HAN}{1,6})?)`, 'gud'),
];

/**
 * Possible names of people in Chinese.
 *
 * @param prose Text of which only prose is left.
 */
export function chineseNames(prose: string): readonly ReviewSpan[] {
  return /[\u4e00-\u9fff]/u.test(prose) ? spansOfAll(prose, PATTERNS, 'name') : [];
}
