import type { WordRole } from '../normalised-name.ts';

interface Meaning {
  readonly text: string;
  readonly role?: WordRole;
}

const legalForms =
  '股份有限公司 股份有限公司 有限责任公司 有限責任公司 有限公司 责任公司 总公司 總公司 分公司 公司 株式会社 株式會社 合同会社 有限会社 合资公司 厂 工厂';

/** How Chinese companies translate their own names for registers and lists. */
const trades =
  '技术 technology|技術 technology|科技 technology|集团 group|集團 group|贸易 trading|貿易 trading|国际 international|國際 international|' +
  '实业 industrial|實業 industrial|工业 industry|工業 industry|航运 shipping|航運 shipping|船务 shipping|船務 shipping|海运 shipping|' +
  '石油 petroleum|石化 petrochemical|化工 chemical|银行 bank|銀行 bank|大学 university|大學 university|研究所 institute|研究院 institute|' +
  '电子 electronics|電子 electronics|投资 investment|投資 investment|物流 logistics|能源 energy|进出口 import export|進出口 import export|' +
  '中国 china|中國 china|北京 beijing|上海 shanghai|香港 hongkong|深圳 shenzhen|控股 holding|发展 development|發展 development|' +
  '商业 commercial|精密 precision|机械 machinery|機械 machinery|通信 communication|航空 aviation|航天 aerospace|半导体 semiconductor|半導體 semiconductor';

/** Chinese words that a list has in English, or not at all. */
export const businessWords: ReadonlyMap<string, Meaning> = new Map([
  ...trades.split('|').map((pair): [string, Meaning] => {
    const [characters = '', ...english] = pair.split(' ');
    return [characters, { text: english.join('') }];
  }),
  ...legalForms
    .split(' ')
    .map((characters): [string, Meaning] => [characters, { text: 'company', role: 'legalForm' }]),
]);

/** Parts a word at these words and keeps them; longest first. */
export const businessWordPattern = new RegExp(
  `(${[...businessWords.keys()].sort((one, other) => other.length - one.length).join('|')})`,
  'u',
);
