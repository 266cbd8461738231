const surnames =
  '佐藤 sato|鈴木 suzuki|高橋 takahashi|高桥 takahashi|田中 tanaka|渡辺 watanabe|渡邊 watanabe|伊藤 ito|山本 yamamoto|中村 nakamura|小林 kobayashi|加藤 kato|' +
  '吉田 yoshida|山田 yamada|佐々木 sasaki|山口 yamaguchi|松本 matsumoto|井上 inoue|木村 kimura|斎藤 saito|斉藤 saito|清水 shimizu|' +
  '山崎 yamazaki|池田 ikeda|橋本 hashimoto|阿部 abe|安倍 abe|石川 ishikawa|山下 yamashita|中島 nakajima|石井 ishii|小川 ogawa|前田 maeda|岡田 okada|' +
  '長谷川 hasegawa|藤田 fujita|後藤 goto|近藤 kondo|村上 murakami|遠藤 endo|青木 aoki|坂本 sakamoto|福田 fukuda|太田 ota|西村 nishimura|' +
  '藤井 fujii|金子 kaneko|岡本 okamoto|藤原 fujiwara|中野 nakano|中川 nakagawa|原田 harada|松田 matsuda|竹内 takeuchi|小野 ono|田村 tamura|' +
  '中山 nakayama|和田 wada|石田 ishida|森田 morita|上田 ueda|内田 uchida|柴田 shibata|酒井 sakai|宮崎 miyazaki|横山 yokoyama|高木 takagi|' +
  '安藤 ando|宮本 miyamoto|大野 ono|小島 kojima|谷口 taniguchi|今井 imai|工藤 kudo|高田 takada|増田 masuda|丸山 maruyama|杉山 sugiyama|' +
  '村田 murata|大塚 otsuka|新井 arai|小山 koyama|平野 hirano|河野 kono|藤本 fujimoto|武田 takeda|野口 noguchi|松井 matsui|菊地 kikuchi|' +
  '千葉 chiba|岩崎 iwasaki|木下 kinoshita|野村 nomura|松尾 matsuo|佐野 sano|菅原 sugawara|杉本 sugimoto|古川 furukawa|市川 ichikawa|' +
  '小松 komatsu|水野 mizuno|島田 shimada|桜井 sakurai|高野 takano|山内 yamauchi|吉川 yoshikawa|西田 nishida|菊池 kikuchi|安田 yasuda';

const readings = new Map(surnames.split('|').map((pair) => pair.split(' ') as [string, string]));
const longest = 3;
const shortest = 2;

/** The hundred or so commonest Japanese surnames; how a given name is read, not even a Japanese can tell from its characters. */
export function japaneseSurnameOf(word: string): { latin: string; characters: number } | undefined {
  for (let characters = longest; characters >= shortest; characters -= 1) {
    const latin = readings.get(word.slice(0, characters));
    if (latin !== undefined && word.length >= characters) return { latin, characters };
  }
  return undefined;
}
