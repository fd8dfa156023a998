// data
/** Roots of what documents of this kind are called, and of what stands over their first clause. */
const KIND =
  /договор|оферт|соглашени|услови|лицензи|политик|правил|прейскурант|регламент|приложени|уведомлени|положени|согласи|дагавор|аферт|пагадненн|ўмов|умовы|ліцэнзі|палітык|правіл|келісім|шарт|лицензия|ереже|саясат|хабарлама|agreement|contract|terms|conditions|licen[cs]e|eula|policy|offer|rules|notice|addendum|annex/i;
const ISSUED =
  /редакци|обновлен|опубликован|вступа|действует|утвержд|приказ|рэдакцы|абноўлен|апублікав|зацвердж|загад|редакция|жарияла|бекіт|күшіне|updated|effective|published|version|revision|last modified|dated/i;
const DATE =
  /\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\s+\p{L}{3,9}\s+\d{4}\b|\b\p{L}{3,9}\s+\d{1,2},?\s+\d{4}\b/u;

export const namesDocument = (text: string): boolean => KIND.test(text);
export const saysWhen = (text: string): boolean => DATE.test(text) || ISSUED.test(text);

/** «УТВЕРЖДЕНО» and its kin: a stamp in the corner, no title and no heading. */
export const isStamp = (text: string): boolean =>
  /^(?:утвержд|согласован|зацвердж|узгоднен|approved|confirmed|бекіт|келісілді)/i.test(text.trim());

const MENU =
  /^(?:вход|войти|выйти|регистрация|зарегистрироваться|главная|на главную|меню|поиск|найти|каталог|корзина|продукты?|решения|возможности|цены|тарифы|купить|попробовать бесплатно|о (?:компании|нас|сервисе)|контакты|блог|новости|вакансии|карьера|партн[её]р(?:ы|ам)|поддержка|помощь|справка|обучение|вебинары|отзывы|скачать|мобильное приложение|мой кабинет|личный кабинет|карта сайта|подробнее|читать далее|поделиться|распечатать|наверх|назад|вперёд|далее|следующая|предыдущая|увайсці|уваход|галоўная|пошук|кантакты|прадукты|цэны|дапамога|навіны|кіру|басты бет|мәзір|іздеу|байланыс|өнімдер|бағалар|жаңалықтар|көмек|тіркелу|home|menu|search|sign ?in|sign ?up|log ?in|log ?out|register|get started|start (?:free|now|for free)|try (?:it )?free|products?|solutions?|features?|pricing|plans|buy(?: now)?|about(?: us)?|contacts?(?: us)?|blog|news(?:room)?|careers?|jobs|partners?|partner program|support|help(?: cent(?:er|re))?|helpdesk|resources?|webinars?|training|customers|case studies|integrations?|developers?|download|mobile app|sitemap|site map|privacy(?: policy)?|cookies?(?: policy| settings)?|legal|read more|learn more|share|print|back to top|top|back|next|previous|skip to (?:main )?content|toggle navigation|language|english|русский|беларуская|қазақша|deutsch|español|français|polski|facebook|twitter|x|linkedin|youtube|instagram|telegram|vk|вконтакте|whatsapp|viber|follow us|subscribe|newsletter)(?:\s*[›»>→▾▼+×✕])?$/i;
const FOOTER =
  /©|\(c\)\s*\d{4}|copyright|all rights reserved|все права защищены|усе правы абаронены|барлық құқықтар қорғалған/i;
const COOKIE = /\bcookies?\b|куки|кукі|файлы cookie/i;
const CONSENT =
  /accept|agree|allow|reject|decline|got it|\bok\b|manage|settings|приня|соглас|разреш|отклон|настро|понятно|хорошо|прыня|згод|адхіл|зразумела|қабылда|келісемін|баптау/i;

export const isMenuWord = (text: string): boolean => MENU.test(text.replace(/^[-*•·–—\s]+|[\s.:|]+$/g, ""));
export const isFooter = (text: string): boolean => FOOTER.test(text);
/** A banner speaks of cookies and asks for a button; a notice of cookies only speaks. */
export const isCookieBanner = (text: string): boolean =>
  text.length < 900 && COOKIE.test(text) && CONSENT.test(text) && !(namesDocument(text) && !/[.!?]/.test(text));
export const isConsentButton = (text: string): boolean => text.length < 40 && CONSENT.test(text);

/** Head words of documents, by which a heading whose first letter is gone is told for certain. */
export const HEAD_WORDS = [
  ...[
    "договор",
    "публичный",
    "публичная",
    "оферта",
    "соглашение",
    "условия",
    "лицензия",
    "лицензионный",
    "лицензионное",
  ],
  ...["политика", "правила", "пользовательское", "сублицензионный", "прейскурант", "согласие", "уведомление"],
  ...["дагавор", "публічны", "пагадненне", "умовы", "ліцэнзія", "ліцэнзійны", "ліцэнзійнае", "палітыка", "правілы"],
  ...[
    "лицензиялық",
    "келісім",
    "келісімі",
    "шарт",
    "шарты",
    "түпкі",
    "соңғы",
    "пайдалану",
    "пайдаланушы",
    "құпиялылық",
  ],
  ...["саясаты", "ережелері", "ережелер", "жария", "жалпы", "бағдарламалық"],
  ...[
    "agreement",
    "terms",
    "licence",
    "license",
    "policy",
    "privacy",
    "cookie",
    "public",
    "general",
    "software",
    "rules",
  ],
];
