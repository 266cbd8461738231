import type { WordRole } from '../normalised-name.ts';

interface Meaning {
  readonly text: string;
  readonly role?: WordRole;
}

const legalForms =
  'شركه|الشركه|شركت|موسسه|الموسسه|مجموعه|محدوده|المحدوده|مساهمه|المساهمه|ذمم|شمم|شمل|سهامي|هلدينگ|كمپاني';

const trades =
  'بنك bank|مصرف bank|بانك bank|تجاره trading|للتجاره trading|تجاريه trading|التجاريه trading|عامه general|العامه general|صناعه industry|للصناعه industry|' +
  'صنايع industries|صناعات industries|للصناعات industries|مقاولات contracting|للمقاولات contracting|نقل transport|للنقل transport|شحن shipping|للشحن shipping|ملاحه shipping|كشتيراني shipping|' +
  'نفط oil|للنفط oil|النفط oil|نفت oil|غاز gas|گاز gas|بترول petroleum|للبترول petroleum|پتروشيمي petrochemical|صرافه exchange|للصرافه exchange|صرافي exchange|' +
  'دوليه international|الدوليه international|استيراد import|للاستيراد import|تصدير export|والتصدير export|طيران airlines|للطيران airlines|هواپيمايي airlines|' +
  'جامعه university|دانشگاه university|استثمار investment|للاستثمار investment|خدمات services|للخدمات services|مهندسي engineering|هندسه engineering|بازرگاني trading';

/** Arabic and Persian words of the trade as lists translate them; letters as `plainArabic` leaves them. */
export const arabicBusinessWords: ReadonlyMap<string, readonly Meaning[]> = new Map([
  ...trades.split('|').map((pair): [string, Meaning[]] => {
    const [letters = '', text = ''] = pair.split(' ');
    return [letters, [{ text }]];
  }),
  ...legalForms
    .split('|')
    .map((letters): [string, Meaning[]] => [letters, [{ text: 'company', role: 'legalForm' }]]),
]);
