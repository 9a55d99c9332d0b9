/** Reasons that say nothing, in the six languages of the United Nations. */

/** What stands where a reason should, by language. Words are compared without case, punctuation and marks. */
const EMPTY: Readonly<Record<string, readonly string[]>> = {
  en: [
    'noted|see above|see below|as above|as below|ditto|same|same as above|same as before|idem|ok|okay|fine|done|yes|no|none|nil',
    'n a|na|not applicable|tbd|tbc|to be done|to be confirmed|to be determined|agreed|agree|disagree|not agreed|thanks|thank you',
    'thank you for your comment|thank you for your input|thanks for the comment|comment noted|input noted|duly noted|well noted|point taken',
    'taken into account|considered|acknowledged|addressed|incorporated|included|reflected|updated|changed|amended|edited|fixed|resolved|closed',
    'accepted|accepted in part|partly accepted|partially accepted|not accepted|rejected|declined|out of scope|duplicate|deferred|withdrawn',
    'no change|no change needed|no change required|no action|no action needed|no action required|no comment|x|see response|reason|because',
  ],
  fr: [
    'note|noté|pris note|il en est pris note|bien noté|voir ci dessus|voir plus haut|voir ci dessous|cf ci dessus|idem|de même|pareil',
    'd accord|ok|oui|non|fait|c est fait|s o|sans objet|n a|néant|merci|merci pour votre commentaire|à faire|à confirmer|à déterminer',
    'pris en compte|pris en considération|accepté|acceptée|accepté en partie|partiellement accepté|non accepté|refusé|rejeté|hors champ',
    'hors sujet|doublon|reporté|différé|retiré|modifié|corrigé|intégré|aucun changement|sans changement|aucune modification|aucune action',
  ],
  es: [
    'anotado|tomado nota|se toma nota|se ha tomado nota|véase arriba|ver arriba|véase más arriba|ver más abajo|ídem|lo mismo|igual',
    'de acuerdo|vale|sí|si|no|hecho|listo|n a|no aplica|no procede|no corresponde|ninguno|gracias|gracias por su comentario|por hacer|por confirmar',
    'tenido en cuenta|se ha tenido en cuenta|considerado|aceptado|aceptada|aceptado en parte|aceptado parcialmente|no aceptado|rechazado',
    'fuera de alcance|fuera del alcance|duplicado|aplazado|retirado|modificado|corregido|incorporado|sin cambios|ningún cambio|sin comentarios',
  ],
  ar: [
    'أحيط علما|أحيط علما بذلك|لوحظ|أخذ علما|تمت الملاحظة|انظر أعلاه|انظر أدناه|كما ورد أعلاه|كما سبق|نفس الشيء|شرحه|موافق|حسنا|نعم|لا|تم',
    'لا ينطبق|غير منطبق|لا يوجد|شكرا|شكرا على تعليقكم|أخذ في الاعتبار|أخذ بعين الاعتبار|مقبول|قبل|قبل جزئيا|مقبول جزئيا|غير مقبول|لم يقبل|مرفوض',
    'خارج النطاق|مكرر|مؤجل|أرجئ|مسحوب|سحب|معدل|عدل|لا تغيير|بدون تغيير|لا تعليق|سيحدد لاحقا',
  ],
  ru: [
    'принято к сведению|отмечено|учтено|принято во внимание|см выше|смотри выше|смотрите выше|см ниже|то же|то же самое|так же|аналогично|ок|да|нет',
    'сделано|готово|выполнено|н п|не применимо|неприменимо|нет данных|спасибо|спасибо за комментарий|согласовано|согласен|согласны|не согласны',
    'принято|принят|принята|принято частично|частично принято|не принято|отклонено|вне рамок|дубликат|повтор|отложено|отозвано|снято',
    'изменено|исправлено|внесено|включено|без изменений|изменений нет|без комментариев|уточняется|будет определено',
  ],
  zh: [
    '已注意|注意到|知悉|已知悉|已记录|记录在案|见上|见上文|见下文|同上|参见上文|如上|如上所述|一样|好|好的|可以|是|否|不|完成|已完成|已办',
    '不适用|无|没有|谢谢|谢谢您的意见|感谢您的意见|已考虑|已纳入考虑|已采纳|采纳|接受|已接受|部分接受|部分采纳|不接受|未接受|未采纳|不采纳|拒绝',
    '超出范围|不在范围内|重复|推迟|延期|撤回|已撤回|已修改|修改|已更改|无变化|没有变化|不作改动|待定|无意见',
  ],
};

const KNOWN: ReadonlySet<string> = new Set(
  Object.values(EMPTY).flatMap((lines) => lines.flatMap((line) => line.split('|').map(fold))),
);

/**
 * Whether a reason says nothing: empty words alone, or put one after another, as in "Noted, thank you."
 *
 * @param reason The reason as it is written.
 */
export function isEmptyReason(reason: string): boolean {
  const whole = fold(reason);
  if (!/[\p{L}\p{N}]/u.test(whole) || KNOWN.has(whole)) return true;
  const parts = reason
    .split(/[.,;:!?()/\u2013\u2014\u060C\u061B\u061F\u3001\u3002\uFF0C\uFF1B\n]+/u)
    .map(fold)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.length <= MOST && parts.every((part) => KNOWN.has(part));
}

/** A longer row of empty words does not occur; what is cut into more parts is a sentence. */
const MOST = 4;

/** Letters and digits in lower case without accents, hamzas and vowel signs, one space between words. */
function fold(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}
